"""The plain sums of a kind: columns that say what they are counted as, and records of a sort."""

from typing import Any

from django.db.models import BigIntegerField, Q, Sum, Value

from lantoa.figures.measure import Measure
from lantoa.records.record.columns import RecordColumn, columns_of
from lantoa.records.record.models import Record


def plain_sums(model: type[Record], *names: str) -> dict[Measure, Any]:
    """Return the sums of the counted columns of a kind, or of some of them, in their order."""
    return {
        _measure(model, column): Sum(column.name)
        for column in columns_of(model)
        if column.counted and (not names or column.name in names)
    }


def how_many(which: Q) -> Sum:
    """Return the sum that counts the records of a sort; where there is none, it is not known."""
    return Sum(Value(1), filter=which, output_field=BigIntegerField())


def _measure(model: type[Record], column: RecordColumn[Any, Any]) -> Measure:
    code = f"{model._meta.app_label}.{column.code or column.name}"
    return Measure(code, column.counted, column.word, sensitive=column.sensitive)
