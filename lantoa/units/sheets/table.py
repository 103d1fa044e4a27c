"""Finding the list in a spreadsheet: wherever its head stands, in whatever order its columns."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from lantoa.figures.words import composed, fold
from lantoa.intake import workbooks
from lantoa.intake.cells import Page
from lantoa.intake.refusal import Unreadable

ROWS_LOOKED_AT = 30
Value = object
Row = Sequence[Value]
Columns = Mapping[str, Sequence[str]]
"""The heads, without marks, by which each column is known."""
IsHead = Callable[[Collection[str]], bool]


class ListMistakes(ValidationError):
    """What is wrong in a list, one sentence for each place."""


@dataclass(frozen=True)
class ListRow:
    """A row as it is numbered on the screen, and the values in it by the name of their column."""

    number: int
    values: Mapping[str, Value]

    def mistake(self, column: str, words: str) -> str:
        """Say what is wrong in one column of this row."""
        return f"Dòng {self.number}, cột {column}: {words}"


@dataclass(frozen=True)
class ListPage:
    """The rows of a page, at which of them the head stands, and at which place each column."""

    rows: Sequence[Row]
    head: int
    order: Mapping[str, int]


def find_rows(content: bytes, columns: Columns) -> list[ListRow]:
    """Return the rows under the head of the list that are not empty.

    `columns` gives for each column the heads, without marks, by which it is known. Raises
    ValidationError for a file that is no spreadsheet, or holds no such list, or two of them.
    """
    table = find_table(pages_of(content), columns, is_head=lambda found: len(found) >= 2)
    _refuse_missing(columns, table.order)
    return list(_places(table))


def find_table(pages: Iterable[Sequence[Row]], columns: Columns, *, is_head: IsHead) -> ListPage:
    """Return the one list on some pages; raises ValidationError where there is none, or two."""
    found = [table for page in pages if (table := headed(page, columns, is_head=is_head))]
    if not found:
        named = " | ".join(columns)
        raise ValidationError(f"Không tìm thấy hàng tiêu đề: {named}. Hãy dùng bảng mẫu.")
    if len(found) > 1:
        raise ValidationError("Tệp có nhiều trang cùng chứa danh sách. Hãy để lại một trang.")
    return found[0]


def headed(rows: Sequence[Row], columns: Columns, *, is_head: IsHead) -> ListPage | None:
    """Return a page whose first rows hold a head; `is_head` tells by the columns that are there."""
    for place, row in enumerate(rows[:ROWS_LOOKED_AT]):
        words = [fold(str(value)) for value in row]
        order = {
            column: words.index(known)
            for column, heads in columns.items()
            if (known := next((head for head in heads if head in words), None))
        }
        if is_head(order):
            return ListPage(rows, place, order)
    return None


def pages_of(content: bytes) -> list[Page]:
    """Return the rows of each page of a workbook; raises ValidationError where it is none."""
    try:
        return workbooks.pages_of(content)
    except Unreadable as refusal:
        raise ValidationError(str(refusal)) from None


def _refuse_missing(columns: Columns, order: Mapping[str, int]) -> None:
    missing = [column for column in columns if column not in order]
    if missing:
        raise ValidationError(f"Danh sách thiếu cột: {', '.join(missing)}.")


def _places(table: ListPage) -> Iterator[ListRow]:
    for number, row in enumerate(table.rows[table.head + 1 :], start=table.head + 2):
        values = {column: row[place] for column, place in table.order.items()}
        if any(str(value).strip() for value in values.values()):
            yield ListRow(number, values)


def text_of(value: Value) -> str:
    """Return a cell as text is kept; a whole number without the point that sheets give it."""
    return composed(str(int(value) if isinstance(value, float) and value.is_integer() else value))
