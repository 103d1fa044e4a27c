"""What the demonstration holds of An Giang: records by key, and what each adds to a figure."""

from dataclasses import dataclass
from typing import cast

from lantoa.demonstration.operations.facts import Figure
from lantoa.demonstration.operations.numbers import COPIES, OF_EACH, unit_of
from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.practices.models import Practice
from lantoa.records.record.kinds import KindConfig, kinds
from lantoa.records.record.models import Record

HEAD = "an-giang."


@dataclass(frozen=True)
class HeldRecord:
    """A record of An Giang, and its kind."""

    kind: KindConfig
    row: Record

    @property
    def url(self) -> str:
        """Return the address of its page."""
        return self.kind.at("show", self.row)

    def adds(self, measure: Measure, period: Period) -> int | None:
        """Return what it adds to a figure of its unit for a period; None is not known."""
        asked = Question(self.row.unit.pk, period)
        behind = self.kind.counted.records_of(measure, asked)
        return next((figure for row, figure in behind if row.pk == self.row.pk), None)


Records = dict[str, HeldRecord]


def held_records() -> Records:
    """Return every record of An Giang by its key; one SELECT a kind."""
    return {
        row.key.removeprefix(HEAD): HeldRecord(kind, row)
        for kind in kinds()
        for row in _rows(kind.counted.model)
    }


def _rows(model: type[Record]) -> list[Record]:
    rows = model.objects.believed().filter(key__startswith=HEAD)
    return list(rows.select_related("unit").order_by("key"))


def holder_of(figure: Figure, records: Records) -> HeldRecord | None:
    """Return the record in which a published figure stands; None where it stands in none."""
    return records.get(str(figure.number)) or records.get(figure.record)


def counted_of(figure: Figure, measure: Measure, records: Records) -> int | None:
    """Return what is counted of a published figure: of its record, or of what copies it."""
    held = holder_of(figure, records)
    period = Period(figure.first_day, figure.last_day)
    if held is None:
        return None
    if figure.field not in (COPIES, OF_EACH):
        return held.adds(measure, period)
    added = [each.adds(measure, period) or 0 for each in _copies(held, records)]
    if figure.field == COPIES:
        return sum(added)
    return added[0] if len(set(added)) == 1 else None


def _copies(held: HeldRecord, records: Records) -> list[HeldRecord]:
    same = [each for each in records.values() if each.kind is held.kind]
    return [each for each in same if cast("Practice", each.row).origin == held.row.key]


def asked_of(figure: Figure) -> Question:
    """Return the question that a published figure answers."""
    return Question(unit_of(figure.unit_code).pk, Period(figure.first_day, figure.last_day))
