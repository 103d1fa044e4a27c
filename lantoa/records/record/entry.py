"""What is asked to be written down: a row that is not saved, its content, and what is wrong in it.

The digest of a content leaves out what stands at its default, so that a column added later changes
no digest; the number before the colon says how it was worked out. Digests of the first form, which
bear no number, stay as they were stored: contents are compared by digests worked out anew.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Field, Model

from lantoa.records.record.columns import RecordColumn
from lantoa.records.record.models import Record, Ties
from lantoa.trail.operations import canonical

R = TypeVar("R", bound=Record)
FORM = 2
"""The number of the form of a digest."""
CLOSING = frozenset({"superseded_at", "superseded_by", "reason", "is_withdrawn"})
"""What closing a row writes."""
WRITTEN = CLOSING | {"id", "uuid", "key", "digest", "recorded_by", "recorded_at"}
"""What is no content."""


@cache
def content_of(model: type[Record]) -> tuple["Field[Any, Any]", ...]:
    """Return the columns that make the content of a kind of record; those apart stand last."""
    own = [each for each in model._meta.concrete_fields if each.name not in WRITTEN]
    return (*own, *model._meta.many_to_many)


def said(row: Record) -> dict[str, Any]:
    """Return what an entry or a stored record says, by name; what stands apart is a list."""
    return {
        each.name: _apart(row, each.name) if each.many_to_many else getattr(row, each.name)
        for each in content_of(type(row))
    }


def _apart(row: Record, name: str) -> Sequence[Model]:
    if name in row.apart or row.pk is None:
        return row.apart.get(name, ())
    return list(getattr(row, name).all())


def changed(row: R, **other: Any) -> R:
    """Return an entry that says what a row says, apart from what is told otherwise."""
    return type(row)(**{"key": row.key, **said(row), **other})


def digest_of(row: Record) -> str:
    """Return the digest of what a row says: the same content gives the same digest."""
    told = said(row)
    content = {
        each.name: _plain(each, told[each.name])
        for each in content_of(type(row))
        if not _is_default(each, told[each.name])
    }
    sealed = hashlib.sha256(canonical(content).encode()).digest()
    return f"{FORM}:{urlsafe_b64encode(sealed).decode().rstrip('=')}"


def _is_default(column: "Field[Any, Any]", value: Any) -> bool:
    if column.many_to_many:
        return not value
    if column.has_default():
        return bool(value == column.default)
    return column.null and value is None


def _plain(column: "Field[Any, Any]", value: Any) -> Any:
    """Return a value as canonical JSON can hold it: identities in place of rows."""
    if column.many_to_many:
        return sorted(str(getattr(each, "uuid", each.pk)) for each in value)
    if isinstance(value, Ties):
        return value.digest
    if isinstance(value, Model):
        return str(getattr(value, "uuid", value.pk))
    return column.to_python(value) if isinstance(column, RecordColumn) else value


@dataclass(frozen=True)
class Problem:
    """What is wrong with one entry: its place in the batch, the field, and words to act on."""

    place: int
    field: str
    message: str


class Refused(ValidationError):
    """Entries that contradict themselves, their unit or its days; all problems at once."""

    def __init__(self, problems: list[Problem]) -> None:
        """Take the problems; the message names the row of each where there is more than one."""
        self.problems = problems
        many = len({problem.place for problem in problems}) > 1
        super().__init__(
            [f"Dòng {p.place + 1}: {p.message}" if many else p.message for p in problems]
        )


@dataclass(frozen=True)
class Oddity(Problem):
    """What is odd about one entry, and may yet be right: a question, not a refusal.

    `mark` is what somebody sends along who still means it; `twin` is the record that is there
    already, where this one may be one too many.
    """

    mark: str
    row: Record
    twin: Record | None = None


class InDoubt(Refused):
    """Entries that are likely doubles, or whose numbers leave something open: nothing is written.

    The same again, with the marks of all questions, is recorded.
    """

    def __init__(self, oddities: Sequence[Oddity]) -> None:
        """Take the questions; each is named with its row by whoever asks it."""
        ValidationError.__init__(self, [each.message for each in oddities])
        self.problems, self.oddities = [*oddities], oddities

    @property
    def marks(self) -> list[str]:
        """Return the marks with which the same is recorded all the same."""
        return [each.mark for each in self.oddities]
