"""Opening a PDF kept as proof, to know that it is what it claims."""

import pypdfium2

from lantoa.intake.answer import FileContents
from lantoa.intake.limits import MOST_PROOF_PAGES
from lantoa.intake.refusal import Unreadable


def opened(content: bytes) -> FileContents:
    """Return how many pages a PDF has; raises Unreadable for a broken, empty or long one."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            pages = len(document)
    except pypdfium2.PdfiumError:
        raise Unreadable("không mở được: tệp PDF hỏng hoặc có mật khẩu.") from None
    if not 1 <= pages <= MOST_PROOF_PAGES:
        raise Unreadable(f"có {pages} trang; minh chứng tối đa {MOST_PROOF_PAGES} trang.")
    return FileContents(pages)
