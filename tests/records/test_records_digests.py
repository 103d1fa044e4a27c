"""The digest of what a record says, and how it stays the same when columns are added."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext, isolate_apps

from lantoa.guidance.models import FrameworkDocument
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.columns import Choice, Count, Phrase
from lantoa.records.record.entry import Refused, changed, digest_of
from lantoa.records.record.models import Record
from lantoa.records.works.models import Work
from tests import build
from tests.records.answers import page, send

DAY = date(2026, 3, 10)


def work(unit, **more):
    told = {
        "key": "a1",
        "first_day": DAY,
        "last_day": DAY,
        "sort": "road",
        "title": "Đường",
        **more,
    }
    return Work(unit=unit, **told)


def meeting(unit, **more):
    told = {"first_day": DAY, "last_day": DAY, "sort": "regular", "topic": "Sinh hoạt", **more}
    return Meeting(unit=unit, key="a1", **told)


def record(*entries):
    return meetings.record_many(by=build.recorder(), at=build.NOW, entries=entries)


def test_a_digest_says_how_it_was_worked_out_and_fits_its_column(cell):
    digest = digest_of(work(cell))

    assert digest.startswith("2:")
    assert len(digest) <= Work._meta.get_field("digest").max_length


def test_what_stands_at_its_default_makes_no_difference(cell):
    assert digest_of(work(cell)) == digest_of(
        work(cell, quantity=None, house="", money_approximation="exact", note="")
    )
    assert digest_of(meeting(cell)) == digest_of(meeting(cell, events=1, documents=()))


@pytest.mark.parametrize(
    "other",
    [
        {"quantity": 0},
        {"title": "Cầu"},
        {"money_approximation": "about"},
        {"note": "a"},
        {"first_day": date(2026, 3, 9)},
    ],
)
def test_anything_said_otherwise_is_another_content(other, cell):
    assert digest_of(work(cell)) != digest_of(work(cell, **other))


def test_unknown_is_another_content_than_the_default(cell):
    assert digest_of(meeting(cell, events=None)) != digest_of(meeting(cell))


def test_another_unit_is_another_content_and_another_key_is_not(commune, cell):
    assert digest_of(work(cell)) != digest_of(work(commune))
    assert digest_of(work(cell)) == digest_of(work(cell, key="b1"))


@isolate_apps("lantoa.records.works")
def test_a_column_that_is_added_changes_no_digest_of_before(cell):
    class Before(Record):
        title: Phrase = Phrase("Tên", max_length=300)

        class Meta:
            app_label = "works"

    class After(Record):
        title: Phrase = Phrase("Tên", max_length=300)
        quantity: Count = Count("Số lượng", default=None)
        mode: Choice = Choice("Cách", choices=[("a", "A")], max_length=1, default="a")

        class Meta:
            app_label = "works"

    told = {"unit": cell, "key": "a1", "first_day": DAY, "last_day": DAY, "title": "Đường"}

    assert digest_of(Before(**told)) == digest_of(After(**told))
    assert digest_of(After(**told)) != digest_of(After(**told, quantity=3))


def test_what_is_stored_says_the_same_as_what_was_sent(cell):
    documents = list(FrameworkDocument.objects.order_by("pk")[:2])
    entry = meeting(cell, members_present=40, documents=documents)

    (held,) = record(entry)

    stored = Meeting.objects.get()
    assert digest_of(entry) == held.digest == stored.digest == digest_of(stored)


def old_row(cell, documents=(), **more):
    """Return a row as the version before stored it: its digest bears no number."""
    row = Meeting(
        **{"unit": cell, "key": "a1", "first_day": DAY, "last_day": DAY}
        | {"sort": "regular", "topic": "Sinh hoạt", "digest": "0" * 64}
        | {"recorded_by": build.recorder(), "recorded_at": build.NOW}
        | more
    )
    row.save()
    row.documents.set(documents)
    return row


def test_a_key_of_a_row_with_an_old_digest_is_compared_by_content(cell):
    documents = list(FrameworkDocument.objects.order_by("pk")[:2])
    held = old_row(cell, documents, members_present=40)

    (same,) = record(meeting(cell, members_present=40, documents=documents[::-1]))

    assert same.pk == held.pk
    assert Meeting.objects.get().digest == "0" * 64
    for other in ({"members_present": 41}, {"members_present": 40, "documents": documents[:1]}):
        with pytest.raises(Refused, match="nội dung khác"):
            record(meeting(cell, **other))


def test_a_row_with_an_old_digest_is_corrected_only_to_something_else(cell):
    held = old_row(cell, members_present=40)
    told = {"by": build.recorder(), "at": build.NOW, "reason": "đếm lại"}

    with pytest.raises(Refused, match="không có gì thay đổi"):
        meetings.correct(held, entry=changed(held), **told)
    right = meetings.correct(held, entry=changed(held, members_present=41), **told)

    assert right.digest == digest_of(right)


def test_a_page_that_saw_an_old_digest_corrects_once_however_often_it_is_sent(clerk, cell):
    held = old_row(cell, members_present=40)
    seen = clerk.get(page("meetings:correct", held)).context["beside"]["seen"].value()
    sent = {"sort": "regular", "topic": "Sinh hoạt", "last_day": "10/3/2026", "events": "1"}
    sent |= {"members_present": "41", "seen": seen, "reason": "đếm lại"}

    done = [send(clerk, "meetings:correct", held, sent).status_code for _ in range(2)]

    assert (seen, done) == ("0" * 64, [302, 302])
    assert list(Meeting.objects.order_by("pk").values_list("members_present", flat=True)) == [
        40,
        41,
    ]


def test_a_batch_sent_again_asks_as_much_as_one(cell):
    many = [changed(meeting(cell), key=f"k{n}", topic=f"Buổi {n}") for n in range(20)]
    record(meeting(cell), *many)
    by = build.recorder()

    with CaptureQueriesContext(connection) as one:
        meetings.record(by=by, at=build.NOW, entry=meeting(cell))
    with CaptureQueriesContext(connection) as all_of_them:
        meetings.record_many(by=by, at=build.NOW, entries=many)

    assert len(all_of_them) == len(one)
