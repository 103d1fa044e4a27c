"""Who may is asked by the operation itself, for every face that will ever call it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.posts.access import REFUSAL
from lantoa.posts.models import Post
from lantoa.posts.operations import end_post
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.entry import Refused, changed
from lantoa.records.works import operations as works
from lantoa.records.works.models import Proof, Work
from lantoa.records.works.papers import KeptFile
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build, decide

DAY = date(2026, 3, 10)
PAPER = KeptFile("a.pdf", "application/pdf", ".pdf", b"%PDF-1.4")


def entry(unit, key="a1"):
    return Meeting(
        unit=unit, key=key, first_day=DAY, last_day=DAY, sort="regular", topic="Sinh hoạt"
    )


def deeds(cell):
    """Everything that may be done with a record, each as a function of who does it."""
    held, wrong = build.meeting(at=cell, on=DAY), build.meeting(at=cell, on=DAY)
    road = build.work(at=cell, on=DAY)
    proof = works.add_proof(work=road, paper=PAPER, by=build.recorder(), at=build.NOW)
    told = {"at": build.NOW}
    return [
        lambda by: meetings.record(entry=entry(cell), by=by, **told),
        lambda by: meetings.correct(
            held, entry=changed(held, topic="Khác"), reason="sửa", by=by, **told
        ),
        lambda by: meetings.withdraw(wrong, reason="nhầm", by=by, **told),
        lambda by: works.add_proof(work=road, paper=PAPER, by=by, **told),
        lambda by: works.remove_proof(proof, by=by, **told),
    ]


def strangers(commune, cell):
    neighbour = build.unit("Chi bộ khóm 2", under=commune)
    away = build.clerk(commune)
    away.is_active = False
    gone = build.clerk(commune)
    end_post(gone.posts.get(), on=DAY, by=away, at=build.NOW)
    return {
        "nobody's": build.person(),
        "neighbour's": build.clerk(neighbour),
        "below": build.clerk(neighbour, right=Post.Right.RECORD),
        "only looks": build.clerk(commune, right=Post.Right.VIEW),
        "card above": build.clerk(commune, right=Post.Right.RECORD),
        "switched off": away,
        "post ended": gone,
    }


def test_who_may_not_gets_the_same_refusal_for_every_deed_and_nothing_is_written(commune, cell):
    asked, people = deeds(cell), strangers(commune, cell)
    lines = Entry.objects.count()

    for by in people.values():
        for deed in asked:
            with pytest.raises(PermissionDenied, match=REFUSAL):
                deed(by)

    assert Entry.objects.count() == lines
    assert [Meeting.objects.count(), Work.objects.count(), Proof.objects.count()] == [2, 1, 1]
    assert not Meeting.objects.filter(superseded_at__isnull=False).exists()


@pytest.mark.parametrize("right", [Post.Right.CLERK, Post.Right.ADMIN])
def test_who_has_a_post_above_may_do_everything(right, commune, cell):
    by = build.clerk(commune, right=right)

    for deed in deeds(cell):
        deed(by)

    assert Meeting.objects.filter(recorded_by=by).count() == 2


def test_a_card_records_at_its_own_unit_only(commune, cell):
    card = build.clerk(cell, right=Post.Right.RECORD)

    held = meetings.record(entry=entry(cell), by=card, at=build.NOW)

    assert held.recorded_by == card
    with pytest.raises(PermissionDenied):
        meetings.record(entry=entry(commune, key="b1"), by=card, at=build.NOW)


def test_one_hidden_unit_refuses_the_whole_batch(commune, cell):
    hidden = build.unit("Chi bộ khác", under=build.unit("Phường khác"))
    by = build.clerk(commune)

    with pytest.raises(PermissionDenied):
        meetings.record_many(entries=[entry(cell), entry(hidden, "b1")], by=by, at=build.NOW)

    assert not Meeting.objects.exists()


def test_the_chart_of_the_day_of_writing_says_who_may():
    province = build.unit("Tỉnh")
    commune, after = (
        build.unit(name, under=province, kind=Kind.COMMUNE) for name in ("Xã", "Phường")
    )
    cell, before = build.unit("Chi bộ", under=commune), build.clerk(commune)
    since = build.NOW.date() + timedelta(days=10)
    decide.move(cell, under=after, on=since)

    held = meetings.record(entry=entry(cell), by=before, at=build.NOW)

    assert held.recorded_by == before
    later = build.NOW + timedelta(days=10)
    with pytest.raises(PermissionDenied):
        meetings.record(entry=entry(cell, key="b1"), by=before, at=later)


def test_asking_costs_as_much_for_thirty_units_as_for_one(commune, cell):
    by = build.clerk(commune)
    cells = [build.unit(f"Chi bộ {n}", under=commune) for n in range(30)]

    with CaptureQueriesContext(connection) as one:
        meetings.record(entry=entry(cell), by=by, at=build.NOW)
    with CaptureQueriesContext(connection) as many:
        entries = [entry(each, key=f"b{n}") for n, each in enumerate(cells)]
        meetings.record_many(entries=entries, by=by, at=build.NOW)

    assert asked_in(many) == asked_in(one)
    assert len(many) <= len(one) + 1, "SQLite takes the columns of 22 meetings in a statement"


def asked_in(statements):
    """Return how many statements ask, of those that ask or write."""
    return sum(each["sql"].startswith("SELECT") for each in statements)


def test_a_correction_does_not_carry_a_record_to_another_unit(commune, cell):
    held = build.meeting(at=cell, on=DAY)
    neighbour = build.unit("Chi bộ khóm 2", under=commune)

    with pytest.raises(Refused, match="không chuyển bản ghi sang đơn vị khác"):
        meetings.correct(
            held,
            entry=changed(held, unit=neighbour),
            by=build.recorder(),
            at=build.NOW,
            reason="nhầm đơn vị",
        )
