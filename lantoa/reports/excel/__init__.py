"""The annexes of a finished report as a workbook: a sheet for each, figures as real numbers."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from lantoa.paper import Table, one_line
from lantoa.reports.document import Document
from lantoa.reports.excel.sheets import FONT, write_annex, write_remark

LONGEST_NAME = 31  # signs that a spreadsheet allows in the name of a sheet
FORBIDDEN_IN_NAMES = str.maketrans("[]:*?/\\'", "()   -- ")
UNNAMED = "Phụ lục"
WITHOUT_ANNEX = "Báo cáo này không có phụ lục."


def render(document: Document) -> bytes:
    """Return the annexes of a report as the bytes of an .xlsx; equal reports give equal bytes.

    No text is ever read as a formula. A report without annexes gives one sheet that says so.
    """
    written = BytesIO()
    book = Workbook(written, {"in_memory": True, "default_format_properties": dict(FONT)})
    book.set_properties(properties_of(document))
    for (label, annex), name in zip(
        document.labelled_annexes, sheet_names(document.annexes), strict=True
    ):
        write_annex(book, book.add_worksheet(name), document=document, label=label, annex=annex)
    if not document.annexes:
        write_remark(book, book.add_worksheet(UNNAMED), document=document, remark=WITHOUT_ANNEX)
    book.close()
    return written.getvalue()


def properties_of(document: Document) -> dict[str, Any]:
    """Say in the file what it is and from which day."""
    return {
        "title": one_line(f"{document.kind} {document.subject}")[:255],
        "author": one_line(document.issuer.committee)[:255],
        "comments": one_line(" ".join(document.marks))[:255],
        "created": datetime.combine(document.day, datetime.min.time()),
    }


def sheet_names(annexes: tuple[Table, ...]) -> Iterator[str]:
    """Yield a legal name for each sheet, no two alike."""
    taken = {"history"}  # a name that spreadsheets keep for themselves
    for annex in annexes:
        name = legal_name(annex.name, taken)
        taken.add(name.casefold())
        yield name


def legal_name(wanted: str, taken: set[str]) -> str:
    """Return a name as near to the wanted one as a spreadsheet allows."""
    plain = " ".join(one_line(wanted).translate(FORBIDDEN_IN_NAMES).split()) or UNNAMED
    name, turn = plain[:LONGEST_NAME].strip(), 1
    while name.casefold() in taken:
        turn += 1
        ending = f" ({turn})"
        name = plain[: LONGEST_NAME - len(ending)].strip() + ending
    return name
