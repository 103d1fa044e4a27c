"""Reading the cells of a list that somebody sent: a workbook, or text divided into columns."""

from typing import NamedTuple

from lantoa.intake import apart
from lantoa.intake.cells import Page, page_heard
from lantoa.intake.limits import LARGEST_LIST, LIST
from lantoa.intake.refusal import Unreadable

OPENER, DIVIDED = "lantoa.intake.openers.workbook", "lantoa.intake.openers.divided"
TOO_LARGE = "Tệp lớn hơn 2 MB. Hãy xóa hình ảnh, trang thừa rồi gửi lại."


def pages_of(content: bytes) -> list[Page]:
    """Return the rows of each page of a workbook.

    Raises Unreadable, in words for who sent it, for a file that is too large, is no workbook, has a
    password, or is too large inside.
    """
    _refuse_large(content)
    return [page_heard(page) for page in apart.opened(OPENER, content, within=LIST).told]


class Divided(NamedTuple):
    """The rows of a .csv as far as they can be read, and the line from which they cannot."""

    rows: Page
    broken_at: int | None


def divisions_of(content: bytes) -> list[Divided]:
    """Return the rows of a .csv by each sign that may divide its columns, the usual one first.

    Raises Unreadable for what is too large or no text.
    """
    _refuse_large(content)
    told = apart.opened(DIVIDED, content, within=LIST).told
    return [Divided(page_heard(said), said["broken_at"]) for said in told.values()]


def _refuse_large(content: bytes) -> None:
    if len(content) > LARGEST_LIST:
        raise Unreadable(TOO_LARGE)
