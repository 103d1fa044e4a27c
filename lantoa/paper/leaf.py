"""A single paper of a page or two that a unit prints and signs: letterhead, text, a table, a sign.

It is written as a Word file, so that a clerk numbers it and mends it before it is signed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
SIDES = (Mm(20), Mm(20), Mm(30), Mm(15))
"""Margins above, below, left and right, as official papers have them."""


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """What stands on a leaf; every text is final.

    `left` and `right` are the two columns of the letterhead, `day` the place and day below it,
    `signer` who signs. `heads` and `rows` make a table, where there is one.
    """

    left: Sequence[str]
    right: Sequence[str]
    day: str
    title: str
    about: str = ""
    body: Sequence[str] = ()
    heads: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    behind: Sequence[str] = ()
    signer: Sequence[str] = ()
    is_landscape: bool = False


def leaf_docx(leaf: Leaf) -> bytes:
    """Return a leaf as a Word file."""
    document = Document()
    _page(document, leaf)
    _beside(document, _lines(leaf.left), _lines([*leaf.right, leaf.day]))
    _line(document.add_paragraph(), leaf.title, bold=True, size=16, centred=True, above=12)
    if leaf.about:
        _line(document.add_paragraph(), leaf.about, bold=True, size=14, centred=True)
    for text in leaf.body:
        _line(document.add_paragraph(), text, indent=True)
    if leaf.heads:
        _table(document, leaf)
    for text in leaf.behind:
        _line(document.add_paragraph(), text, indent=True, above=6)
    _beside(document, [], [(text, True) for text in leaf.signer])
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Any, leaf: Leaf) -> None:
    section, normal = document.sections[0], document.styles["Normal"]
    width, height = (Mm(297), Mm(210)) if leaf.is_landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if leaf.is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = SIDES
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    document.core_properties.author = ""
    document.core_properties.title = leaf.title


def _lines(texts: Sequence[str]) -> list[tuple[str, bool]]:
    """Return the lines of a letterhead: all bold but the first of two or more, and the last."""
    last = len(texts) - 1
    return [(text, place > 0 or not last) for place, text in enumerate(texts) if text]


def _beside(
    document: Any, left: Sequence[tuple[str, bool]], right: Sequence[tuple[str, bool]]
) -> None:
    """Lay lines in two columns, without rules."""
    table = document.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        for place, (text, bold) in enumerate(lines):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            _line(paragraph, text, bold=bold, size=13, centred=True)


def _table(document: Any, leaf: Leaf) -> None:
    table = document.add_table(rows=1, cols=len(leaf.heads))
    table.style = "Table Grid"
    for row, texts in [(table.rows[0], leaf.heads), *((table.add_row(), r) for r in leaf.rows)]:
        for cell, text in zip(row.cells, texts, strict=True):
            head = row is table.rows[0] or texts is leaf.heads
            _line(cell.paragraphs[0], text, size=13, bold=head, centred=head)
    _repeat(table.rows[0])


def _repeat(row: Any) -> None:
    """Let the heads stand again on the next page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))


def _line(
    paragraph: Any,
    text: str,
    *,
    bold: bool = False,
    size: int = 14,
    centred: bool = False,
    indent: bool = False,
    above: int = 0,
) -> None:
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(above), Pt(4 if indent else 0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    if indent:
        shape.first_line_indent = Mm(10)
