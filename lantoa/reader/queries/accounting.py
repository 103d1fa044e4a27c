"""A report of our own, read back: each number that the system cannot account for stands out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.reader.places import NamedUnits, Periods
from lantoa.reader.queries.accountable import KnownNumber, accountable
from lantoa.reader.queries.known import MOST_SAID, last_digit, stated, written
from lantoa.reader.queries.reading import Opened, ReadFigure
from lantoa.tally.queries import answer
from lantoa.units.queries import Portrait

NEAR = Decimal("0.25")
"""How far, as a share of itself, a number may lie from the nearest one that is told."""
LOOSELY = Decimal("0.05")


@dataclass(frozen=True)
class Account:
    """One figure of a report, and the number behind it, or the nearest one that is known."""

    row: ReadFigure
    behind: KnownNumber | None
    nearest: KnownNumber | None

    @property
    def is_accounted(self) -> bool:
        """Tell whether the system knows the number."""
        return self.behind is not None

    @property
    def gap(self) -> str:
        """Write by how much a figure differs from the nearest one."""
        if self.nearest is None:
            return ""
        return written(abs(stated(self.row.figure) - self.nearest.value))


@dataclass(frozen=True)
class Book:
    """The accounts of one report: what is not accounted for comes first."""

    unit: Portrait
    period: Period
    accounts: Sequence[Account]
    crossed: tuple[str, ...]

    @property
    def open(self) -> list[Account]:
        """Return what the system cannot account for."""
        return [each for each in self.accounts if not each.is_accounted]

    @property
    def settled(self) -> list[Account]:
        """Return what the system can account for."""
        return [each for each in self.accounts if each.is_accounted]


def book_of(opened: Opened, *, period: Period | None = None) -> Book:
    """Hold a report against what is known of the unit and period that it speaks of."""
    held = opened.reading
    named = NamedUnits.of(held.text, opened.units).of_document().value
    unit = named or opened.units.home
    said = Periods.of(held.text, opened.figures, day=held.day).whole
    stretch = period or said or Period.year(held.day.year)
    told = answer(Question(unit.pk, stretch))
    numbers = accountable(told)
    accounts = [_account(row, numbers) for row in opened.rows]
    return Book(unit, stretch, accounts, told.crossing.sentences[:MOST_SAID])


def _account(row: ReadFigure, numbers: Sequence[KnownNumber]) -> Account:
    """Return the number behind a figure: of its own measure before any other."""
    measure = row.proposal.measure.value
    code = measure.code if measure else ""
    alike = [each for each in numbers if each.is_share == (row.figure.unit == "percent")]
    wholes = {each.value for each in numbers}
    equal = [each for each in alike if _same(row, each)]
    if row.figure.of is not None and Decimal(str(row.figure.of)) not in wholes:
        equal = []
    if equal:
        return Account(row, min(equal, key=lambda each: each.measure != code), None)
    return Account(row, None, _nearest(row, alike, code))


def _same(row: ReadFigure, number: KnownNumber) -> bool:
    """Tell whether a figure states a number: exactly, a percentage cut or rounded.

    "Gần" and "hơn" state it within five in a hundred.
    """
    value = stated(row.figure)
    if row.figure.approx == "exact":
        return abs(value - number.value) <= (last_digit(value) if number.is_share else 0)
    return abs(value - number.value) <= LOOSELY * abs(number.value)


def _nearest(row: ReadFigure, numbers: Sequence[KnownNumber], code: str) -> KnownNumber | None:
    """Return the nearest number of the same measure, else the nearest at all within reach.

    Nearest to what is counted in wholes is what is counted in wholes.
    """
    value = stated(row.figure)
    own = [each for each in numbers if code and each.measure == code]
    near = own or [
        each
        for each in numbers
        if abs(each.value - value) <= NEAR * abs(value)
        and _is_whole(each.value) >= _is_whole(value)
    ]
    return min(near, key=lambda each: abs(each.value - value), default=None)


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()
