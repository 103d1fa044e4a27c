"""Opening a workbook: the cells of every page, the empty ones before and between them too."""

from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, PasswordError, load_workbook

from lantoa.intake.answer import FileContents
from lantoa.intake.cells import Cell, Tables
from lantoa.intake.limits import MOST_PLACES
from lantoa.intake.openers.safety import NOT_A_SHEET, looked_at
from lantoa.intake.refusal import Unreadable


def opened(content: bytes) -> FileContents:
    """Return the rows of each page; raises Unreadable for what is no workbook, or unsafe."""
    tables = Tables()
    return FileContents([tables.told(page) for page in _pages(looked_at(content))])


def _pages(content: bytes) -> Iterator[Iterator[list[Cell]]]:
    try:
        with load_workbook(BytesIO(content)) as book:
            for place in range(len(book.sheet_names)):
                yield _rows(book.get_sheet_by_index(place))
    except PasswordError as fault:
        raise Unreadable("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.") from fault
    except CalamineError as fault:
        raise Unreadable(NOT_A_SHEET) from fault


def _rows(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    if sheet.total_height * sheet.total_width > MOST_PLACES:
        raise Unreadable(NOT_A_SHEET)
    left = [""] * (sheet.start or (0, 0))[1]
    for row in sheet.iter_rows():
        yield [*left, *row]
