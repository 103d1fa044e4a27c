"""What is asked to be written down: the entry that form, import and phone share."""

import hashlib
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from lantoa.trail.operations import canonical
from lantoa.units.models import Unit


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What one unit did between two days; `key` is made by whoever makes the entry, once."""

    unit: Unit
    key: str
    first_day: date
    last_day: date
    source: str = ""
    source_url: str = ""
    note: str = ""

    def columns(self) -> dict[str, Any]:
        """Return the columns of its row; what stands in tables of its own is left out."""
        return {
            each.name: getattr(self, each.name)
            for each in fields(self)
            if not each.metadata.get("apart")
        }

    def digest(self) -> str:
        """Return the SHA-256 of its content: the same content gives the same digest."""
        content = {
            each.name: _plain(getattr(self, each.name))
            for each in fields(self)
            if each.name != "key"
        }
        return hashlib.sha256(canonical(content).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Return a value as canonical JSON can hold it: identities in place of rows."""
    if isinstance(value, Model):
        return str(getattr(value, "uuid", value.pk))
    if isinstance(value, (list, tuple)):
        return sorted(str(getattr(each, "uuid", each)) for each in value)
    return value


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
