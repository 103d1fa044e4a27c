"""Opening text divided into columns (.csv), by every sign that may divide it."""

import codecs
import csv
import io
from typing import Any

from lantoa.intake.answer import FileContents
from lantoa.intake.cells import Tables
from lantoa.intake.refusal import Unreadable

DIVIDERS = ";,\t"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How "Unicode text" begins, as spreadsheet programs save it."""


def opened(content: bytes) -> FileContents:
    """Return the rows by each sign, and where they cannot be read on; refuses what is no text."""
    text = _decoded(content)
    return FileContents({sign: _rows(text, sign) for sign in DIVIDERS})


def _rows(text: str, sign: str) -> Any:
    """Return the rows as far as they go, and the line where a quotation mark is left open.

    All that follows an open mark would otherwise be read as one text, and its rows be lost.
    """
    divided = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    rows: list[list[str]] = []
    broken_at = None
    try:
        rows.extend(divided)
    except csv.Error:
        broken_at = divided.line_num
    return {**Tables().told(rows), "broken_at": broken_at}


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("Tệp .csv phải ghi bằng mã UTF-8, hoặc gửi tệp .xlsx.") from None
