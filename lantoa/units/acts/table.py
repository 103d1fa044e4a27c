"""Finding the list of a decision in a file: on whichever page, under whichever title."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from python_calamine import CalamineError, PasswordError, load_workbook

from lantoa.figures.words import fold
from lantoa.units.sheets.safety import LARGEST_FILE, NOT_A_SHEET, refuse_unsafe

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
NEEDED = (STEP, UNIT)
ROWS_LOOKED_AT = 30
DIVIDERS = ";,\t"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How "Unicode text" begins, as spreadsheet programs save it."""

Values = Sequence[object]


@dataclass(frozen=True)
class Table:
    """The rows of a page, at which of them the head stands, and at which place each column."""

    rows: Sequence[Values]
    head: int
    order: dict[str, int]


def find_table(content: bytes) -> Table:
    """Return the one list in a file, .xlsx or .csv.

    Raises ValidationError for a file that cannot be read, or holds no such list, or two of them.
    """
    pages = _pages(content) if content.startswith(b"PK") else [_lines(content)]
    found = [table for page in pages if (table := _headed(page))]
    if not found:
        heads = " | ".join(COLUMNS)
        raise ValidationError(f"Không tìm thấy hàng tiêu đề: {heads}. Hãy dùng bảng mẫu.")
    if len(found) > 1:
        raise ValidationError("Tệp có nhiều trang cùng chứa danh sách. Hãy để lại một trang.")
    return found[0]


def _headed(rows: Sequence[Values]) -> Table | None:
    for place, values in enumerate(rows[:ROWS_LOOKED_AT]):
        words = [fold(str(value)) for value in values]
        order = {
            column: words.index(head)
            for column, heads in COLUMNS.items()
            if (head := next((each for each in heads if each in words), None))
        }
        if all(column in order for column in NEEDED):
            return Table(rows, place, order)
    return None


def _pages(content: bytes) -> Iterator[Sequence[Values]]:
    refuse_unsafe(content)
    try:
        with load_workbook(io.BytesIO(content)) as book:
            for place in range(len(book.sheet_names)):
                yield book.get_sheet_by_index(place).to_python(skip_empty_area=False)
    except PasswordError as fault:
        raise ValidationError("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.") from fault
    except CalamineError as fault:
        raise ValidationError(NOT_A_SHEET) from fault


def _lines(content: bytes) -> Sequence[Values]:
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
    if len(content) > LARGEST_FILE:
        raise ValidationError("Tệp lớn hơn 2 MB.")
    try:
        return content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ValidationError("Tệp .csv phải ghi bằng mã UTF-8, hoặc gửi tệp .xlsx.") from fault


def _divider(text: str) -> str:
    """Return by what the columns are divided: that by which the head is one."""
    begun = text[:20_000].splitlines()[:ROWS_LOOKED_AT]
    heads = (each for each in DIVIDERS if _headed(list(csv.reader(begun, delimiter=each))))
    return next(heads, DIVIDERS[0])
