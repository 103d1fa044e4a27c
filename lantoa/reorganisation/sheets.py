"""What a decision would do, as a spreadsheet that can be handed round before it is approved."""

import io

import xlsxwriter

from lantoa.acts.models import Act
from lantoa.figures.period import write_day
from lantoa.reorganisation.queries.outcome import Outcome, OutcomeList

SAMPLE = "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"
WIDTH, NARROWEST, WIDEST = 34, 10, 60  # of columns, in signs


def outcome_sheet(act: Act, found: Outcome, *, is_simulated: bool) -> bytes:
    """Return a spreadsheet: a page in sum, and one for each list of what would happen."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as book:
        looks = _Looks(book, SAMPLE if is_simulated else "")
        parts = [*found.changes, *found.looks]
        _write_sum(looks, act, parts)
        for place, part in enumerate(parts, start=1):
            _write_part(looks, part, name=f"{place}. {part.title}"[:31].replace("/", " "))
    return written.getvalue()


class _Looks:
    """A workbook with the ways in which its cells look, and the line that each page begins with."""

    def __init__(self, book: xlsxwriter.Workbook, first_line: str) -> None:
        self.book, self.first_line = book, first_line
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.head = book.add_format({"bold": True, "border": 1, "bg_color": "#EFE8DC"})
        self.warn = book.add_format({"bold": True, "font_color": "#8A5C00"})
        self.quiet = book.add_format({"italic": True, "font_color": "#52606D"})
        self.cell = book.add_format({"text_wrap": True, "valign": "top"})

    def page(self, name: str, title: str) -> xlsxwriter.worksheet.Worksheet:
        """Begin a page; its content goes from the fourth line on."""
        sheet = self.book.add_worksheet(name)
        sheet.write_string(0, 0, self.first_line, self.warn)
        sheet.write_string(1, 0, title, self.title)
        sheet.set_column(0, 5, WIDTH)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P/&N")
        return sheet


def _write_sum(looks: _Looks, act: Act, parts: list[OutcomeList]) -> None:
    sheet = looks.page("Tóm tắt", f"Chạy thử: {act}")
    sheet.write_string(2, 0, act.title)
    sheet.write_string(3, 0, f"Có hiệu lực từ ngày {write_day(act.in_force_from)}", looks.quiet)
    for row, part in enumerate(parts, start=5):
        sheet.write_string(row, 0, part.title)
        sheet.write_number(row, 1, len(part.rows))


def _write_part(looks: _Looks, part: OutcomeList, *, name: str) -> None:
    sheet = looks.page(name, part.title)
    sheet.write_string(2, 0, part.note, looks.quiet)
    sheet.write_row(3, 0, part.heads, looks.head)
    for row, texts in enumerate(part.rows, start=4):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, looks.cell)
    for column, width in enumerate(_widths(part)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(4, 1)
    sheet.repeat_rows(0, 3)


def _widths(part: OutcomeList) -> list[int]:
    """Return the width of each column: enough for its longest text."""
    columns = zip(part.heads, *part.rows, strict=True)
    longest = (max(len(text) for text in column) for column in columns)
    return [min(max(each + 2, NARROWEST), WIDEST) for each in longest]
