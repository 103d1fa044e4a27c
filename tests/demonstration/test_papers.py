"""Every number on a paper is one that was computed or is quoted: read back and compared."""

import os
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from lantoa.demonstration.operations.papers import PAPERS, SampleReport, write_all
from lantoa.figures.question import Question
from lantoa.figures.writing import write_number, write_percentage, write_scaled
from lantoa.records.meetings.queries import by_content
from lantoa.records.ratings.models import RatedClass
from lantoa.records.works.queries import rows as works_of
from lantoa.reports.operations import file_of
from lantoa.reports.queries import SIMULATED, Request, report
from lantoa.tally.queries import Answer, Sheet, answer
from lantoa.units.queries import find_unit

pytestmark = pytest.mark.usefixtures("demonstration")

DAY = date(2026, 11, 2)
NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
NOT_FIGURES = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|\d+/(?:\d{4}/)?(?:NQ-UBTVQH|QH)\d+"
    r"|\d+-(?:CT|KL|QĐ|NQ)/TW|Trung ương \d+|(?:năm|quý|tháng|khóa) [\dIVX/]+"
    r"|ngày \d+ tháng \d+ năm \d+|giai đoạn \d+|PHỤ LỤC \d+|\d+ tháng (?:đầu|cuối)|^\d+\. "
    r"|(?:ấp|Chi bộ|trường|Xã|Ấp)[^,;()]*? \d+|Chuyên đề \d+|190 năm"
)


def asked(paper: SampleReport) -> Request:
    return Request(Question(find_unit(paper.code).pk, paper.period), day=DAY)


def word_lines(content: bytes) -> Iterator[str]:
    """Yield the text of every paragraph and cell; the first cell of a row only orders it."""
    document = Document(BytesIO(content))
    for paragraph in document.paragraphs:
        yield paragraph.text
    for table in document.tables:
        for row in table.rows:
            cells = [cell.text for cell in row.cells]
            yield from cells[1:] if cells[0].isdigit() else cells


def numbers_in(lines: Iterator[str]) -> set[str]:
    """Return the figures of a text: days, numbers of documents and names of places left out."""
    found: set[str] = set()
    for line in lines:
        plain = line.replace("\u00a0", " ")
        found |= set(NUMBER.findall(NOT_FIGURES.sub(" ", plain)))
    return found


def accountable(paper: SampleReport) -> set[str]:
    """Return every number that the system computes or quotes for this unit and period."""
    request = asked(paper)
    told = answer(request.asked)
    numbers = set(_of_sheet(told.sheet)) | set(_of_quotations(told)) | set(_of_rows(told))
    numbers |= set(_of_stating(told)) | set(_of_classes(told.sheet))
    return {found for number in numbers for found in NUMBER.findall(number)}


def _of_sheet(counted: Sheet) -> Iterator[str]:
    for line in counted.lines.values():
        over = counted.lines.get(line.measure.share_of or "")
        yield line.measure.label
        pairs = [(line.own, over and over.own), (line.total, over and over.total)]
        pairs += [(figure, over and over.below.get(unit)) for unit, figure in line.below.items()]
        for figure, whole in pairs:
            yield write_scaled(figure, scale=line.measure.scale)
            yield write_percentage(figure, whole)
    for coverage in counted.coverage.values():
        owed = (coverage.owed, coverage.said, len(coverage.nothing_happened), len(coverage.silent))
        yield from map(write_number, owed)
    yield from (write_number(line.units) for line in counted.lines.values())
    yield from (write_number(len(records)) for records in counted.apart.values())


def _of_quotations(told: Answer) -> Iterator[str]:
    for each in [*told.comparisons, *told.quoted_of_area]:
        yield from (each.written_published, each.written_computed, each.written_difference)
        yield each.quotation.what
        yield each.quotation.source


def _of_stating(told: Answer) -> Iterator[str]:
    for code, found in told.stating.by_code.items():
        measure = told.sheet.lines[code].measure
        for each in found:
            yield write_scaled(each.figure, scale=measure.scale)
            yield write_number(each.whole)
            yield write_percentage(each.figure, each.whole)
    for goal in told.stating.goals:
        yield from (goal.target, goal.figure, goal.goal.source)


def _of_classes(counted: Sheet) -> Iterator[str]:
    for code in (f"{before}{whom.value}" for before in ("", "quarter_") for whom in RatedClass):
        best, *others = (
            counted.total(f"ratings.{code}_{level}")
            for level in ("excellent", "well", "fulfilled", "failed")
        )
        rated = sum(each or 0 for each in (best, *others))
        yield from (write_number(rated), write_percentage(best, rated))


def _of_rows(told: Answer) -> Iterator[str]:
    for taught in by_content(units=told.units, asked=told.asked):
        yield taught.title
        for number in (taught.events, taught.members, taught.others, taught.invited):
            yield write_number(number)
        yield write_percentage(taught.present_of_invited, taught.invited)
        yield write_number(taught.present_of_invited)
    for work in works_of(units=told.units, asked=told.asked):
        yield from (work.title, write_number(work.quantity), write_number(work.money))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_number_in_the_report_is_computed_or_quoted(paper):
    request = asked(paper)

    content = file_of(report(request), profile=request.profile, kind="docx")

    assert numbers_in(word_lines(content)) - accountable(paper) == set()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_number_in_the_annex_sheets_is_computed_or_quoted(paper):
    request = asked(paper)

    content = file_of(report(request), profile=request.profile, kind="xlsx")

    known = {text.replace(".", "") for text in accountable(paper)}
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    cells = [
        cell
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row[1:]
        if isinstance(cell, float)
    ]
    assert {as_written(cell) for cell in cells} - known == set()
    assert cells


def as_written(cell: float) -> str:
    """Write a number of a sheet as it stands on paper; a share is kept as 0.9934."""
    return str(int(cell)) if cell.is_integer() else f"{cell * 100:.2f}".replace(".", ",")


def test_the_report_of_thoai_son_says_what_was_computed_and_what_was_published():
    paper = PAPERS[0]
    request = asked(paper)

    text = "\n".join(word_lines(file_of(report(request), profile=request.profile, kind="docx")))

    for words in ("956", "17.489", "17.939", "450", "4.530/4.560", "99,34%", "80,60%", "99,75%"):
        assert words in text
    assert "không tính lại được" in text
    assert "Kết luận số 01-KL/TW" in text
    assert SIMULATED not in text


def test_the_report_of_thoai_son_reads_as_it_always_did():
    request = asked(PAPERS[0])
    golden = Path(__file__).parent.parent / "golden" / "report-thoai-son.txt"

    content = file_of(report(request), profile=request.profile, kind="docx")

    lines = [line.replace("\u00a0", " ").rstrip() for line in word_lines(content)]
    text = "\n".join(line for line in lines if line) + "\n"
    if os.environ.get("LANTOA_TEST_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_a_report_that_spans_the_change_names_both_framework_documents():
    document = report(asked(next(paper for paper in PAPERS if paper.name == "an-giang-moi")))

    assert "Kết luận số 01-KL/TW và Chỉ thị số 07-CT/TW" in document.subject


def test_a_report_of_simulated_figures_says_so():
    document = report(asked(next(paper for paper in PAPERS if paper.name == "xa-mau")))

    assert document.marks == (SIMULATED,)


def test_the_demonstration_writes_a_paper_and_a_sheet_for_each(tmp_path):
    written = write_all(tmp_path)

    assert len(written) == 2 * len(PAPERS)
    assert all(file.stat().st_size > 5000 for file in written)


def test_a_report_that_spans_the_change_names_its_resolutions_and_the_former_districts():
    request = asked(next(paper for paper in PAPERS if paper.name == "an-giang-moi"))

    text = "\n".join(word_lines(file_of(report(request), profile=request.profile, kind="docx")))

    for words in (
        "1654/NQ-UBTVQH15 (và 202/2025/QH15 ngày 12/6/2025) "
        "ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội, có hiệu lực từ 1/7/2025.",
        "Số liệu riêng của Đảng bộ xã Vĩnh Châu tính vào Đảng bộ phường Châu Đốc theo 1654/NQ",
        "Đảng bộ huyện Thoại Sơn (đến 30/6/2025): số liệu cấp huyện cũ, không phân bổ",
        "Mọi số liệu tính trên một sơ đồ tổ chức, của ngày 31/10/2026.",
    ):
        assert words in text
