"""One annex on one sheet: title above, heads that stay in sight, rows, how it was counted."""

from dataclasses import dataclass, field
from math import ceil
from typing import Any

from lantoa.paper import Cell, Holds, Row, RowKind, Share, Table, Whole, one_line, written
from lantoa.reports.document import Document

FONT_SIZE = 12
FONT = {"font_name": "Times New Roman", "font_size": FONT_SIZE}
TITLE = {"bold": True, "font_size": 14, "align": "center"}
MARK = {"bold": True, "font_color": "#B3202C", "align": "center"}
SMALL = {"italic": True, "font_size": 11, "align": "left"}
BOX = {"border": 1, "text_wrap": True, "valign": "vcenter"}
SET_OF: dict[Holds, dict[str, Any]] = {
    Holds.ORDER: {"align": "center"},
    Holds.TEXT: {"align": "left", "indent": 1},
    Holds.FIGURE: {"align": "right"},
}
WHOLE, PER_CENT = "[$-42A]#,##0", "[$-42A]0.00%"  # 42A: written the Vietnamese way
LARGEST_EXACT = 10**15  # a sheet keeps 15 digits; a longer number is written as text
ORDER_WIDTH, NARROWEST, WIDEST_TEXT = 6, 12, 50  # in signs
LINE_HEIGHT = 17.0  # points
ROOM = 1.05  # signs are counted a little wide, because words do not break at the end of a line
LONGEST_PAGE_HEAD = 255  # signs that a spreadsheet allows in the head of a printed page
A4 = 9
ACROSS, DOWN = 755.0, 480.0  # points of A4 between the margins, lying across
SIGN, SIDES = 5.25, 3.75  # points that a column takes for each sign, and at its sides
NEARLY_ONE = 1.25  # pages that are drawn together onto one


@dataclass(frozen=True)
class Page:
    """A sheet, the book that knows its formats, and the width of each of its columns in signs.

    `heights` are those of the rows written so far, in points.
    """

    book: Any
    sheet: Any
    widths: tuple[int, ...]
    heights: dict[int, float] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """Return the place of the last column."""
        return len(self.widths) - 1

    @property
    def pages(self) -> float:
        """Return how many pages it takes when it is printed one page wide."""
        wide = sum(width * SIGN + SIDES for width in self.widths)
        return sum(self.heights.values()) * min(1.0, ACROSS / wide) / DOWN

    def set_height(self, row: int, height: float) -> None:
        """Make a row so high, in points."""
        self.heights[row] = height
        self.sheet.set_row(row, height)


def write_annex(book: Any, sheet: Any, *, document: Document, label: str, annex: Table) -> None:
    """Write an annex on an empty sheet."""
    page = Page(book, sheet, widths_of(annex))
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width)
    top = write_opening(page, document, label, annex)
    row = write_heads(page, top, annex)
    sheet.freeze_panes(row, 0)
    sheet.repeat_rows(top, row - 1)
    for line in annex.body:
        write_row(page, row, line, annex)
        row += 1
    write_closing(page, row, document, annex)
    set_printing(page, document)


def write_remark(book: Any, sheet: Any, *, document: Document, remark: str) -> None:
    """Write one sentence, with marks and provenance, where there is no table."""
    page = Page(book, sheet, (2 * WIDEST_TEXT,))
    sheet.set_column(0, 0, 2 * WIDEST_TEXT)
    lines = [*marks_of(document), (remark, {}), (document.provenance, SMALL)]
    write_lines(page, 0, lines)
    set_printing(page, document)


def write_opening(page: Page, document: Document, label: str, annex: Table) -> int:
    """Write what stands above the table; return the first row of the heads."""
    lines = [
        *marks_of(document),
        (document.issuer.committee, {"bold": True, "align": "left"}),
        (label, TITLE),
        (annex.title, TITLE),
        (document.attached_to, {"italic": True, "align": "center"}),
        *((remark, SMALL) for remark in annex.remarks),
        (annex.measured_in, {"italic": True, "align": "right"}),
    ]
    return write_lines(page, 0, lines)


def write_closing(page: Page, row: int, document: Document, annex: Table) -> None:
    """Write what stands below the table."""
    source = f"Nguồn: {annex.source}" if annex.source else ""
    notes = [(note, SMALL) for note in (*annex.footnotes, source, document.provenance)]
    write_lines(page, row + 1, notes)


def marks_of(document: Document) -> list[tuple[str, dict[str, Any]]]:
    """Return the marks of a report as lines of a sheet."""
    return [(mark, MARK) for mark in document.marks]


def write_lines(page: Page, row: int, lines: list[tuple[str, dict[str, Any]]]) -> int:
    """Write texts across the table, one under the other, without the empty ones."""
    for text, look in lines:
        if text:
            write_across(page, row, one_line(text), {"text_wrap": True, "valign": "top", **look})
            row += 1
    return row


def write_across(page: Page, row: int, text: str, look: dict[str, Any]) -> None:
    """Write a text over all columns, in a row high enough to show it whole."""
    form = page.book.add_format({**FONT, **look})
    scale = look.get("font_size", FONT_SIZE) / FONT_SIZE
    page.set_height(row, height_of(len(text) * scale, sum(page.widths)) * scale)
    if page.last:
        page.sheet.merge_range(row, 0, row, page.last, "", form)
    page.sheet.write_string(row, 0, text, form)


def write_heads(page: Page, top: int, annex: Table) -> int:
    """Write the heads of the columns; return the first row below them."""
    look = page.book.add_format({**FONT, **BOX, "bold": True, "align": "center"})
    for head in annex.heads:
        first, last = top + head.top, top + head.top + head.height - 1
        left, right = head.left, head.left + head.width - 1
        if (first, left) != (last, right):
            page.sheet.merge_range(first, left, last, right, "", look)
        page.sheet.write_string(first, left, one_line(head.text), look)
    set_head_heights(page, top, annex)
    return top + annex.head_height


def set_head_heights(page: Page, top: int, annex: Table) -> None:
    """Make the rows of heads high enough for the longest head above one column."""
    height = LINE_HEIGHT
    for head in annex.heads:
        width = sum(page.widths[head.left : head.left + head.width])
        height = max(height, height_of(len(head.text), width) / head.height)
    for row in range(top, top + annex.head_height):
        page.set_height(row, height)


def write_row(page: Page, row: int, line: Row, annex: Table) -> None:
    """Write a row of cells, or a note across all columns."""
    if line.kind is RowKind.NOTE:
        note = one_line(written(line.cells[0]))
        write_across(page, row, note, {**BOX, "italic": True, "align": "center"})
        return
    pairs = zip(line.cells, page.widths, strict=True)
    page.set_height(row, max(height_of(len(written(cell)), width) for cell, width in pairs))
    bold = line.kind is RowKind.TOTAL
    for column, (cell, leaf) in enumerate(zip(line.cells, annex.leaves, strict=True)):
        look = {**FONT, **BOX, **SET_OF[leaf.holds], "bold": bold}
        write_cell(page, row, column, cell, look)


def write_cell(page: Page, row: int, column: int, cell: Cell, look: dict[str, Any]) -> None:
    """Write a number as a number and everything else as text, never as a formula."""
    add = page.book.add_format
    if isinstance(cell, Whole) and abs(cell.value) < LARGEST_EXACT:
        page.sheet.write_number(row, column, cell.value, add({**look, "num_format": WHOLE}))
    elif isinstance(cell, Share):
        form = add({**look, "num_format": PER_CENT})
        page.sheet.write_number(row, column, float(cell.percent / 100), form)
    else:
        page.sheet.write_string(row, column, one_line(written(cell)), add(look))


def height_of(signs: float, width: float) -> float:
    """Return the height in points of a row that shows so many signs in a cell so wide."""
    return LINE_HEIGHT * max(1, ceil(signs * ROOM / width))


def widths_of(annex: Table) -> tuple[int, ...]:
    """Return the width of each column in signs, for its longest cell and a head that wraps."""
    rows = [row for row in annex.body if row.kind is not RowKind.NOTE]
    widths = []
    for place, leaf in enumerate(annex.leaves):
        longest = max((len(written(row.cells[place])) for row in rows), default=0) + 3
        narrowest = ORDER_WIDTH if leaf.holds is Holds.ORDER else NARROWEST
        widths.append(max(narrowest, min(longest, WIDEST_TEXT)))
    return tuple(widths)


def set_printing(page: Page, document: Document) -> None:
    """Print across A4, one page wide, with the marks above and the number below each page.

    What is hardly more than a page is drawn together: else a second one would hold two lines.
    """
    sheet = page.sheet
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 1 if page.pages <= NEARLY_ONE else 0)
    sheet.set_margins(left=0.6, right=0.6, top=0.9, bottom=0.7)
    marks = one_line(" ".join(document.marks)).replace("&", "&&")
    if marks:
        opening = '&C&"Times New Roman,Bold"&KB3202C'
        sheet.set_header((opening + marks)[:LONGEST_PAGE_HEAD])
    sheet.set_footer('&C&"Times New Roman"Trang &P/&N')
