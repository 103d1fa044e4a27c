"""What the shared pages are told of one kind of record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from lantoa.figures.writing import write_number
from lantoa.people.models import User
from lantoa.records.record.forms import RecordForm
from lantoa.records.record.models import Record
from lantoa.units.models import Unit


class SignedIn(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


@dataclass(frozen=True)
class Fact:
    """One thing that a record says; the address is that of what it names."""

    term: str
    text: str
    url: str = ""

    @classmethod
    def count(cls, term: str, number: int | None, word: str = "") -> "Fact":
        """Return a number with its word; what is not known says so."""
        behind = f" {word}" if word and number is not None else ""
        return cls(term, f"{write_number(number)}{behind}")


@dataclass(frozen=True)
class Group:
    """Facts that belong together, under a heading."""

    title: str
    facts: Sequence[Fact]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who asks for a record to be written, when, and with which key."""

    by: User
    at: datetime
    key: str


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of record: its name in addresses and templates, its words, and what it can do.

    `versions` returns every version of a record, latest first; `listed` what a unit recorded,
    latest first; `groups` what a version says; `line` the same in one line; `beside` what else its
    page shows. A kind that is entered by import only has no `form`, `record`, `correct`, `listed`.
    """

    name: str
    one: str
    many: str
    link: str = ""
    icon: str = "pen"
    groups: Callable[[Any], list[Group]]
    versions: Callable[[UUID], Sequence[Any]]
    withdraw: Callable[..., None]
    line: Callable[[Any], str] = str
    beside: Callable[[Any], dict[str, Any]] = lambda record: {}
    form: type[RecordForm] | None = None
    record: Callable[[Any, Asked], Record] | None = None
    correct: Callable[..., Record] | None = None
    listed: Callable[[Unit], QuerySet[Any]] | None = None

    def templates(self, page: str) -> list[str]:
        """Return the template of one of its pages, and the shared one where it has none."""
        return [f"{self.name}/{page}.html", f"record/{page}.html"]

    def show(self, record: Record) -> str:
        """Return the address of one record."""
        return reverse(f"{self.name}:show", args=[record.uuid])

    def change(self, page: str, record: Record) -> str:
        """Return the address where one record is corrected or withdrawn."""
        return reverse(f"{self.name}:{page}", args=[record.uuid])

    def at(self, page: str, unit: Unit) -> str:
        """Return the address of one of its pages at a unit."""
        return reverse(f"{self.name}:{page}", args=[unit.uuid])
