"""Tables in Word: heads that repeat, rows that do not split, figures at the right."""

from dataclasses import dataclass
from statistics import fmean
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lantoa.paper import Column, HeadCell, Holds, Row, RowKind, Table, one_line, written
from lantoa.reports.layout import styles

SIGN = 130  # twentieths of a point that one sign of the table's type takes at most
BOLD_SIGN = 155  # the same for a head, which is bold
SIDES = 170  # the same for the space at both sides of a cell
WIDEST_HEAD = 2000  # a longer head goes on a third line
SMALLEST_TEXT = 1700
SHORT_TEXT = 14  # signs; a text no longer than this gets the room of a figure
STYLE_OF = {
    Holds.ORDER: styles.CELL_ORDER,
    Holds.TEXT: styles.CELL_TEXT,
    Holds.FIGURE: styles.CELL_FIGURE,
}


@dataclass(frozen=True)
class WordPage:
    """What a table needs to know of its page: ids of the styles by name, width in 1/20 point."""

    ids: dict[str, str]
    width: int


def table_of(annex: Table, sheet: WordPage) -> Any:
    """Return an annex as a table as wide as the text."""
    widths = widths_of(annex, sheet.width)
    table = OxmlElement("w:tbl")
    table.append(frame_of(sheet.width))
    grid = child(table, "tblGrid")
    for width in widths:
        child(grid, "gridCol", w=width)
    for level in range(annex.head_height):
        table.append(head_row(annex, level, widths, sheet))
    for row in annex.body:
        table.append(body_row(row, annex.leaves, widths, sheet))
    return table


def frame_of(width: int) -> Any:
    """Return the properties of a table: full width, thin lines, columns that do not move."""
    frame = OxmlElement("w:tblPr")
    child(frame, "tblW", w=width, type="dxa")
    child(frame, "jc", val="center")
    borders = child(frame, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        child(borders, side, val="single", sz=4, space=0, color="000000")
    child(frame, "tblLayout", type="fixed")
    margins = child(frame, "tblCellMar")
    for side in ("left", "right"):
        child(margins, side, w=SIDES // 2, type="dxa")
    return frame


def head_row(annex: Table, level: int, widths: tuple[int, ...], sheet: WordPage) -> Any:
    """Return one row of heads; it comes again on every page."""
    row = row_that_holds_together(repeats="1")
    for head in sorted(annex.heads, key=lambda head: head.left):
        if head.top <= level < head.top + head.height:
            row.append(head_cell(head, level, widths, sheet))
    return row


def head_cell(head: HeadCell, level: int, widths: tuple[int, ...], sheet: WordPage) -> Any:
    """Return a head, or the part of it that reaches down into this row."""
    width = sum(widths[head.left : head.left + head.width])
    below = level > head.top
    merge = ("continue" if below else "restart") if head.height > 1 else ""
    cell = cell_of(width=width, columns=head.width, merge=merge)
    cell.append(paragraph_of("" if below else head.text, styles.COLUMN_HEAD, sheet))
    return cell


def body_row(row: Row, leaves: tuple[Column, ...], widths: tuple[int, ...], sheet: WordPage) -> Any:
    """Return a row of cells, or a note across all columns."""
    element = row_that_holds_together()
    if row.kind is RowKind.NOTE:
        cell = cell_of(width=sum(widths), columns=len(widths))
        cell.append(paragraph_of(written(row.cells[0]), styles.CELL_NOTE, sheet))
        element.append(cell)
        return element
    bold = row.kind is RowKind.TOTAL
    for text, leaf, width in zip(row.cells, leaves, widths, strict=True):
        cell = cell_of(width=width)
        cell.append(paragraph_of(written(text), STYLE_OF[leaf.holds], sheet, bold=bold))
        element.append(cell)
    return element


def row_that_holds_together(*, repeats: str = "") -> Any:
    """Return an empty row that no page break splits."""
    row = OxmlElement("w:tr")
    properties = child(row, "trPr")
    child(properties, "cantSplit", val="1")
    if repeats:
        child(properties, "tblHeader", val=repeats)
    return row


def cell_of(*, width: int, columns: int = 1, merge: str = "") -> Any:
    """Return an empty cell over so many columns, possibly part of a merge downward."""
    cell = OxmlElement("w:tc")
    properties = child(cell, "tcPr")
    child(properties, "tcW", w=width, type="dxa")
    if columns > 1:
        child(properties, "gridSpan", val=columns)
    if merge:
        child(properties, "vMerge", val=merge)
    child(properties, "vAlign", val="center")
    return cell


def paragraph_of(text: str, style: str, sheet: WordPage, *, bold: bool = False) -> Any:
    """Return a paragraph in a named style, as far as the template knows it."""
    paragraph = OxmlElement("w:p")
    if style in sheet.ids:
        child(child(paragraph, "pPr"), "pStyle", val=sheet.ids[style])
    run = child(paragraph, "r")
    if bold:
        child(child(run, "rPr"), "b")
    words = child(run, "t")
    words.text = one_line(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph


def widths_of(annex: Table, available: int) -> tuple[int, ...]:
    """Share out the width: figures and short texts get what they need, long texts the rest."""
    lengths = [lengths_of(annex, place) for place, _ in enumerate(annex.leaves)]
    needs = [need_of(leaf, max(of)) for leaf, of in zip(annex.leaves, lengths, strict=True)]
    texts = [
        place
        for place, leaf in enumerate(annex.leaves)
        if leaf.holds is Holds.TEXT and max(lengths[place]) > SHORT_TEXT
    ]
    weights = {place: max(lengths[place]) + fmean(lengths[place]) for place in texts}
    rest = available - sum(need for place, need in enumerate(needs) if place not in weights)
    for place, weight in weights.items():
        needs[place] = max(SMALLEST_TEXT, int(rest * weight / sum(weights.values())))
    return fitted(needs, available)


def lengths_of(annex: Table, place: int) -> list[int]:
    """Return how many signs the cells of a column have, a very long one counting as 60."""
    rows = [row for row in annex.rows if row.kind is not RowKind.NOTE]
    return [4, *(min(len(written(row.cells[place])), 60) for row in rows)]


def need_of(leaf: Column, signs: int) -> int:
    """Return the width that a column wants for its longest cell and its head on two lines."""
    longest_word = max((len(word) for word in leaf.head.split()), default=1)
    head = max(longest_word * BOLD_SIGN, min(len(leaf.head) * BOLD_SIGN // 2, WIDEST_HEAD))
    return max(head, signs * SIGN) + SIDES


def fitted(widths: list[int], available: int) -> tuple[int, ...]:
    """Return widths in the same proportion that fill the available width exactly."""
    shares = [width * available // sum(widths) for width in widths]
    shares[-1] += available - sum(shares)
    return tuple(shares)


def child(parent: Any, tag: str, **attributes: int | str) -> Any:
    """Add an element of WordprocessingML with its attributes and return it."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    parent.append(element)
    return element
