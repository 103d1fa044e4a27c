"""Which columns a kind of record has, and in which parts."""

from typing import Any

from django.db import models

from lantoa.records.record.columns.column import Part, RecordColumn


def columns_of(model: type[models.Model]) -> list[RecordColumn[Any, Any]]:
    """Return the columns of a kind of record, in the order in which they are said."""
    found = [*model._meta.fields, *model._meta.many_to_many]
    return sorted(each for each in found if isinstance(each, RecordColumn))


def parts_of(model: type[models.Model]) -> dict[Part, list[RecordColumn[Any, Any]]]:
    """Return the parts of a kind of record, each with its columns."""
    parts: dict[Part, list[RecordColumn[Any, Any]]] = {}
    for column in columns_of(model):
        if column.part:
            parts.setdefault(column.part, []).append(column)
    return parts


def names(
    model: type[models.Model], part: Part, sort: type[RecordColumn[Any, Any]] | None = None
) -> tuple[str, ...]:
    """Return the names of the columns of one part, or of those of one sort."""
    columns = parts_of(model)[part]
    return tuple(each.name for each in columns if isinstance(each, sort or RecordColumn))
