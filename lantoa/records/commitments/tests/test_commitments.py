"""Pledges, tasks, standards and pacts: counted, refused, asked about, posted, hidden."""

import json
from datetime import date
from io import BytesIO, StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from docx import Document

from lantoa.records.commitments.models import Commitment
from lantoa.records.commitments.operations import DONE
from lantoa.records.record.entry import InDoubt, Refused
from lantoa.units.models import Kind
from lantoa.units.operations import state_members
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE, code="X1")


def taken(unit, *, on=DAY, **more):
    said = {"key": str(uuid4()), "sort": "task", "title": "Trả hồ sơ đúng hẹn"} | more
    entry = Commitment(unit=unit, first_day=on, last_day=on, **said)
    return DONE.record(by=build.recorder(), at=build.NOW, entry=entry)


def totals(unit="X1"):
    out = StringIO()
    call_command("figures", unit=unit, first="2026-01-01", last="2026-12-31", json=True, stdout=out)
    measures = json.loads(out.getvalue())["measures"]
    return {
        code.split(".")[1]: line["total"]
        for code, line in measures.items()
        if code.startswith("commitments.") and line["total"]
    }


def test_pledges_are_counted_as_signed_and_as_fulfilled(commune):
    taken(commune, sort="pledges", to_sign=30, signed=28, fulfilled=27, leaders_signed=5)

    found = totals()

    assert found == {"to_sign": 30, "signed": 28, "fulfilled": 27, "leaders_signed": 5}


def test_what_was_taken_on_is_counted_by_sort_and_outcome(commune):
    taken(commune, outcome="done")
    taken(commune, sort="pressing", title="Rác ở chợ")
    taken(commune, sort="example", who="head", post="Bí thư chi bộ", outcome="not_done")

    assert totals() == {
        "task": 1,
        "task_done": 1,
        "pressing": 1,
        "example": 1,
        "example_not_done": 1,
    }


def test_standards_checks_and_pacts_are_counted_by_units(commune):
    taken(commune, sort="standard", scope="cells", units_involved=20, units_posted=18)
    taken(commune, sort="check", scope="cells", units_involved=5, checks=7)
    taken(commune, sort="pact", units_involved=31)

    found = totals()

    assert (found["standards"], found["units_posted"], found["pacts"]) == (20, 18, 31)
    assert (found["checked"], found["checks"]) == (5, 7)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"sort": "wish"}, "sort"), ({"title": ""}, "title"), ({"who": "x"}, "who"),
     ({"outcome": "x"}, "outcome"), ({"scope": "x"}, "scope"), ({"signed": 3}, "signed"),
     ({"sort": "pledges", "to_sign": 3, "signed": 4}, "signed"),
     ({"sort": "pledges", "signed": 3, "fulfilled": 4}, "fulfilled"),
     ({"sort": "pledges", "signed": 3, "leaders_signed": 4}, "leaders_signed"),
     ({"sort": "pledges", "signed": -1}, "signed"), ({"units_involved": -1}, "units_involved"),
     ({"post": "Bí thư", "who": "unit"}, "post"), ({"sort": "standard"}, "scope"),
     ({"scope": "cells"}, "scope"), ({"due_on": date(2026, 3, 9)}, "due_on")],
)  # fmt: skip
def test_what_cannot_be_is_refused_beside_its_box(commune, wrong, field):
    with pytest.raises(Refused) as refusal:
        taken(commune, **wrong)

    assert [problem.field for problem in refusal.value.problems] == [field]


def test_more_pledges_than_members_are_asked_about(commune):
    cell = build.unit("Chi bộ", under=commune)
    state_members(cell, members=12, change=build.change(DAY))

    taken(cell, sort="pledges", to_sign=12)
    with pytest.raises(InDoubt, match="đơn vị có 12 đảng viên"):
        taken(cell, sort="pledges", to_sign=13, title="Năm nay", on=date(2026, 3, 11))


def test_a_standard_says_which_version_came_after_it(client, commune):
    old = taken(commune, sort="standard", scope="cells", title="Bản 2025", on=date(2025, 2, 3))
    taken(commune, sort="standard", scope="cells", title="Bản 2026")
    client.force_login(build.clerk(commune))

    page = client.get(f"/cam-ket/{old.uuid}/").content.decode()

    assert "đã có bản mới" in page
    assert "Bản 2026" in page


def test_a_standard_is_posted_point_by_point(client, commune):
    row = taken(commune, sort="standard", scope="cells", text="Nói đi đôi với làm; Giữ lời hứa")
    client.force_login(build.clerk(commune))

    answer = client.get(f"/cam-ket/{row.uuid}/niem-yet.docx")

    words = [line.text for line in Document(BytesIO(answer.content)).paragraphs]
    assert "1. Nói đi đôi với làm" in words
    assert "2. Giữ lời hứa" in words


def test_it_is_asked_for_written_down_and_listed(client, commune):
    client.force_login(build.clerk(commune))
    address = f"/don-vi/{commune.uuid}/cam-ket/"
    page = client.get(f"{address}ghi/").context
    boxes = {"sort": "pledges", "title": "Bản cam kết 2026", "to_sign": "30", "signed": "28",
             "last_day": "10/3/2026", "key": page["beside"]["key"].value()}  # fmt: skip

    client.post(f"{address}ghi/", boxes)

    assert "đã ký 28, phải ký 30" in client.get(address).content.decode()


def test_the_list_asks_as_much_for_many_as_for_one(client, commune, django_assert_max_num_queries):
    client.force_login(build.clerk(commune))
    asked = []
    for number in range(2):
        for step in range(1 + number * 8):
            taken(commune, title=f"Việc {number} {step}")
        with django_assert_max_num_queries(60) as found:
            client.get(f"/don-vi/{commune.uuid}/cam-ket/")
        asked.append(len(found))

    assert asked[0] == asked[1]


def test_a_stranger_sees_neither_page_nor_sheet(client, commune):
    row = taken(commune)
    client.force_login(build.clerk(build.unit("Tỉnh khác")))

    assert client.get(f"/cam-ket/{row.uuid}/").status_code == 403
    assert client.get(f"/cam-ket/{row.uuid}/niem-yet.docx").status_code == 403
