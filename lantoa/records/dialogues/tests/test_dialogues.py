"""Dialogues, forums, visits, receptions: recorded in counts, counted, kept to limits, refused."""

import json
from datetime import date
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command

from lantoa.matters.models import RaisedMatter
from lantoa.matters.operations import Raising, raise_matter
from lantoa.records.dialogues.models import Dialogue
from lantoa.records.dialogues.operations import DONE, adopt_known
from lantoa.records.dialogues.queries import limits_kept
from lantoa.records.record.entry import InDoubt, Refused
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)
FORUM, VISITS, RECEPTION = {"sort": "forum"}, {"sort": "visits"}, {"sort": "reception"}


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE, code="X1")


def told(unit, **more):
    said = {"key": str(uuid4()), "sort": "joint", "title": "Đối thoại", "last_day": DAY} | more
    entry = Dialogue(unit=unit, first_day=said["last_day"], **said)
    return DONE.record(by=build.recorder(), at=build.NOW, entry=entry)


def totals(unit):
    out = StringIO()
    call_command("figures", unit=unit, first="2026-01-01", last="2026-12-31", json=True, stdout=out)
    measures = json.loads(out.getvalue())["measures"]
    found = {code: line["total"] for code, line in measures.items() if line["total"] is not None}
    return {code[10:]: total for code, total in found.items() if code.startswith("dialogues.")}


def test_each_sort_is_counted_in_its_own_words(commune):
    office = build.unit("UBND", under=commune, kind=Kind.GOVERNMENT)
    told(office, events=5, delegates=390, opinions=20, answered_there=15, answer_later=5, overdue=1)
    told(commune, sort="secretary", delegates=30)
    told(office, events=2, delegates=40, opinions=6, **FORUM)
    told(office, visits=12, households=140, **VISITS)
    told(commune, post="secretary", occasion="regular", events=2, received=7, cases=3, passed=1,
         **RECEPTION)  # fmt: skip
    told(commune, post="chair", occasion="extraordinary", received=1, **RECEPTION)

    assert totals("X1") == {
        "held": 6,
        "secretary": 1,
        "joint": 5,
        "delegates": 420,
        "forums": 2,
        "forum_people": 40,
        "opinions": 26,
        "answered_there": 15,
        "answer_later": 5,
        "overdue": 1,
        "visits": 12,
        "households": 140,
        "receptions": 3,
        "receptions_regular": 2,
        "receptions_extraordinary": 1,
        "receptions_secretary": 2,
        "receptions_chair": 1,
        "received": 8,
        "cases": 3,
        "passed": 1,
    }


def test_what_nobody_counted_is_not_zero(commune):
    told(commune, events=None, **FORUM)

    assert totals("X1") == {}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"sort": "party"}, "sort"),
        ({"title": ""}, "title"),
        ({"title": "Số 089123456789"}, "title"),
        ({"events": 0}, "events"),
        ({"delegates": -1}, "delegates"),
        ({"households": 3}, "households"),
        ({"opinions": 3, "answered_there": 2, "answer_later": 2}, "opinions"),
        ({"answer_later": 2, "overdue": 3}, "overdue"),
        ({**RECEPTION, "opinions": 1}, "opinions"),
        ({**RECEPTION, "cases": 1, "passed": 2}, "passed"),
        ({**RECEPTION, "post": "king"}, "post"),
        ({**VISITS, "notice_days": 3}, "notice_days"),
        ({"last_day": date(2026, 11, 23)}, "last_day"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_box(commune, wrong, field):
    with pytest.raises(Refused) as refusal:
        told(commune, **wrong)

    assert [problem.field for problem in refusal.value.problems] == [field]


def test_opinions_of_which_nobody_said_what_became_are_asked_about(commune):
    assert told(commune, opinions=4, answered_there=2, answer_later=2)
    with pytest.raises(InDoubt) as question:
        told(commune, title="Hội nghị khác", opinions=5, answered_there=2, answer_later=2)

    assert "Còn 1 ý kiến" in question.value.oddities[0].message


def test_limits_are_kept_on_the_day_itself_and_not_a_day_beyond(commune):
    adopt_known()
    right = told(commune, notice_days=7, result_days=10)
    wrong = told(commune, title="Khác", notice_days=6, result_days=11)
    unsaid = told(commune, title="Ba")

    states = [[each.state for each in limits_kept(row)] for row in (right, wrong, unsaid)]
    assert states == [["done", "done"], ["refused", "refused"], ["quiet", "quiet"]]


def test_no_limit_is_told_where_none_held(commune):
    adopt_known()
    before = told(commune, last_day=date(2025, 6, 30), notice_days=1)
    secretary = told(commune, sort="secretary", notice_days=1)

    assert [limits_kept(before), limits_kept(secretary), limits_kept(told(commune, **FORUM))] == [
        [],
        [],
        [],
    ]


def test_its_page_shows_limits_and_the_matters_that_came_out_of_it(client, commune):
    adopt_known()
    row = told(commune, answer_later=1, notice_days=3)
    client.force_login(build.clerk(commune))
    address = f"/don-vi/{commune.uuid}/kien-nghi/ghi/?goc={row.origin}&loai=opinion"
    page = client.get(f"/doi-thoai/{row.uuid}/").content.decode()
    assert address.replace("&", "&amp;") in page
    assert "không đúng hạn: 3 ngày" in page
    assert client.get(address).status_code == 200

    entry = RaisedMatter(
        key="k",
        sort="opinion",
        words="Sửa cầu",
        raised_by=commune,
        raised_on=DAY,
        origin=row.origin,
    )
    raise_matter(
        by=build.recorder(), at=build.NOW, raising=Raising(entry=entry, keeper=commune, due=DAY)
    )

    assert "Sửa cầu" in client.get(f"/doi-thoai/{row.uuid}/").content.decode()


def test_a_stranger_may_not_record_it(client, commune):
    client.force_login(build.clerk(build.unit("Tỉnh khác")))

    assert client.get(f"/don-vi/{commune.uuid}/doi-thoai/ghi/").status_code == 403
