"""Finding the list of a decision in a file: on whichever page, under whichever title."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from lantoa.intake.refusal import Unreadable
from lantoa.intake.workbooks import divisions_of
from lantoa.units.sheets.table import ListPage, Row, find_table, headed, pages_of

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


def find_steps(content: bytes) -> ListPage:
    """Return the one list of steps in a file, .xlsx or .csv.

    Raises ValidationError for a file that cannot be read, or holds no such list, or two of them.
    """
    pages = pages_of(content) if content.startswith(b"PK") else [_lines(content)]
    return find_table(pages, COLUMNS, is_head=IS_HEAD)


def _lines(content: bytes) -> Sequence[Row]:
    """Return the rows of a .csv file, divided by the sign by which its head is one."""
    try:
        divisions = divisions_of(content)
    except Unreadable as refusal:
        raise ValidationError(str(refusal)) from None
    headed_ones = (each for each in divisions if headed(each.rows, COLUMNS, is_head=IS_HEAD))
    divided = next(headed_ones, divisions[0])
    if divided.broken_at is not None:
        raise ValidationError(
            f"Tệp .csv hỏng, ở dòng {divided.broken_at} hoặc trước đó: có dấu nháy kép không đóng, "
            "đặt sai chỗ, hoặc một ô quá dài. Sửa chỗ đó, hoặc gửi tệp .xlsx."
        )
    return divided.rows
