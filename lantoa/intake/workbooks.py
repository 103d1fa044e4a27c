"""Reading the cells of a workbook that somebody sent."""

from lantoa.intake import apart
from lantoa.intake.cells import Page, heard
from lantoa.intake.limits import LARGEST_LIST
from lantoa.intake.refusal import Unreadable

OPENER = "lantoa.intake.openers.workbook"
TOO_LARGE = "Tệp lớn hơn 2 MB. Hãy xóa hình ảnh, trang thừa rồi gửi lại."


def pages_of(content: bytes) -> list[Page]:
    """Return the rows of each page of a workbook.

    Raises Unreadable, in words for who sent it, for a file that is too large, is no workbook, has a
    password, or is too large inside.
    """
    if len(content) > LARGEST_LIST:
        raise Unreadable(TOO_LARGE)
    pages = apart.opened(OPENER, content).told
    return [[[heard(cell) for cell in row] for row in page] for page in pages]
