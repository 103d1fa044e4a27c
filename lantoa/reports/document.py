"""A finished report in words: what stands on the paper, before anybody decides how it looks.

Every text is Vietnamese, final and on one line; nothing here computes a figure. Whoever builds a
Document writes the sentences; `word` and `excel` only set them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import count
from unicodedata import category

from lantoa.figures.writing import UNKNOWN, percentage, write_number, write_scaled

# Lettered points skip f, j, w and z, as Party and State documents do.
LETTERS = "abcdđeghiklmnopqrstuvxy"
WIDE_FROM = 7  # columns: from here on an annex is laid across the page
LONG_TEXT = 40  # signs: beside such texts one column fewer is enough


@dataclass(frozen=True)
class ToWrite:
    """A place where the clerk writes in his own words; `prompt` says about what."""

    prompt: str


@dataclass(frozen=True)
class Section:
    """A numbered heading with its paragraphs and the sections inside it, at most three deep.

    `heading` comes without its number: I, 1 and a are counted by `numbered`.
    """

    heading: str
    paragraphs: tuple[str | ToWrite, ...] = ()
    parts: tuple["Section", ...] = ()


@dataclass(frozen=True)
class Heading:
    """A heading with the number it got; `level` is 1 for I, 2 for 1 and 3 for a."""

    level: int
    number: str
    text: str


@dataclass(frozen=True)
class Whole:
    """A whole number in a table: as written on paper, and as a sheet adds it up."""

    text: str
    value: int


@dataclass(frozen=True)
class Share:
    """A percentage in a table: as written on paper, and as a number of per cent (99.34)."""

    text: str
    percent: Decimal


# A plain text also stands for a figure that nobody knows ("chưa có số") or that is only quoted.
Cell = str | Whole | Share


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


class RowKind(Enum):
    """How a row is set: like the others, in bold as a sum, or as one line across the table."""

    NORMAL = "normal"
    TOTAL = "total"
    NOTE = "note"


@dataclass(frozen=True)
class Row:
    """A row of an annex: one cell for each column, or a single text when it is a note."""

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
class Annex:
    """A table attached to a report. Without rows it says that there are no figures yet.

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


@dataclass(frozen=True)
class Issuer:
    """Who issues, in capitals: "ĐẢNG BỘ TỈNH AN GIANG" above "HUYỆN ỦY THOẠI SƠN"."""

    superior: str
    committee: str


@dataclass(frozen=True)
class Signature:
    """Who signs: for whom ("T/M BAN THƯỜNG VỤ"), as what ("BÍ THƯ"), and the name if known."""

    authority: str
    post: str
    name: str = ""


@dataclass(frozen=True)
class Document:
    """A report ready to be set on paper.

    `number` stays empty when the clerk gives it later; `symbol` is "BC/HU". `marks` are shown on
    every page and sheet ("SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"). `attached_to` is the line under the
    title of each annex; `provenance` tells how the figures were counted and ends the document.
    """

    issuer: Issuer
    symbol: str
    place: str
    day: date
    subject: str
    signature: Signature
    kind: str = "BÁO CÁO"
    number: str = ""
    opening: tuple[str | ToWrite, ...] = ()
    sections: tuple[Section, ...] = ()
    annexes: tuple[Annex, ...] = ()
    recipients: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    attached_to: str = ""
    provenance: str = ""

    @property
    def place_and_day(self) -> str:
        """Return "Thoại Sơn, ngày 05 tháng 7 năm 2024".

        Days under 10 and the months 1 and 2 take a leading nought, so that nobody can put a
        figure before them.
        """
        month = f"{self.day.month:02d}" if self.day.month < 3 else f"{self.day.month}"
        return f"{self.place}, ngày {self.day.day:02d} tháng {month} năm {self.day.year}"

    @property
    def labelled_annexes(self) -> tuple[tuple[str, Annex], ...]:
        """Return the annexes with their labels; a single one bears no number."""
        if len(self.annexes) == 1:
            return (("PHỤ LỤC", self.annexes[0]),)
        return tuple((f"PHỤ LỤC {i}", annex) for i, annex in enumerate(self.annexes, start=1))


def numbered(sections: tuple[Section, ...], level: int = 1) -> Iterator[Heading | str | ToWrite]:
    """Yield headings with their numbers and paragraphs, in the order of reading."""
    for number, section in zip(numbers(level), sections, strict=False):
        yield Heading(level, number, section.heading)
        yield from section.paragraphs
        yield from numbered(section.parts, level + 1)


def numbers(level: int) -> Iterator[str]:
    """Yield the numbers of headings: I, II at level 1; 1, 2 at level 2; a, b at level 3."""
    if level == 1:
        return map(roman, count(1))
    if level == 2:
        return map(str, count(1))
    return (letter * times for times in count(1) for letter in LETTERS)


def roman(number: int) -> str:
    """Write a number up to 39 in Roman numerals."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def placed(columns: tuple[Column, ...], *, top: int, left: int, bottom: int) -> Iterator[HeadCell]:
    """Yield the place of each head; a head without parts reaches down to the first row."""
    for column in columns:
        width = len(column.leaves)
        height = 1 if column.parts else bottom - top
        yield HeadCell(column.head, top, left, height, width)
        yield from placed(column.parts, top=top + height, left=left, bottom=bottom)
        left += width


def written(cell: Cell) -> str:
    """Return a cell as it stands on paper."""
    return cell if isinstance(cell, str) else cell.text


def one_line(text: str) -> str:
    """Return a text without line ends, tabs and signs that no printer knows."""
    signs = (" " if category(sign)[0] == "C" or sign in "\u2028\u2029" else sign for sign in text)
    return "".join(signs)


def whole(number: int | None) -> Cell:
    """Return the cell of a whole number, or of one that nobody knows."""
    return UNKNOWN if number is None else Whole(write_number(number), number)


def share(numerator: int | None, denominator: int | None) -> Cell:
    """Return the cell of a percentage with two decimals, rounded half up."""
    hundredths = percentage(numerator, denominator)
    if hundredths is None:
        return UNKNOWN
    return Share(f"{write_scaled(hundredths, scale=2)}%", Decimal(hundredths) / 100)
