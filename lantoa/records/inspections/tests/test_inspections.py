"""Inspections: counted without words, zero told from unknown, refused, hidden from siblings."""

import json
from datetime import date
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command

from lantoa.records.inspections.models import Inspection, InspectionTheme
from lantoa.records.inspections.operations import DONE, adopt_known
from lantoa.records.record.columns import Mark, columns_of
from lantoa.records.record.entry import Refused
from lantoa.records.record.queries.beside import rows_of
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def commune():
    adopt_known()
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE, code="X1")


def inspected(unit, *, on=DAY, **more):
    said = {"key": str(uuid4()), "sort": "inspection"} | more
    entry = Inspection(unit=unit, first_day=on, last_day=on, **said)
    return DONE.record(by=build.recorder(), at=build.NOW, entry=entry)


def totals():
    out = StringIO()
    call_command("figures", unit="X1", first="2026-01-01", last="2026-12-31", json=True, stdout=out)
    measures = json.loads(out.getvalue())["measures"]
    return {
        code.split(".")[1]: line["total"]
        for code, line in measures.items()
        if code.startswith("inspections.") and line["total"] is not None
    }


def test_inspections_and_supervisions_are_counted_by_manner_with_their_results(commune):
    inspected(commune, manner="regular", times=2, organisations=3, faulty_organisations=1)
    inspected(commune, sort="supervision", manner="thematic", times=1, members=4, good_members=4)

    assert totals() == {
        "inspections": 2,
        "inspections_regular": 2,
        "supervisions": 1,
        "supervisions_thematic": 1,
        "organisations": 3,
        "members": 4,
        "faulty_organisations": 1,
        "good_members": 4,
    }


def test_zero_is_said_and_is_not_what_nobody_knows(client, commune):
    row = inspected(commune, disciplined_members=0)
    client.force_login(build.clerk(commune))

    page = client.get(f"/kiem-tra-giam-sat/{row.uuid}/").content.decode()

    assert totals() == {"disciplined_members": 0}
    assert "0 đảng viên" in page
    assert "chưa có số" in page


def test_it_has_no_box_for_words_of_its_own():
    words = [each.name for each in columns_of(Inspection) if each.part and isinstance(each, Mark)]

    assert words == ["sort", "manner", "body"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"sort": "raid"}, "sort"), ({"manner": "x"}, "manner"), ({"body": "x"}, "body"),
     ({"times": -1}, "times"), ({"members": -1}, "members"), ({"note": "Nhắc nhở"}, "note"),
     ({"organisations": 2, "faulty_organisations": 3}, "faulty_organisations"),
     ({"organisations": 2, "good_organisations": 3}, "good_organisations"),
     ({"members": 2, "faulty_members": 3}, "faulty_members"),
     ({"members": 2, "good_members": 2, "faulty_members": 1}, "faulty_members"),
     ({"remedies_due": 1, "remedies_done": 2}, "remedies_done"),
     ({"announced_on": date(2026, 3, 11)}, "announced_on")],
)  # fmt: skip
def test_what_cannot_be_is_refused_beside_its_box(commune, wrong, field):
    with pytest.raises(Refused) as refusal:
        inspected(commune, **wrong)

    assert [problem.field for problem in refusal.value.problems] == [field]


def test_results_that_come_to_what_was_inspected_are_taken(commune):
    row = inspected(commune, members=3, good_members=2, faulty_members=1, disciplined_members=0)

    assert row.faulty_members == 1


def test_it_is_asked_for_written_down_and_listed(client, commune):
    client.force_login(build.clerk(commune))
    address = f"/don-vi/{commune.uuid}/kiem-tra-giam-sat/"
    page = client.get(f"{address}ghi/").context
    theme = rows_of(InspectionTheme)[0]
    boxes = {"sort": "supervision", "theme": str(theme.pk), "times": "1", "organisations": "2",
             "last_day": "10/3/2026", "key": page["beside"]["key"].value()}  # fmt: skip

    client.post(f"{address}ghi/", boxes)

    shown = client.get(address).content.decode()
    assert str(theme) in shown
    assert "1 cuộc; 2 tổ chức đảng, chưa có số đảng viên" in shown


def test_the_list_asks_as_much_for_many_as_for_one(client, commune, django_assert_max_num_queries):
    client.force_login(build.clerk(commune))
    theme, asked = rows_of(InspectionTheme)[0], []
    for number in range(2):
        for step in range(1 + number * 8):
            on = date(2026, 1 + number, 1 + step)
            inspected(commune, on=on, theme=theme, times=1)
        with django_assert_max_num_queries(60) as found:
            client.get(f"/don-vi/{commune.uuid}/kiem-tra-giam-sat/")
        asked.append(len(found))

    assert asked[0] == asked[1]


def test_a_sibling_unit_sees_neither_record_nor_list(client, commune):
    row = inspected(commune, times=1)
    sibling = build.unit("Xã bên", under=build.unit("Tỉnh khác"), kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=commune)

    for stranger in (sibling, cell):
        client.force_login(build.clerk(stranger))
        assert client.get(f"/kiem-tra-giam-sat/{row.uuid}/").status_code == 403
        assert client.get(f"/don-vi/{commune.uuid}/kiem-tra-giam-sat/").status_code == 403
