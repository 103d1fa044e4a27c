"""What frames the text: two columns without borders, and page heads with number and mark."""

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table

from lantoa.reports.layout.styles import GAP, INSTRUCTION, MARK, PAGE_NUMBER, valued


def write_headers(word: WordDocument) -> None:
    """Write the mark on every page, and the number on every page but the first."""
    section = word.sections[0]
    first, others = section.first_page_header, section.header
    open_with(first, GAP)
    open_with(others, PAGE_NUMBER)
    add_page_field(others.paragraphs[0])
    for header in (first, others):
        header.add_paragraph("{%p for nhan in canh_bao %}", INSTRUCTION)
        header.add_paragraph("{{ nhan }}", MARK)
        header.add_paragraph("{%p endfor %}", INSTRUCTION)


def open_with(header: Any, style: str) -> None:
    """Give the paragraph that every header begins with our own style."""
    header.is_linked_to_previous = False
    header.paragraphs[0].style = style


def add_page_field(paragraph: Any) -> None:
    """Add the field that Word replaces by the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = "2"
    field.append(run)


def add_pair(word: WordDocument, *, rows: int, widths_mm: tuple[float, float]) -> Table:
    """Add two columns without borders and without space of their own at the sides."""
    table: Table = word.add_table(rows=rows, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    table._tbl.tblPr.append(no_side_space())
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(valued("w:cantSplit", "1"))
    return table


def no_side_space() -> Any:
    """Return cell margins of nought, so that columns begin where the text begins."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        space = OxmlElement(side)
        space.set(qn("w:w"), "0")
        space.set(qn("w:type"), "dxa")
        margins.append(space)
    return margins
