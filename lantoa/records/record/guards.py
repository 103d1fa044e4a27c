"""What the database refuses of every kind of record: deleting, and changing in place."""

from lantoa.records.record.entry import CLOSING
from lantoa.records.record.models import NothingHappened, Record
from lantoa.trail.guards import Guard, closed_for_good, never_deleted, unchanged


def guards_of(model: type[Record]) -> list[Guard]:
    """Return the guards of a kind of record: what closing does not write is written once."""
    table, columns = model._meta.db_table, model._meta.concrete_fields
    content = [str(each.column) for each in columns if each.name not in CLOSING | {"id"}]
    return [never_deleted(table), closed_for_good(table), unchanged(table, content)]


GUARDS = guards_of(NothingHappened)
