"""Opening a workbook: the cells of every page, the empty ones before and between them too."""

from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineError, PasswordError, load_workbook

from lantoa.intake.answer import FileContents
from lantoa.intake.cells import Page, told
from lantoa.intake.openers.safety import NOT_A_SHEET, refuse_unsafe
from lantoa.intake.refusal import Unreadable


def opened(content: bytes) -> FileContents:
    """Return the rows of each page; raises Unreadable for what is no workbook, or unsafe."""
    refuse_unsafe(content)
    return FileContents(
        [[[told(cell) for cell in row] for row in page] for page in _pages(content)]
    )


def _pages(content: bytes) -> Iterator[Page]:
    try:
        with load_workbook(BytesIO(content)) as book:
            for place in range(len(book.sheet_names)):
                yield book.get_sheet_by_index(place).to_python(skip_empty_area=False)
    except PasswordError as fault:
        raise Unreadable("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.") from fault
    except CalamineError as fault:
        raise Unreadable(NOT_A_SHEET) from fault
