"""What the database refuses of every kind of record: deleting, and changing in place."""

from django.db.models import Model

from lantoa.records.record.entry import CLOSING
from lantoa.records.record.lists import guards_of_list
from lantoa.records.record.models import (
    BroughtBack,
    DatedStep,
    Doubt,
    NothingHappened,
    PopularMovement,
    Record,
    Tie,
    Ties,
)
from lantoa.trail.guards import Guard, closed_for_good, never_deleted, unchanged


def guards_of(model: type[Record]) -> list[Guard]:
    """Return the guards of a kind of record: what closing does not write is written once."""
    table, columns = model._meta.db_table, model._meta.concrete_fields
    content = [str(each.column) for each in columns if each.name not in CLOSING | {"id"}]
    return [never_deleted(table), closed_for_good(table), unchanged(table, content)]


def _columns(model: type[Model], *, but: set[str]) -> list[str]:
    return [str(each.column) for each in model._meta.concrete_fields if each.name not in but]


SETTLING = {"settled_at", "settled_by", "how", "reason"}
"""What settling a doubt writes."""
DOUBTS = [
    never_deleted("record_doubt"),
    unchanged("record_doubt", _columns(Doubt, but=SETTLING | {"id"})),
    Guard(
        name="record_doubt_settled_for_good",
        table="record_doubt",
        event="UPDATE",
        message="Điều đã xem lại không được sửa nữa.",
        refused_when="OLD.settled_at IS NOT NULL",
    ),
    never_deleted("record_broughtback"),
    unchanged("record_broughtback", _columns(BroughtBack, but={"id"})),
]
"""What the database refuses of doubts, and of why records were brought back."""
STEPS = guards_of(DatedStep)
"""What the database refuses of dated steps."""
TIES = [
    *guards_of_list(PopularMovement),
    *(never_deleted(each._meta.db_table) for each in (Ties, Tie)),
    *(unchanged(each._meta.db_table, _columns(each, but={"id"})) for each in (Ties, Tie)),
]
"""What the database refuses of partners, movements and their list."""
GUARDS = [*guards_of(NothingHappened), *DOUBTS, *STEPS, *TIES]
