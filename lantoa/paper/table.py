"""Tables: heads that may be grouped, rows that fit them, and what is said above and below."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lantoa.figures.writing import UNKNOWN
from lantoa.paper.cell import Cell, written

WIDE_FROM = 7  # columns: from here on a table is laid across the page
LONG_TEXT = 40  # signs: beside such texts one column fewer is enough


class Holds(Enum):
    """What a column holds, which decides how it is aligned."""

    ORDER = "order"
    TEXT = "text"
    FIGURE = "figure"


@dataclass(frozen=True)
class Column:
    """The head of a column, or of a group of columns when it has `parts`."""

    head: str
    holds: Holds = Holds.FIGURE
    parts: tuple["Column", ...] = ()

    @property
    def leaves(self) -> tuple["Column", ...]:
        """Return the columns that hold cells, from left to right."""
        return tuple(leaf for part in self.parts for leaf in part.leaves) or (self,)

    @property
    def height(self) -> int:
        """Return how many rows of heads this column needs."""
        return 1 + max((part.height for part in self.parts), default=0)


ORDER = Column("TT", Holds.ORDER)
"""The column that only numbers the rows."""


class RowKind(Enum):
    """How a row is set: like the others, in bold as a sum, or as one line across the table."""

    NORMAL = "normal"
    TOTAL = "total"
    NOTE = "note"


@dataclass(frozen=True)
class Row:
    """A row of a table: one cell for each column, or a single text when it is a note."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.NORMAL


@dataclass(frozen=True)
class HeadCell:
    """Where a head stands in the grid of heads, counted from 0, and how far it reaches."""

    text: str
    top: int
    left: int
    height: int
    width: int


@dataclass(frozen=True)
class Table:
    """A table with what belongs to it. Without rows it says that there are no figures yet.

    `name` is short and becomes the name of the sheet; `measured_in` is the line above the table,
    such as "Đơn vị tính: hội nghị, lượt"; `source` and `footnotes` stand below it. `remarks` say
    what a reader must know of the figures first: below the table on paper, above it on a sheet,
    whose end may be far.
    Raises ValueError where a row does not fit the columns.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    measured_in: str = ""
    footnotes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    source: str = ""
    when_empty: str = UNKNOWN

    def __post_init__(self) -> None:
        """Refuse a row that does not fit, because a shifted figure looks like a true one."""
        for row in self.rows:
            wanted = 1 if row.kind is RowKind.NOTE else len(self.leaves)
            if len(row.cells) != wanted:
                raise ValueError(f"{self.name}: {len(row.cells)} cells where {wanted} are wanted")

    @property
    def leaves(self) -> tuple[Column, ...]:
        """Return the columns that hold cells, from left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves)

    @property
    def head_height(self) -> int:
        """Return how many rows the heads take."""
        return max(column.height for column in self.columns)

    @property
    def heads(self) -> tuple[HeadCell, ...]:
        """Return every head with its place in the grid, row by row within each column."""
        return tuple(placed(self.columns, top=0, left=0, bottom=self.head_height))

    @property
    def is_wide(self) -> bool:
        """Say whether the table needs the long side of the paper: many columns, or long names."""
        columns = len(self.leaves)
        return columns >= WIDE_FROM or (columns == WIDE_FROM - 1 and self._has_long_texts)

    @property
    def _has_long_texts(self) -> bool:
        texts = [place for place, leaf in enumerate(self.leaves) if leaf.holds is Holds.TEXT]
        rows = [row for row in self.rows if row.kind is not RowKind.NOTE]
        return any(len(written(row.cells[place])) > LONG_TEXT for row in rows for place in texts)

    @property
    def body(self) -> tuple[Row, ...]:
        """Return the rows, or the one line that says there are none."""
        return self.rows or (Row((self.when_empty,), RowKind.NOTE),)


def placed(columns: tuple[Column, ...], *, top: int, left: int, bottom: int) -> Iterator[HeadCell]:
    """Yield the place of each head; a head without parts reaches down to the first row."""
    for column in columns:
        width = len(column.leaves)
        height = 1 if column.parts else bottom - top
        yield HeadCell(column.head, top, left, height, width)
        yield from placed(column.parts, top=top + height, left=left, bottom=bottom)
        left += width


def numbered_rows(rows: Iterable[Sequence[Cell]]) -> tuple[Row, ...]:
    """Return rows with their number in front, for a table whose first column is `ORDER`."""
    return tuple(Row((str(place), *cells)) for place, cells in enumerate(rows, start=1))
