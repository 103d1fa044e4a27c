"""What stands behind a figure: the units below, then the records."""

from dataclasses import dataclass

from lantoa.figures.alphabet import alphabetical
from lantoa.records.record.models import Record
from lantoa.records.record.queries.cutting import Cut
from lantoa.tally.queries.answer import Answer
from lantoa.units.queries import Portrait


@dataclass(frozen=True)
class Behind:
    """The parts of one figure: own records, each with what it adds, and the units below.

    `apart` are records of the same kind that the period cuts; no figure of it counts them.
    """

    below: list[tuple[Portrait, int | None]]
    records: list[tuple[Record, int | None]]
    apart: list[Cut]


def behind(answer: Answer, code: str) -> Behind:
    """Return what one figure of an answer is made of."""
    line = answer.sheet.lines[code]
    shown = answer.names(line.below)
    below = sorted(
        ((shown[unit], figure) for unit, figure in line.below.items()),
        key=lambda row: (row[1] is None, -(row[1] or 0), alphabetical(row[0].name)),
    )
    apart = list(answer.sheet.apart.get(line.family, ()))
    return Behind(below, _records(answer, code), apart)


def _records(answer: Answer, code: str) -> list[tuple[Record, int | None]]:
    line = answer.sheet.lines[code]
    kind = answer.families[line.family].kind
    if kind is None:
        return []
    found = kind.counted.records_of(line.measure, answer.asked)
    return [(record, figure) for record, figure in found if figure is not None]
