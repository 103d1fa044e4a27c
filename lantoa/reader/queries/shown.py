"""What the page of a document shows: marked text, failed checks, the table of figures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lantoa.reader.models import Finding
from lantoa.reader.queries.known import Known
from lantoa.reader.queries.reading import Opened, ReadFigure, asking_for
from lantoa.reading import Check, FoundFigure
from lantoa.reading.checks.notes import written
from lantoa.units.queries import Portrait

MOST_UNITS = 200
"""How many units are offered for a figure: those that the document names come first."""
BESIDE = 140
"""How much of its sentence is shown on either side of a figure."""
SUMMED, DIVIDED = "cộng các phần được", "tính lại được"
"""How a figure was computed again, in front of what came out."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the text: plain, or a figure with what comes out where its check fails.

    `is_part` marks the figures that a failed check of the chosen one is made of.
    """

    text: str
    row: ReadFigure | None = None
    verdict: str = ""
    is_chosen: bool = False
    is_part: bool = False

    @property
    def is_quoted(self) -> bool:
        """Tell whether somebody confirmed it."""
        return self.row is not None and self.row.choice == Finding.Choice.CONFIRMED

    @property
    def looks(self) -> str:
        """Return the names under which the page draws it."""
        choice = self.row.choice if self.row else ""
        told = ("found", choice, "failed" if self.verdict else "", "part" if self.is_part else "")
        return " ".join(filter(None, told))


@dataclass(frozen=True)
class Alarm:
    """A check that does not hold: what is printed, what comes out, and how."""

    start: int
    words: str
    place: str
    published: str
    verb: str
    computed: str
    gap: str
    how: str
    parts: frozenset[int]

    @property
    def address(self) -> str:
        """Return what stands after the address of the page to look at it."""
        return asking_for(self.start)

    @property
    def verdict(self) -> str:
        """Return what comes out, in few words."""
        return f"{self.verb} {self.computed}"


def pieces(opened: Opened, chosen: ReadFigure | None, found: Sequence[Alarm]) -> Iterator[Piece]:
    """Yield the text with its figures marked."""
    text, end = opened.reading.text, 0
    verdicts = {alarm.start: alarm.verdict for alarm in reversed(found)}
    start = chosen.start if chosen else None
    parts = {part for alarm in found if alarm.start == start for part in alarm.parts}
    for row in opened.rows:
        yield Piece(text[end : row.figure.start])
        yield Piece(
            row.figure.text,
            row,
            verdicts.get(row.start, ""),
            is_chosen=row.start == start,
            is_part=row.start in parts,
        )
        end = row.figure.end
    yield Piece(text[end:])


def beside(opened: Opened, row: ReadFigure) -> tuple[str, str]:
    """Return what its sentence says before and after a figure, cut where it is long."""
    text, figure = opened.reading.text, row.figure
    before = re.split(r"\n|[.;!?] ", text[max(0, figure.start - BESIDE) : figure.start])
    after = re.split(r"\n|(?<=[.;!?]) ", text[figure.end : figure.end + BESIDE], maxsplit=1)
    head = "… " if len(before) == 1 and figure.start > BESIDE else ""
    tail = " …" if len(after) == 1 and figure.end + BESIDE < len(text) else ""
    return head + before[-1].lstrip(), after[0].rstrip() + tail


def alarms(opened: Opened) -> list[Alarm]:
    """Return the checks that do not hold, in the order of the text."""
    return [_alarm(opened, check) for check in opened.failed]


def _alarm(opened: Opened, check: Check) -> Alarm:
    total = opened.figures[check.total]
    members = [opened.figures[place] for place in check.members]
    how, computed = _sum(members) if check.kind == "sum" else _percentage(members)
    sign = "%" if check.kind == "percent" else ""
    row = opened.row_at(total.start)
    return Alarm(
        start=total.start,
        words=" ".join(total.text.split()),
        place=row.place if row else "",
        published=f"{written(total.value)}{sign}",
        verb=SUMMED if check.kind == "sum" else DIVIDED,
        computed=f"{written(round(computed, 2))}{sign}",
        gap=f"{written(round(abs(computed - total.value), 2))}{sign}",
        how=how,
        parts=frozenset(member.start for member in members),
    )


def _sum(members: Sequence[FoundFigure]) -> tuple[str, float]:
    computed = sum(member.value for member in members)
    parts = " + ".join(written(member.value) for member in members)
    return f"{parts} = {written(computed)}", computed


def _percentage(members: Sequence[FoundFigure]) -> tuple[str, float]:
    """Say how a percentage comes out: of one ratio, or of a part and its whole."""
    part = members[0].value
    first = members[0].of if members[0].of is not None else part
    whole = members[1].value if len(members) > 1 else first
    computed = part / whole * 100 if whole else 0.0
    return f"{written(part)}/{written(whole)} = {written(round(computed, 2))}%", computed


STATES = {Finding.Choice.CONFIRMED: "done", Finding.Choice.SKIPPED: "quiet"}


@dataclass(frozen=True)
class ShownFigure:
    """One row of the table of figures."""

    row: ReadFigure
    belongs: str
    known: Known | None
    state: str
    state_text: str


def lines(opened: Opened, known: Mapping[int, Known]) -> list[ShownFigure]:
    """Return the table of figures, failed checks first."""
    return [
        ShownFigure(row, _belongs(row), known.get(row.start), *_state(row))
        for row in opened.ordered
    ]


def _belongs(row: ReadFigure) -> str:
    measure = row.proposal.measure.value
    return measure.label if measure else "chưa rõ chỉ tiêu"


def _state(row: ReadFigure) -> tuple[str, str]:
    choice = Finding.Choice(row.choice)
    if choice in STATES:
        return STATES[choice], str(choice.label)
    if row.failed:
        return "refused", "không khớp"
    return "wait", row.proposal.sure.label


def offered_units(opened: Opened, row: ReadFigure) -> list[Portrait]:
    """Return the units that a figure may be of: the proposed one first."""
    known = [unit for unit in opened.units.by_name.values() if unit]
    proposed = [row.proposal.unit.value] if row.proposal.unit.value else []
    named = [each.proposal.unit.value for each in opened.rows if each.proposal.unit.value]
    listed = {unit.pk: unit for unit in [*proposed, opened.units.home, *named, *known]}
    return list(listed.values())[:MOST_UNITS]
