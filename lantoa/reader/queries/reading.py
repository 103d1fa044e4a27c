"""One document with its figures, their checks, their proposals and what people decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Self
from uuid import UUID

from lantoa.intake.texts.text import Stretch, Text
from lantoa.reader.checking import checks_of
from lantoa.reader.models import Finding, Reading, Synonym
from lantoa.reader.places import KnownUnits, Proposal, Vocabulary, proposals
from lantoa.reading import Check, FoundFigure, figures_in
from lantoa.tally.catalogue import every_measure
from lantoa.units.models import Unit
from lantoa.units.queries import parents_under, portrait, portraits

TIMES = frozenset(("year_count", "month_count", "day_count", "age"))
"""Durations and ages: read, but nobody is asked about them."""


def asking_for(start: int) -> str:
    """Return what stands after the address of a page to look at the figure at a place."""
    return f"?so={start}#chon"


@dataclass(frozen=True)
class ReadFigure:
    """One figure of a document: where it stands, what it would be, and what was decided."""

    figure: FoundFigure
    place: str
    proposal: Proposal
    failed: tuple[Check, ...]
    finding: Finding | None

    @property
    def start(self) -> int:
        """Return its place in the text, which is its name in addresses."""
        return self.figure.start

    @property
    def anchor(self) -> str:
        """Return the name of its place in the text of the page."""
        return f"so-{self.start}"

    @property
    def address(self) -> str:
        """Return what stands after the address of the page to look at it."""
        return asking_for(self.start)

    @property
    def words(self) -> str:
        """Return it as it stands in the text, on one line."""
        return " ".join(self.figure.text.split())

    @property
    def choice(self) -> str:
        """Return what was decided."""
        return self.finding.choice if self.finding else Finding.Choice.OPEN

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has decided yet."""
        return self.choice == Finding.Choice.OPEN


@dataclass(frozen=True)
class Opened:
    """A document as it is read: rows in the order of the text."""

    reading: Reading
    units: KnownUnits
    figures: Sequence[FoundFigure]
    checks: Sequence[Check]
    rows: Sequence[ReadFigure]
    measures: Vocabulary = field(repr=False)

    @cached_property
    def ordered(self) -> list[ReadFigure]:
        """Return the rows in the order in which a person looks: failed checks first."""
        return sorted(self.rows, key=lambda row: not row.failed)

    @property
    def failed(self) -> list[Check]:
        """Return the checks that do not hold."""
        return [check for check in self.checks if not check.holds]

    def row_at(self, start: int) -> ReadFigure | None:
        """Return the row of the figure that begins at a place of the text."""
        return next((row for row in self.rows if row.start == start), None)

    def neighbours(self, start: int) -> tuple[ReadFigure | None, ReadFigure | None]:
        """Return the rows before and after one, decided or not, as a person looks at them."""
        order = self.ordered
        here = next(place for place, row in enumerate(order) if row.start == start)
        before = order[here - 1] if here else None
        return before, next(iter(order[here + 1 :]), None)

    def after(self, start: int) -> ReadFigure | None:
        """Return the next undecided row after one, else the first undecided at all."""
        order = [row.start for row in self.ordered]
        here = order.index(start) if start in order else -1
        later = [row for row in self.ordered[here + 1 :] if row.is_open]
        return next(iter([*later, *(row for row in self.ordered if row.is_open)]), None)

    @classmethod
    def of(cls, reading: Reading, *, today: date) -> Self:
        """Return a document with everything that is known of its figures."""
        text = text_held(reading)
        figures = figures_in(text.content)
        checks = checks_of(text, figures)
        units = known_units(reading.unit, day=reading.day, today=today)
        ground = Vocabulary(every_measure(), learned_under(reading.unit))
        proposed = proposals(text.content, figures, day=reading.day, units=units, ground=ground)
        rows = _rows(reading, text, figures, checks, proposed)
        return cls(reading, units, figures, checks, rows, ground)


def _rows(
    reading: Reading,
    text: Text,
    figures: Sequence[FoundFigure],
    checks: Sequence[Check],
    proposed: Sequence[Proposal],
) -> list[ReadFigure]:
    decided = {finding.start: finding for finding in reading.findings.all()}
    failed: dict[int, list[Check]] = {}
    for check in checks:
        if not check.holds:
            failed.setdefault(check.total, []).append(check)
    return [
        ReadFigure(
            figure,
            text.place_of(figure.start),
            proposal,
            tuple(failed.get(place, ())),
            decided.get(figure.start),
        )
        for place, (figure, proposal) in enumerate(zip(figures, proposed, strict=True))
        if figure.unit not in TIMES
    ]


def text_held(reading: Reading) -> Text:
    """Return the text of a document as it was read."""
    return Text(reading.text, tuple(Stretch(*each) for each in reading.stretches))


def known_units(unit: Unit, *, day: date, today: date) -> KnownUnits:
    """Return the names on a day of a unit and what hangs under it today, as users reach it."""
    shown = portraits(list(parents_under(unit.pk, on=today)), on=day)
    return KnownUnits.of(portrait(unit, on=day), shown.values())


def learned_under(unit: Unit) -> Mapping[tuple[str, str], tuple[str, int]]:
    """Return what words were confirmed to mean under the root of a unit."""
    rows = Synonym.objects.filter(home=unit.home)
    return {
        (phrase, counted): (measure, times)
        for phrase, counted, measure, times in rows.values_list(
            "phrase", "counted", "measure", "times"
        )
    }


def readings_at(unit: Unit) -> list[Reading]:
    """Return the documents read at a unit, latest first, without their texts."""
    rows = Reading.objects.filter(unit=unit).select_related("by").defer("text", "stretches")
    return list(rows.order_by("-at", "-pk")[:50])


def reading_at(unit: Unit, uuid: UUID) -> Reading | None:
    """Return one document read at a unit."""
    found = Reading.objects.filter(unit=unit, uuid=uuid).select_related("unit", "by")
    return found.prefetch_related("findings").first()
