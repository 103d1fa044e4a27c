"""Plain text: the file as it is, so that offsets are those of the file."""

import re

from lantoa.intake.answer import FileContents
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.text import Stretch, Text

BYTE_ORDER = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
LINE = re.compile(r"[^\n]+")
NOT_UTF8 = (
    "Tệp chữ không lưu theo bảng mã UTF-8. Hãy mở bằng Notepad, chọn Lưu thành (Save As), "
    "mục Encoding chọn UTF-8, rồi gửi lại."
)


def opened(content: bytes) -> FileContents:
    """Return the text of a file, ready to be sent."""
    return read(content).answer()


def read(content: bytes) -> Text:
    """Return the text of a .txt and its lines; raises Unreadable for what is no UTF-8 text."""
    try:
        text = content.decode(BYTE_ORDER.get(content[:2], "utf-8"))
    except UnicodeDecodeError:
        raise Unreadable(NOT_UTF8) from None
    if "\x00" in text:
        raise Unreadable("Tệp mang đuôi .txt nhưng không phải tệp chữ.")
    return Text(text, tuple(lines_of(text)))


def lines_of(text: str) -> list[Stretch]:
    """Return each line that says something, counted from 1."""
    stretches: list[Stretch] = []
    number, counted = 1, 0
    for line in LINE.finditer(text):
        number += text.count("\n", counted, line.start())
        counted = line.start()
        stretches.append(Stretch(line.start(), line.end(), f"dòng {number}"))
    return stretches
