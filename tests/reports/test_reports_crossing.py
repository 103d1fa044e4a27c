"""A report whose figures cross a reorganisation says so: in its text and at each table."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from lantoa.acts.reversing import reverse
from lantoa.acts.steps import Sort, Step
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.reports.operations import file_of
from lantoa.reports.queries import Request, report
from lantoa.units.models import Kind
from tests import build
from tests.acts.acts import DAY, country, passed, reorganised

pytestmark = pytest.mark.django_db
YEAR, NEXT = Period.year(2025), Period.year(2026)


@pytest.fixture
def land():
    """A province in which each commune and the district recorded something before the change."""
    land = country()
    for unit in (land.district, land.communes[2], *land.cells[0]):
        build.meeting(at=unit, on=date(2025, 3, 1), members_present=5)
        build.work(at=unit, on=date(2025, 3, 1))
    return land


def asked(unit, period=YEAR, **more):
    return Request(Question(unit.pk, period, **more), day=date(2026, 2, 5))


def paragraphs(request):
    content = file_of(report(request), profile=request.profile, kind="docx")
    return [each.text for each in Document(BytesIO(content)).paragraphs]


def sheets(request):
    content = file_of(report(request), profile=request.profile, kind="xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def crossed(act):
    return f"Kỳ này đi qua một lần sắp xếp: {act}, có hiệu lực từ 1/7/2025."


def divided(act):
    return f"Số liệu riêng của Xã Bình Thành tính vào Xã Thoại Sơn theo {act}."


def test_the_text_names_the_decision_the_divided_unit_and_the_chart(land):
    act = reorganised(land)

    said = paragraphs(asked(land.province))

    chart = "Mọi số liệu tính trên một sơ đồ tổ chức, của ngày 31/12/2025."
    assert f"{crossed(act)} {chart}" in said
    assert divided(act) in said


def test_each_table_of_the_paper_names_the_decision_below_it(land):
    act = reorganised(land)

    said = paragraphs(asked(land.province))

    assert len(report(asked(land.province)).annexes) == 4
    assert said.count(crossed(act)) == 4
    assert said.count(divided(act)) == 1 + 2


def test_each_sheet_names_the_decision_above_its_table(land):
    act = reorganised(land)

    found = sheets(asked(land.province))

    assert len(found) == 4
    for rows in found.values():
        first_column = [row[0] for row in rows]
        assert first_column.index(crossed(act)) < first_column.index("TT")


def test_a_former_district_has_a_line_of_its_own_that_says_what_it_counts(land):
    reorganised(land)
    line = "Huyện Sơn (đến 30/6/2025): số liệu cấp huyện cũ, không phân bổ"

    by_unit = next(each for each in report(asked(land.province)).annexes if "Theo" in each.name)

    assert [row.cells[1] for row in by_unit.rows].count(line) == 1


def test_a_commune_names_the_district_it_hung_under(land):
    act = reorganised(land)
    new = act.steps.get(order=0).formed

    said = paragraphs(asked(new))

    line = "Huyện Sơn (đến 30/6/2025): số liệu cấp huyện cũ, không phân bổ"
    assert f"{line} cho xã, phường; đứng một dòng riêng." in said
    assert divided(act) in said


@pytest.mark.parametrize("period", [NEXT, Period(date(2025, 1, 1), date(2025, 6, 30))])
def test_a_period_that_crosses_nothing_says_nothing(land, period):
    reorganised(land)

    shown = [*paragraphs(asked(land.province, period)), *sheets(asked(land.province, period))]

    assert not any("sắp xếp" in words for words in shown)


def test_a_chart_of_another_day_than_the_period_is_named(land):
    act = reorganised(land)

    said = paragraphs(asked(land.province, Period.year(2024), chart=date(2026, 1, 1)))

    words = f"Giữa kỳ này và ngày của sơ đồ có một lần sắp xếp: {act}, có hiệu lực từ 1/7/2025."
    assert any(each.startswith(words) for each in said)


def quote(unit, what, first, last):
    entry = Quotation(
        key=what, unit=unit, first_day=first, last_day=last, what=what, value=3, scale=0,
        measure="meetings.held", measured_in="buổi", source="Báo An Giang",
    )  # fmt: skip
    quotations.record_many(by=build.recorder(), at=build.NOW, entries=[entry])


def test_published_figures_are_held_against_the_decision_only_where_they_cross_it(land):
    act = reorganised(land)
    quote(land.province, "số buổi trước sắp xếp", date(2025, 1, 1), date(2025, 6, 30))

    words = f"Có kỳ trong bảng đi qua một lần sắp xếp: {act}, có hiệu lực từ 1/7/2025."

    assert words not in paragraphs(asked(land.province))
    quote(land.province, "số buổi cả năm", date(2025, 1, 1), date(2025, 12, 31))
    assert words in paragraphs(asked(land.province))


def test_of_many_decisions_the_text_names_the_first_and_an_annex_all(land):
    acts = [
        passed([Step(sort=Sort.OPEN, kind=Kind.CELL, code=f"C{n}", name=f"Chi bộ mới {n}",
                     parent=land.communes[0].pk)], on=DAY.replace(day=n + 1))
        for n in range(5)
    ]  # fmt: skip
    request = asked(land.province)

    said = paragraphs(request)
    annex = report(request).annexes[-1]

    assert any("Còn 2 mục khác: xem phụ lục Sắp xếp tổ chức." in each for each in said)
    assert annex.name == "Sắp xếp tổ chức"
    assert [act.number in row.cells[1] for act, row in zip(acts, annex.rows, strict=True)] == [
        True
    ] * 5


def test_a_report_as_it_was_known_names_what_was_known_then(land):
    act = reorganised(land)

    later = build.NOW.replace(year=2027)
    reverse(act, reason="nhầm", by=build.person(), at=later)

    then = report(asked(land.province, as_known=build.NOW.replace(month=12)))
    now = report(asked(land.province))

    assert crossed(act) in "\n".join(map(str, then.opening))
    assert "Xã Thoại Sơn" in [row.cells[1] for annex in then.annexes for row in annex.rows]
    assert "sắp xếp" not in "\n".join(map(str, now.opening))
