"""What kinds of record have to say on paper: in the text, in tables, and in numbers."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Generic, Protocol, TypeVar

from lantoa.figures.measure import Measure
from lantoa.figures.question import Question
from lantoa.figures.writing import percentage
from lantoa.paper import Paragraphs, Table
from lantoa.records.record.kinds import kinds
from lantoa.units.queries import Portrait

R = TypeVar("R")


class Told(Protocol):
    """What kinds may ask of the answer to a question; figures by the codes of their measures."""

    @property
    def asked(self) -> Question:
        """Return the question."""

    @property
    def units(self) -> Collection[int]:
        """Return the unit and everything under it on the chart."""

    def measures(self, kind: str) -> Sequence[Measure]:
        """Return the measures of a kind of record, in the order in which people look for them."""

    def total(self, code: str) -> int | None:
        """Return a total; None where nobody stated it."""

    def share(self, code: str) -> tuple[int | None, int | None]:
        """Return numerator and denominator of a share."""

    def say(self, code: str) -> str | None:
        """Return a total as written; None where nobody stated it."""

    def stated(self, code: str) -> Sequence[str]:
        """Say who stated a figure: what, the unit, the day, the agency."""

    def is_anothers(self, code: str) -> bool:
        """Tell whether one unit alone stated a figure, and not the one that is asked about."""

    def goals(self) -> Sequence[str]:
        """Say what figures are to come to in the year, and how far they are."""

    def meet(self, units: Iterable[int]) -> None:
        """Ask for the names of units that will be told of."""

    def names(self, units: Iterable[int]) -> Mapping[int, Portrait]:
        """Return units as they were on the day of the chart."""


@dataclass(frozen=True)
class PaperNumber:
    """A number that stands behind a paper, and what it is of."""

    value: Decimal
    label: str
    is_share: bool = False


def _nothing(told: Told) -> Any:
    """Ask nothing."""


def _none(rows: Any) -> tuple[Any, ...]:
    """Return nothing."""
    return ()


def _silent(told: Told, rows: Any) -> bool:
    """Have nothing to say."""
    return False


@dataclass(frozen=True, kw_only=True)
class Paper(Generic[R]):
    """What one kind of record has to say on paper; a kind that says nothing declares it empty.

    `rows` asks its own tables, once for all that follows; `units` are those of the rows that are
    told by name. `speaks` tells whether there is anything to show in tables. `parts` are paragraphs
    and `tables` tables, None where one is empty, by the names that forms ask for; `numbers` are the
    numbers of its rows.
    """

    rows: Callable[[Told], R] = _nothing
    units: Callable[[R], Iterable[int]] = _none
    speaks: Callable[[Told, R], bool] = _silent
    parts: Mapping[str, Callable[[Told, R], Paragraphs]] = field(default_factory=dict)
    tables: Mapping[str, Callable[[Told, R], Table | None]] = field(default_factory=dict)
    numbers: Callable[[R], Iterable[PaperNumber]] = _none


class Papers:
    """What all kinds say of one answer; each asks its own tables once, and names are asked once."""

    def __init__(self, told: Told) -> None:
        """Ask every kind for its rows."""
        self.told = told
        self.held: dict[str, tuple[Paper[Any], Any]] = {
            kind.code: (kind.paper, kind.paper.rows(told)) for kind in kinds()
        }
        told.meet(unit for paper, rows in self.held.values() for unit in paper.units(rows))

    def part(self, kind: str, name: str) -> Paragraphs:
        """Return a part of the text; nothing where no such kind or part is known."""
        paper, rows = self._of(kind)
        said = paper.parts.get(name)
        return said(self.told, rows) if said else ()

    def table(self, kind: str, name: str) -> Table | None:
        """Return a table; None where there is nothing to show, or no such kind or table."""
        paper, rows = self._of(kind)
        shown = paper.tables.get(name)
        return shown(self.told, rows) if shown and self.speaks(kind) else None

    def speaks(self, kind: str) -> bool:
        """Tell whether a kind has anything to show in tables."""
        paper, rows = self._of(kind)
        return paper.speaks(self.told, rows)

    def _of(self, kind: str) -> tuple["Paper[Any]", Any]:
        return self.held.get(kind, (Paper[Any](), None))

    def numbers(self) -> Iterator[PaperNumber]:
        """Yield the numbers of the rows of every kind."""
        for paper, rows in self.held.values():
            yield from paper.numbers(rows)


def any_known(*measures: Measure) -> Callable[[Told, Any], bool]:
    """Return the question whether a total of any of some measures is known."""
    return lambda told, rows: any(told.total(each.code) is not None for each in measures)


def listing(told: Told, words: Iterable[tuple[str, str]]) -> str:
    """Join the totals that are known with their words: "12 căn nhà, 3 cây cầu"."""
    said = [(told.say(code), word) for code, word in words]
    return ", ".join(f"{figure} {word}" for figure, word in said if figure is not None)


def counted(figures: Iterable[tuple[int | None, str]]) -> Iterator[PaperNumber]:
    """Yield the whole numbers that are known, each with its words."""
    for figure, words in figures:
        if figure is not None:
            yield PaperNumber(Decimal(figure), words)


def shared(part: int | None, whole: int | None, words: str) -> Iterator[PaperNumber]:
    """Yield the percentage that one number is of another, where both are known."""
    hundredths = percentage(part, whole)
    if hundredths is not None:
        yield PaperNumber(Decimal(hundredths).scaleb(-2), words, is_share=True)
