"""PDF files: the text layer, page by page; a scan has none and is refused."""

import re

import pypdfium2

from lantoa.intake.answer import FileContents
from lantoa.intake.limits import FEWEST_LETTERS, MOST_PAGES
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.kinds import PASSWORD
from lantoa.intake.texts.text import Text, Writing

LINE_END = re.compile(r"\r\n?")
NOTHING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
BROKEN = "Tệp PDF đã hỏng, không mở được. Hãy xuất lại từ Word rồi gửi."
SCANNED = (
    "Tệp PDF này là bản quét: chỉ có ảnh trang giấy, không có chữ. Hãy gửi tệp Word, hoặc PDF xuất "
    "thẳng từ Word; nếu không có, hãy gõ lại đoạn cần đọc."
)


def opened(content: bytes) -> FileContents:
    """Return the text of a file, ready to be sent."""
    return read(content).answer()


def read(content: bytes) -> Text:
    """Return the text of a PDF with the page of each stretch."""
    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
    except pypdfium2.PdfiumError as refusal:
        raise Unreadable(PASSWORD if "password" in str(refusal).lower() else BROKEN) from None
    if pages == 0:
        raise Unreadable(BROKEN)
    if pages > MOST_PAGES:
        raise Unreadable(f"Tệp PDF có {pages} trang; chỉ đọc đến {MOST_PAGES} trang.")
    writing = Writing()
    letters = [_write_page(writing, document, number) for number in range(pages)]
    if sum(letters) < FEWEST_LETTERS * pages:
        raise Unreadable(SCANNED)
    _remark(writing, [number + 1 for number, count in enumerate(letters) if not count])
    return writing.finished()


def _write_page(writing: Writing, document: pypdfium2.PdfDocument, number: int) -> int:
    """Add one page; return how many letters stand on it."""
    try:
        page = document[number]
        words = page.get_textpage().get_text_range()
        page.close()
    except pypdfium2.PdfiumError:
        writing.remarks.append(f"Trang {number + 1} bị hỏng, không đọc được.")
        return 1
    text = NOTHING.sub("", LINE_END.sub("\n", words)).strip("\n")
    writing.line(text, f"trang {number + 1}")
    return sum(map(str.isalpha, text))


def _remark(writing: Writing, empty: list[int]) -> None:
    """Say which pages are pictures."""
    if empty:
        named = ", ".join(map(str, empty[:20])) + (" …" if len(empty) > 20 else "")
        writing.remarks.append(f"Không có chữ ở trang {named}: có thể là ảnh quét.")
