"""Indicators: a kept catalogue, formulas, weights, who stated what, targets and their lights."""

import json
from datetime import date
from io import StringIO
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from lantoa.posts.models import Post
from lantoa.records.indicators.models import Indicator, IndicatorTarget, Sort
from lantoa.records.indicators.operations import adopt_known, end_target, record, set_target
from lantoa.records.record.entry import Refused
from lantoa.records.record.operations.listing import add_row, end_row
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 31)
ADMIN = Post.Right.ADMIN
PASSWORDS = "lantoa.people.access.PasswordSignIn"
SCHOOLS = "national-standard-schools"
AGENCY = "Phòng Giáo dục"


@pytest.fixture
def province():
    adopt_known()
    return build.unit("Tỉnh", code="T1")


@pytest.fixture
def communes(province):
    return [
        build.unit(name, under=province, kind=Kind.COMMUNE, code=name) for name in ("Xa1", "Xa2")
    ]


def sort(code):
    return Sort.objects.get(code=code)


def stated(unit, code, value, *, on=DAY, **more):
    said = {"unit": unit, "key": str(uuid4()), "first_day": on, "last_day": on} | more
    entry = Indicator(sort=sort(code), value=value, **said)
    return record(by=build.recorder(), at=build.NOW, entry=entry)


def administrator(root):
    return {"by": build.clerk(root, right=ADMIN), "at": build.NOW, "root": root}


def added(root, **more):
    said = {
        "label": "Chỉ tiêu mới", "measured_in": "%", "nature": "loose", "scale": 2,
        "valid_from": date(2026, 1, 1), "source": "Quyết định 1",
    }  # fmt: skip
    return add_row(Sort, **administrator(root), said=said | more)


def figures(unit, *, text=False):
    out = StringIO()
    asked = {"unit": unit, "first": "2026-01-01", "last": "2026-12-31"}
    call_command("figures", **asked, json=not text, stdout=out)
    return out.getvalue() if text else json.loads(out.getvalue())["measures"]


def test_rows_that_people_ended_are_left_alone_when_the_catalogue_is_taken_in(province):
    held = sort("left-poverty")
    end_row(held, **administrator(province), valid_to=date(2026, 2, 1), reason="Quyết định 2")

    adopt_known()

    assert sort("left-poverty").valid_to == date(2026, 2, 1)


def test_the_database_refuses_to_change_or_delete_a_row_of_the_catalogue(province):
    for change in ({"label": "Khác"}, {"formula": "1"}, {"near_percent": 1}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Sort.objects.filter(code=SCHOOLS).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sort.objects.get(code=SCHOOLS).delete()


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("[không.có] + 1", "Không có số liệu ghi với mã [không.có]."),
        ("__import__('os')", "Công thức chỉ gồm số"),
        ("[meetings.held] +", "Không đọc được công thức"),
    ],
)
def test_a_formula_that_cannot_be_read_or_names_nothing_is_refused(province, formula, words):
    with pytest.raises(ValidationError) as refusal:
        added(province, formula=formula)

    assert words in refusal.value.message_dict["formula"][0]


def test_a_formula_over_a_formula_is_refused(province):
    first = added(province, formula="[meetings.held] + 1")

    with pytest.raises(ValidationError):
        added(province, label="Hai", formula=f"[indicators.{first.code}] + 1")


def test_a_formula_is_worked_out_of_totals_and_unknown_stays_unknown(province, communes):
    row = added(province, formula=f"100 × [indicators.{SCHOOLS}] ÷ [indicators.{SCHOOLS}.whole]")
    code = f"indicators.{row.code}"
    assert figures("T1")[code]["total"] is None
    stated(communes[0], SCHOOLS, 3, whole=4)
    stated(communes[1], SCHOOLS, 2, whole=8)

    found = figures("T1")[code]

    assert (found["total"], found["own"]) == (4167, None)
    assert [each["total"] for each in found["below"]] == [7500, 2500]
    assert figures("Xa1")[code]["own"] == 7500


def test_what_has_a_formula_is_never_stated(province, communes):
    row = added(province, formula="[meetings.held] + 1")

    with pytest.raises(Refused, match="tính từ số liệu khác"):
        stated(communes[0], row.code, 5)


def test_rates_are_added_by_the_weight_that_is_stated_with_them(province, communes):
    stated(communes[0], "satisfaction-rate", 9000, whole=100)
    stated(communes[1], "satisfaction-rate", 8000, whole=300)

    found = figures("T1")["indicators.satisfaction-rate"]

    assert (found["total"], found["from_units"]) == (8250, 2)


def test_what_does_not_go_together_makes_no_figure_of_two(province, communes):
    row = added(province, nature="apart", scale=0)
    stated(communes[0], row.code, 5)
    assert figures("Xa1")[f"indicators.{row.code}"]["own"] == 5
    stated(communes[0], row.code, 7, on=date(2026, 5, 1))

    assert figures("Xa1")[f"indicators.{row.code}"]["own"] is None


def test_what_nobody_told_is_no_zero_and_hides_no_earlier_number(province, communes):
    stated(communes[0], SCHOOLS, None)
    assert figures("Xa1")[f"indicators.{SCHOOLS}"]["own"] is None
    stated(communes[0], SCHOOLS, 3, on=date(2026, 1, 5), whole=4)

    assert figures("Xa1")[f"indicators.{SCHOOLS}"]["own"] == 3


def test_one_units_figure_above_it_names_unit_day_and_agency(province, communes):
    stated(communes[0], SCHOOLS, 3, whole=4, agency=AGENCY)

    found, text = figures("T1")[f"indicators.{SCHOOLS}"], figures("T1", text=True)

    (said,) = found["stated"]
    assert said == "3/4 trường, Xa1, 31/3/2026, Phòng Giáo dục"
    assert found["of_one_other_unit"]
    assert "của một đơn vị" in text
    assert said in text
    assert not figures("Xa1")[f"indicators.{SCHOOLS}"]["of_one_other_unit"]


def test_pages_never_show_one_units_figure_as_that_of_those_above(client, province, communes):
    stated(communes[0], SCHOOLS, 3, whole=4, agency=AGENCY)
    client.force_login(
        build.clerk(province, right=Post.Right.VIEW), backend="lantoa.people.access.PasswordSignIn"
    )
    query = "?from=2026-01-01&to=2026-12-31"

    page = client.get(f"/don-vi/{province.uuid}/{query}").content.decode()
    opened = client.get(f"/don-vi/{province.uuid}/so-lieu/indicators.{SCHOOLS}/{query}")

    for text in (page, opened.content.decode()):
        assert "của một đơn vị" in text
        assert "31/3/2026, Phòng Giáo dục" in text


def target(unit, *, by=None, value=4, year=2026, code=SCHOOLS, since=date(2025, 8, 1)):
    return set_target(
        by=by or build.clerk(unit), at=build.NOW, unit=unit, sort=sort(code), year=year,
        value=value, source="Nghị quyết 01", valid_from=since,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "words", "state"),
    [
        (10, "Đạt", "done"),
        (9, "Sắp đạt", "wait"),
        (8, "Chưa đạt", "refused"),
        (None, "Chưa có số", "quiet"),
    ],
)
def test_a_target_stands_beside_its_figure_with_a_light(client, communes, value, words, state):
    clerk = build.clerk(communes[0])
    target(communes[0], by=clerk, value=10)
    held = stated(communes[0], SCHOOLS, value, whole=12)
    client.force_login(clerk, backend=PASSWORDS)

    page = client.get(f"/don-vi/{communes[0].uuid}/?from=2026-01-01&to=2026-12-31")
    one = client.get(f"/chi-tieu/{held.uuid}/")

    shown = " ".join(page.content.decode().split())
    assert f'mức năm 2026 là 10 trường <span class="badge {state}">' in shown
    assert f"</svg> {words}</span>" in shown
    assert f"10 trường: {words.lower()} (Nghị quyết 01)" in one.content.decode()
    assert f"mức năm 2026 là 10 trường (Nghị quyết 01): {words}" in figures("Xa1", text=True)


def test_a_year_has_one_target_and_a_new_paper_ends_the_old(communes):
    held = target(communes[0])
    with pytest.raises(ValidationError, match="đã có mức đang dùng"):
        target(communes[0], value=5)

    clerk = build.clerk(communes[0])
    end_target(held, by=clerk, at=build.NOW, valid_to=date(2026, 6, 1), reason="Nghị quyết mới")
    again = target(communes[0], value=5, since=date(2026, 6, 1))

    assert again.value == 5
    assert IndicatorTarget.objects.count() == 2
    with pytest.raises(DatabaseError), transaction.atomic():
        IndicatorTarget.objects.filter(pk=again.pk).update(value=6)


def test_a_stranger_sets_no_target_and_learns_nothing(client, communes):
    stranger = build.clerk(communes[1])
    with pytest.raises(PermissionDenied):
        target(communes[0], by=stranger)
    client.force_login(stranger, backend=PASSWORDS)

    hidden = client.get(f"/don-vi/{communes[0].uuid}/muc-phai-dat/")
    absent = client.get(f"/don-vi/{uuid4()}/muc-phai-dat/")

    assert hidden.status_code == absent.status_code == 403


def test_a_clerk_sets_a_target_on_the_page_and_is_told_what_is_wrong(client, communes):
    client.force_login(build.clerk(communes[0]), backend=PASSWORDS)
    address = f"/don-vi/{communes[0].uuid}/muc-phai-dat/"
    said = {
        "sort": sort("poor-household-rate").pk, "year": "2027", "value": "1,305",
        "source": "Nghị quyết 01", "valid_from": "1/8/2025",
    }  # fmt: skip

    refused = client.post(address, said).content.decode()
    sent = client.post(address, said | {"value": "1,3"})

    assert "tối đa 2 chữ số sau dấu phẩy" in refused
    assert "1,305" in refused
    assert (sent.status_code, IndicatorTarget.objects.get().value) == (302, 130)
    assert "1,30 %" in client.get(address).content.decode()
    one = f"{address}{IndicatorTarget.objects.get().uuid}/"
    ended = client.post(one, {"valid_to": "1/6/2026", "reason": "Nghị quyết 2"})
    assert ended.status_code == 302
    assert "đã thôi dùng" in client.get(address).content.decode()


def test_an_administrator_adds_a_sort_and_a_formula_on_the_page(client, province):
    client.force_login(build.clerk(province, right=ADMIN), backend=PASSWORDS)
    address = f"/don-vi/{province.uuid}/danh-muc/chi-tieu/"
    said = {
        "label": "Buổi học trên một chi bộ", "measured_in": "buổi", "scale": "1",
        "formula": "[meetings.held] ÷ [units.khong]", "valid_from": "1/1/2026", "source": "QĐ 1",
        "near_percent": "101",
    }  # fmt: skip

    refused = client.post(address, said).content.decode()
    assert "Ghi từ 1 đến 100." in refused
    unknown = client.post(address, said | {"near_percent": "80"}).content.decode()
    assert "Không có số liệu ghi với mã [units.khong]." in unknown
    right = said | {"near_percent": "80", "formula": "[meetings.held] ÷ [units.cells]"}
    assert client.post(address, right).status_code == 302
    row = Sort.objects.get(label="Buổi học trên một chi bộ")
    assert (row.scale, row.near_percent, row.nature) == (1, 80, "loose")
    assert "= [meetings.held] ÷ [units.cells]" in client.get(address).content.decode()


def test_the_page_asks_no_more_however_many_targets_there_are(client, communes):
    clerk = build.clerk(communes[0])
    client.force_login(clerk, backend=PASSWORDS)
    address = f"/don-vi/{communes[0].uuid}/muc-phai-dat/"
    target(communes[0], by=clerk)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for year in range(2027, 2031):
        target(communes[0], by=clerk, year=year)

    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)
