"""How what publications state is asked and written: for totals, papers and the reader."""

from collections.abc import Collection
from uuid import UUID

from lantoa.figures.question import Question
from lantoa.records.quotations import operations, queries
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.queries import versions
from lantoa.records.record.quoting import Quoted, Quoting


def stated(asked: Question, units: Collection[int]) -> list[Quoted]:
    """Return what publications state of some units within a period, earliest first."""
    return [_quoted(each) for each in queries.rows(units=units, asked=asked)]


def _quoted(row: Quotation) -> Quoted:
    return Quoted(**{name: getattr(row, name) for name in Quoted.__dataclass_fields__})


def latest(uuid: UUID) -> Quotation:
    """Return a quoted figure as it stands."""
    return versions(Quotation, uuid)[0]


QUOTING = Quoting(
    stated=stated,
    entry=Quotation,
    record_many=operations.record_many,
    latest=latest,
    withdraw=operations.withdraw,
    page="quotations:show",
)
