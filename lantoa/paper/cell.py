"""Cells of a table: a text, a whole number, or a percentage."""

from dataclasses import dataclass
from decimal import Decimal

from lantoa.figures.writing import UNKNOWN, percentage, write_number, write_scaled


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


def written(cell: Cell) -> str:
    """Return a cell as it stands on paper."""
    return cell if isinstance(cell, str) else cell.text


def whole(number: int | None) -> Cell:
    """Return the cell of a whole number, or of one that nobody knows."""
    return UNKNOWN if number is None else Whole(write_number(number), number)


def share(numerator: int | None, denominator: int | None) -> Cell:
    """Return the cell of a percentage with two decimals, rounded half up."""
    hundredths = percentage(numerator, denominator)
    if hundredths is None:
        return UNKNOWN
    return Share(f"{write_scaled(hundredths, scale=2)}%", Decimal(hundredths) / 100)
