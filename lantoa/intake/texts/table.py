"""Tables as lines of text: each figure with the head of its column before it.

"2 | Học chuyên đề | 275 | 4.489" says nothing without its heads, so a row is written as a reader
says it aloud: "Học chuyên đề: Số buổi: 275; Lượt đảng viên: 4.489", without its number.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lantoa.intake.texts.text import Writing

NUMBER = re.compile(r"[-+(]?\d[\d.,\s/%]*\)?%?")
ORDER = re.compile(r"(?:stt|tt|số tt|số thứ tự|#)\.?", re.IGNORECASE)
ROMAN = re.compile(r"(?:[IVX]+|[a-zđ]|\d{1,3}(?:\.\d{1,2})*)[.)]?", re.IGNORECASE)
MEASURED_IN = re.compile(
    r"(?:đơn vị tính|đvt)[^:]{0,30}:\s*((?:triệu|nghìn|ngàn|tỷ|tỉ) đồng|đồng)\s*\)?\s*$",
    re.IGNORECASE,
)
MONEY_IN_HEAD = re.compile(r"\(\s*((?:triệu|nghìn|ngàn|tỷ|tỉ) đồng|đồng)\s*\)", re.IGNORECASE)
MONEY_HEAD = re.compile(
    r"kinh phí|tiền|ngân sách|nguồn|vốn|trị giá|đóng góp|nhân dân|mạnh thường quân|doanh nghiệp"
    r"|cán bộ, đảng viên",
    re.IGNORECASE,
)
MOST_HEAD_ROWS = 4
LONGEST_HEAD = 120

Rows = Sequence[Sequence[str]]
PlaceOf = Callable[[int, int], str]


def write_table(writing: Writing, rows: Rows, place_of: PlaceOf) -> None:
    """Add a table to a text; `place_of` names the place of a cell by row and column from 0."""
    first = next((row for row, cells in enumerate(rows) if _has_figures(cells)), len(rows))
    counted = measured_in(
        [*_lines_before(writing), *(cell for row in rows[:first] for cell in row)]
    )
    heads = _heads(rows[_head_start(rows, first) : first], rows[first:], counted=counted)
    for row, cells in enumerate(rows):
        if not any(cell.strip() for cell in cells):
            continue
        if row < first or not heads:
            _write_plain(writing, row, cells, place_of)
        else:
            _write_row(writing, row, cells, heads=heads, place_of=place_of)
        writing.add("\n")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its words, whether figures stand under it, and in which money."""

    words: str
    holds_figures: bool
    money: str


NO_HEAD = Head("", holds_figures=False, money="")


def is_number(cell: str) -> bool:
    """Tell whether a cell holds a number and nothing else."""
    return NUMBER.fullmatch(cell.strip()) is not None


def _has_figures(cells: Sequence[str]) -> bool:
    """Tell whether a row holds a number besides the one that counts the rows."""
    return any(is_number(cell) for cell in cells[1:])


def _head_start(rows: Rows, first: int) -> int:
    """Return the first row of heads right above the figures: each holds several words."""
    start = first
    while start and first - start < MOST_HEAD_ROWS and len(_different(rows[start - 1])) > 1:
        start -= 1
    return start


def _different(cells: Sequence[str]) -> set[str]:
    return {cell.strip() for cell in cells} - {""}


def _lines_before(writing: Writing) -> list[str]:
    """Return the last lines above a table, where its unit of measure may stand."""
    return "".join(writing.pieces[-12:])[-400:].splitlines()[-3:]


def _heads(rows: Rows, body: Rows, *, counted: str) -> list[Head]:
    """Return the head of each column: the words above it, from the top down, each once."""
    width = max((len(cells) for cells in rows), default=0)
    full = [[*cells, *[""] * (width - len(cells))] for cells in rows]
    for upper, cells in enumerate(full[:-1]):
        for column in range(1, width):
            if not cells[column].strip() and any(row[column].strip() for row in full[upper + 1 :]):
                cells[column] = cells[column - 1]
    said = [
        " - ".join(dict.fromkeys(" ".join(cell.split()) for cell in column if cell.strip()))
        for column in zip(*full, strict=True)
    ]
    return [
        Head(words[:LONGEST_HEAD], _holds_figures(body, column), _money(words, counted))
        for column, words in enumerate(said)
    ]


def _holds_figures(body: Rows, column: int) -> bool:
    return any(column < len(cells) and is_number(cells[column]) for cells in body)


def measured_in(lines: Sequence[str]) -> str:
    """Return the money that a table is counted in where a line says so: "triệu đồng"."""
    found = (MEASURED_IN.search(line) for line in lines)
    return next((each.group(1).lower() for each in found if each), "")


def _money(head: str, counted: str) -> str:
    """Return the money that a column is counted in, or nothing where it counts other things."""
    if named := MONEY_IN_HEAD.search(head):
        return named.group(1).lower()
    return counted if MONEY_HEAD.search(head) else ""


def _write_plain(writing: Writing, row: int, cells: Sequence[str], place_of: PlaceOf) -> None:
    """Add a row of words, a bar between the cells; a cell merged over several stands once."""
    before = sign = ""
    for column, cell in enumerate(cells):
        words = " ".join(cell.split())
        if not words or words == before:
            continue
        if column == 0 and len(cells) > 1 and is_number(words):
            continue
        writing.add(sign)
        writing.add(words, place_of(row, column))
        before, sign = words, " | "


def _write_row(
    writing: Writing, row: int, cells: Sequence[str], *, heads: Sequence[Head], place_of: PlaceOf
) -> None:
    """Add a row: its name, then each figure behind the head of its column."""
    sign = ""
    for column, cell in enumerate(cells):
        words, head = " ".join(cell.split()), heads[column] if column < len(heads) else NO_HEAD
        if not words:
            continue
        if column == 0 and (ORDER.fullmatch(head.words) or ROMAN.fullmatch(words)):
            continue
        writing.add(sign)
        if head.holds_figures and head.words and column:
            writing.add(f"{head.words}: ")
        writing.add(words + _behind(words, head), place_of(row, column))
        sign = "; " if head.holds_figures else ": "


def _behind(words: str, head: Head) -> str:
    """Return the money word that a bare number of a column of money is read with."""
    return f" {head.money}" if head.money and is_number(words) and "%" not in words else ""
