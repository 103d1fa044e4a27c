"""News, articles, broadcasts and contests: recorded, counted, told on paper, and refused."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from lantoa.guidance.operations import adopt_known
from lantoa.guidance.queries import teachable_documents, teachable_themes
from lantoa.records.outreach.models import Outreach
from lantoa.records.outreach.operations import DONE
from lantoa.records.record.entry import Refused
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


def told(unit, **more):
    said = {"key": str(more), "sort": "news", "title": "Học tập và làm theo Bác", "times": 1} | more
    entry = Outreach(unit=unit, first_day=DAY, last_day=DAY, **said)
    return DONE.record(by=build.recorder(), at=build.NOW, entry=entry)


def totals(unit):
    out = StringIO()
    call_command("figures", unit=unit, first="2026-01-01", last="2026-12-31", json=True, stdout=out)
    measures = json.loads(out.getvalue())["measures"]
    return {code: line["total"] for code, line in measures.items() if line["total"] is not None}


def test_it_is_counted_by_what_was_told_and_by_channel():
    commune = build.unit("Xã", kind=Kind.COMMUNE, code="X1")
    cell = build.unit("Chi bộ", under=commune)
    told(commune, sort="news", channel="web", times=12)
    told(cell, sort="article", channel="zalo", times=3)
    told(cell, sort="broadcast", times=40)
    told(commune, sort="contest", times=2)

    found = {code: total for code, total in totals("X1").items() if code.startswith("outreach.")}

    assert found == {
        "outreach.told": 55,
        "outreach.news": 12,
        "outreach.article": 3,
        "outreach.broadcast": 40,
        "outreach.contest": 2,
        "outreach.web": 12,
        "outreach.zalo": 3,
    }


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"sort": "rumour"}, "sort"), ({"channel": "pigeon"}, "channel"), ({"title": ""}, "title"),
     ({"times": -1}, "times"), ({"times": 0}, "times"), ({"times": 2, "refuting": 3}, "refuting")],
)  # fmt: skip
def test_what_the_form_refuses_the_operation_refuses_beside_its_box(commune, wrong, field):
    with pytest.raises(Refused) as refusal:
        told(commune, **wrong)

    assert [problem.field for problem in refusal.value.problems] == [field]


def test_a_cell_is_offered_it_on_the_phone_and_a_clerk_on_the_unit_s_page(client, commune):
    cell = build.unit("Chi bộ", under=commune)
    address = f"/don-vi/{cell.uuid}/tuyen-truyen/ghi/"
    client.force_login(build.clerk(commune))

    assert address in client.get(f"/ghi/{cell.uuid}/").content.decode()
    assert address in client.get(f"/don-vi/{cell.uuid}/").content.decode()


def test_it_is_asked_for_written_down_and_listed(client, commune):
    client.force_login(build.clerk(commune))
    address = f"/don-vi/{commune.uuid}/tuyen-truyen/"
    form = client.get(f"{address}ghi/").context
    boxes = {"sort": "broadcast", "channel": "radio", "title": "Gương người tốt", "times": "1.234",
             "last_day": "10/3/2026", "key": form["beside"]["key"].value()}  # fmt: skip

    client.post(f"{address}ghi/", boxes)

    page = client.get(address).content.decode()
    assert "Gương người tốt" in page
    assert "Lượt phát thanh, truyền hình: 1.234, Truyền thanh" in page


def test_a_fresh_form_holds_what_is_usual_and_names_what_may_stay_unsaid(client, commune):
    client.force_login(build.clerk(commune))
    form = client.get(f"/don-vi/{commune.uuid}/tuyen-truyen/ghi/").context["form"]

    assert form["times"].value() == "1"
    assert ("", "Không ghi") in form.fields["channel"].choices
    assert "Không ghi" not in dict(form.fields["sort"].choices).values()


def test_a_stranger_may_not_record_it(client, commune):
    client.force_login(build.clerk(build.unit("Tỉnh khác")))

    assert client.get(f"/don-vi/{commune.uuid}/tuyen-truyen/ghi/").status_code == 403


def test_what_nobody_counted_is_recorded_and_stays_unknown(client, commune):
    kept = told(commune, times=None, sort="any", partners="các đoàn thể")
    client.force_login(build.clerk(commune))

    page = client.get(kept_address(commune, kept)).content.decode()

    assert "chưa có số" in page
    assert "các đoàn thể" in page


def test_exemplars_and_refuting_items_are_counts(commune):
    commune = build.unit("Xã khác", kind=Kind.COMMUNE, code="X2")
    told(commune, times=9, exemplars=2, refuting=3)

    found = totals("X2")

    assert (found["outreach.exemplars"], found["outreach.refuting"]) == (2, 3)


def test_it_says_which_document_and_theme_it_was_about(client, commune):
    adopt_known()
    document, theme = teachable_documents(DAY).last(), teachable_themes(DAY).last()
    kept = told(commune, key="about", documents=[document], themes=[theme])
    client.force_login(build.clerk(commune))

    page = client.get(kept_address(commune, kept)).content.decode()

    assert str(document) in page
    assert str(theme) in page


def kept_address(unit, kept):
    return f"/tuyen-truyen/{kept.uuid}/"
