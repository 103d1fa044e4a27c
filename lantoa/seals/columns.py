"""How the value of a column is written into a seal: the same on both databases and in a copy."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from django.db import models

WITHOUT_PART_OF_SECOND = len("2026-11-28 08:00:00")


class SealedAs(Enum):
    """The sorts of values that are written differently here and there."""

    PLAIN = "plain"
    DAY = "day"
    MOMENT = "moment"
    IDENTITY = "identity"
    FLAG = "flag"
    NESTED = "nested"


KINDS: tuple[tuple[type["models.Field[Any, Any]"], SealedAs], ...] = (
    (models.DateTimeField, SealedAs.MOMENT),
    (models.DateField, SealedAs.DAY),
    (models.UUIDField, SealedAs.IDENTITY),
    (models.BooleanField, SealedAs.FLAG),
    (models.JSONField, SealedAs.NESTED),
    (models.ForeignKey, SealedAs.PLAIN),
    (models.CharField, SealedAs.PLAIN),
    (models.TextField, SealedAs.PLAIN),
    (models.FileField, SealedAs.PLAIN),
    (models.IntegerField, SealedAs.PLAIN),
)
ASKED = {
    ("sqlite", SealedAs.DAY): "CAST({} AS text)",
    ("sqlite", SealedAs.MOMENT): "CAST({} AS text)",
    ("sqlite", SealedAs.FLAG): "CAST({} AS integer)",
    ("postgresql", SealedAs.DAY): "CAST({} AS text)",
    ("postgresql", SealedAs.MOMENT): "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
    ("postgresql", SealedAs.IDENTITY): "replace(CAST({} AS text), '-', '')",
    ("postgresql", SealedAs.FLAG): "CAST({} AS integer)",
    ("postgresql", SealedAs.NESTED): "CAST({} AS text)",
}
"""How a column is asked for, so that its value comes in the form that is sealed."""


def _moment(value: Any) -> Any:
    """Return a moment with its microseconds, which SQLite leaves out where there are none."""
    if isinstance(value, str) and len(value) == WITHOUT_PART_OF_SECOND:
        return f"{value}.000000"
    return value


def _nested(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


READ: dict[SealedAs, Callable[[Any], Any]] = {SealedAs.MOMENT: _moment, SealedAs.NESTED: _nested}
"""What is still to be done to a value of the database."""


def _moment_of_copy(value: str) -> str:
    return datetime.fromisoformat(value).astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


FROM_COPY: dict[SealedAs, Callable[[Any], Any]] = {
    SealedAs.MOMENT: _moment_of_copy,
    SealedAs.IDENTITY: lambda value: str(value).replace("-", ""),
    SealedAs.FLAG: int,
}
"""What is to be done to a value of a copy."""


@dataclass(frozen=True)
class SealedColumn:
    """A column that is part of a seal: its name, its column in the database, its plain default."""

    name: str
    column: str
    writing: SealedAs
    default: Any

    @property
    def read(self) -> Callable[[Any], Any] | None:
        """Return what is still to be done to a value that the database gave; None for nothing."""
        return READ.get(self.writing)

    def asked(self, vendor: str, quoted: Callable[[str], str]) -> str:
        """Return the words by which a statement asks for it."""
        return ASKED.get((vendor, self.writing), "{}").format(quoted(self.column))

    def from_copy(self, value: Any) -> Any:
        """Return the value that a line of a copy tells, as it is sealed."""
        convert = FROM_COPY.get(self.writing)
        return value if value is None or convert is None else convert(value)


def columns_of(model: type[models.Model]) -> tuple[SealedColumn, ...]:
    """Return the columns that are sealed, by name; raises TypeError for one of an unknown sort."""
    apart: frozenset[str] = getattr(model, "not_sealed", frozenset())
    found = [each for each in model._meta.concrete_fields if each.name not in apart]
    return tuple(sorted(map(_column, found), key=lambda each: each.name))


def _column(field: "models.Field[Any, Any]") -> SealedColumn:
    for kind, writing in KINDS:
        if isinstance(field, kind) or (field.primary_key and kind is models.IntegerField):
            return SealedColumn(field.attname, str(field.column), writing, _default(field))
    raise TypeError(f"No seal can be made of {field}: say in lantoa/seals/columns.py how.")


def _default(field: "models.Field[Any, Any]") -> Any:
    """Return the default as it is sealed; None where there is none, or one made anew each time."""
    if not field.has_default() or callable(field.default):
        return None
    value = field.default
    if isinstance(value, str):
        return str(value.value) if isinstance(value, Enum) else value
    return int(value) if isinstance(value, int) else value
