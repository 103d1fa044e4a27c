"""Finding the list of a decision in a file: on whichever page, under whichever title."""

import codecs
import csv
import io
from collections.abc import Sequence

from django.core.exceptions import ValidationError

from lantoa.intake.limits import LARGEST_LIST
from lantoa.units.sheets.table import ROWS_LOOKED_AT, ListPage, Row, find_table, headed, pages_of

STEP, UNIT, CODE, NAME, KIND = "Việc", "Mã đơn vị", "Mã mới", "Tên mới", "Loại mới"
PARENT, SUCCESSOR, NOTE = "Nơi trực thuộc mới", "Đơn vị kế thừa chính", "Ghi chú"
COLUMNS = {
    STEP: ("viec", "buoc"),
    UNIT: ("ma don vi", "ma cu", "don vi"),
    CODE: ("ma moi",),
    NAME: ("ten moi",),
    KIND: ("loai moi", "loai", "loai don vi"),
    PARENT: ("noi truc thuoc moi", "truc thuoc moi", "noi truc thuoc"),
    SUCCESSOR: ("don vi ke thua chinh", "ke thua chinh", "don vi ke thua"),
    NOTE: ("ghi chu",),
}
IS_HEAD = {STEP, UNIT}.issubset
"""What a row must name to be the head of the list."""
DIVIDERS = ";,\t"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How "Unicode text" begins, as spreadsheet programs save it."""


def find_steps(content: bytes) -> ListPage:
    """Return the one list of steps in a file, .xlsx or .csv.

    Raises ValidationError for a file that cannot be read, or holds no such list, or two of them.
    """
    pages = pages_of(content) if content.startswith(b"PK") else [_lines(content)]
    return find_table(pages, COLUMNS, is_head=IS_HEAD)


def _lines(content: bytes) -> Sequence[Row]:
    """Return the rows of a .csv file; one in which a quotation mark is left open is refused.

    All that follows an open mark would otherwise be read as one text, and its steps be lost.
    """
    text = _decoded(content)
    divided = csv.reader(io.StringIO(text, newline=""), delimiter=_divider(text), strict=True)
    try:
        return list(divided)
    except csv.Error as fault:
        raise ValidationError(
            f"Tệp .csv hỏng, ở dòng {divided.line_num} hoặc trước đó: có dấu nháy kép không đóng, "
            "đặt sai chỗ, hoặc một ô quá dài. Sửa chỗ đó, hoặc gửi tệp .xlsx."
        ) from fault


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_LIST:
        raise ValidationError("Tệp lớn hơn 2 MB.")
    try:
        return content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ValidationError("Tệp .csv phải ghi bằng mã UTF-8, hoặc gửi tệp .xlsx.") from fault


def _divider(text: str) -> str:
    """Return by what the columns are divided: that by which the head is one."""
    begun = text[:20_000].splitlines()[:ROWS_LOOKED_AT]
    tried = ((each, list(csv.reader(begun, delimiter=each))) for each in DIVIDERS)
    fitting = (each for each, rows in tried if headed(rows, COLUMNS, is_head=IS_HEAD))
    return next(fitting, DIVIDERS[0])
