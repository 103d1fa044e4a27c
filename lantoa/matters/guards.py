"""What the database refuses of matters, steps and limits: deleting, and changing in place."""

from django.db.models import Model

from lantoa.matters.models import MatterStep, RaisedMatter, TimeLimit
from lantoa.trail.guards import Guard, closed_for_good, never_deleted, unchanged

CLOSING = {"id", "superseded_at", "superseded_by", "reason", "is_withdrawn"}


def _guards_of(model: type[Model]) -> list[Guard]:
    table, columns = model._meta.db_table, model._meta.concrete_fields
    content = [str(each.column) for each in columns if each.name not in CLOSING]
    return [never_deleted(table), closed_for_good(table), unchanged(table, content)]


GUARDS = [*_guards_of(RaisedMatter), *_guards_of(MatterStep), *_guards_of(TimeLimit)]
