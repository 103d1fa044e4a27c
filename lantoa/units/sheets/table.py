"""Finding the list in a spreadsheet: wherever its head stands, in whatever order its columns."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from python_calamine import CalamineError, CalamineSheet, PasswordError, load_workbook

from lantoa.figures.words import fold
from lantoa.units.sheets.safety import NOT_A_SHEET, refuse_unsafe

ROWS_LOOKED_AT = 30
Value = object
Row = Sequence[Value]


class Mistakes(ValidationError):
    """What is wrong in a list, one sentence for each place."""


@dataclass(frozen=True)
class Place:
    """A row as it is numbered on the screen, and the values in it by the name of their column."""

    number: int
    values: Mapping[str, Value]

    def mistake(self, column: str, words: str) -> str:
        """Say what is wrong in one column of this row."""
        return f"Dòng {self.number}, cột {column}: {words}"


def find_rows(content: bytes, columns: Mapping[str, Sequence[str]]) -> list[Place]:
    """Return the rows under the head of the list that are not empty.

    `columns` gives for each column the heads, without marks, by which it is known. Raises
    ValidationError for a file that is no spreadsheet, or holds no such list, or two of them.
    """
    refuse_unsafe(content)
    found = [table for sheet in _sheets(content) if (table := _find_head(sheet, columns))]
    if not found:
        named = " | ".join(columns)
        raise ValidationError(f"Không tìm thấy hàng tiêu đề: {named}. Hãy dùng bảng mẫu.")
    if len(found) > 1:
        raise ValidationError("Tệp có nhiều trang cùng chứa danh sách. Hãy để lại một trang.")
    rows, head, order = found[0]
    _refuse_missing(columns, order)
    return list(_places(rows, head, order))


def _sheets(content: bytes) -> Iterator[list[list[Value]]]:
    try:
        with load_workbook(io.BytesIO(content)) as book:
            for place in range(len(book.sheet_names)):
                yield _rows(book.get_sheet_by_index(place))
    except PasswordError as fault:
        raise ValidationError("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.") from fault
    except CalamineError as fault:
        raise ValidationError(NOT_A_SHEET) from fault


def _rows(sheet: CalamineSheet) -> list[list[Value]]:
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


def _find_head(
    rows: list[list[Value]], columns: Mapping[str, Sequence[str]]
) -> tuple[list[list[Value]], int, dict[str, int]] | None:
    """Return the rows, the place of the head and of each column; at least two must be there."""
    for place, row in enumerate(rows[:ROWS_LOOKED_AT]):
        words = [fold(str(value)) for value in row]
        order = {
            column: words.index(known)
            for column, heads in columns.items()
            if (known := next((head for head in heads if head in words), None))
        }
        if len(order) >= 2:
            return rows, place, order
    return None


def _refuse_missing(columns: Mapping[str, Sequence[str]], order: Mapping[str, int]) -> None:
    missing = [column for column in columns if column not in order]
    if missing:
        raise ValidationError(f"Danh sách thiếu cột: {', '.join(missing)}.")


def _places(rows: list[list[Value]], head: int, order: Mapping[str, int]) -> Iterator[Place]:
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        values = {column: row[place] for column, place in order.items()}
        if any(str(value).strip() for value in values.values()):
            yield Place(number, values)
