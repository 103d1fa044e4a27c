"""The names that entries bring: what is named already is found again, what is new is taken down."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TypeVar

from django.core.exceptions import ValidationError

from lantoa.people.models import User
from lantoa.persons.models import PersonName
from lantoa.persons.operations import take
from lantoa.persons.operations.taking import refuse_unclear
from lantoa.records.record.columns import Whom, named_columns
from lantoa.records.record.entry import Problem, Refused
from lantoa.records.record.models import Record
from lantoa.records.record.operations.tying import take_ties, tie_again

R = TypeVar("R", bound=Record)


def find_again(entry: R, before: Iterable[R]) -> R:
    """Let an entry name by the same rows whom an earlier version named in the same words.

    So it is with partners and movements.
    A name that is hidden stands in no box: where the box is left empty, what is hidden stays.
    """
    versions = list(before)
    tie_again(entry, versions)
    for column in named_columns(type(entry)):
        asked: PersonName | None = getattr(entry, column.name)
        for row in versions:
            held: PersonName | None = getattr(row, column.name)
            if held and (_is_again(asked, held) if asked else held.hidden):
                setattr(entry, column.name, held)
                break
    return entry


def _is_again(asked: PersonName, held: PersonName) -> bool:
    return not held.hidden and asked.says_same(held)


def take_names(entries: Sequence[Record], *, by: User, at: datetime) -> None:
    """Take down what is new of names and ties; raises Refused, with the box, for what cannot be."""
    take_ties(entries)
    columns = named_columns(type(entries[0])) if entries else []
    for column in columns:
        fresh: list[PersonName] = []
        for place, entry in enumerate(entries):
            name: PersonName | None = getattr(entry, column.name)
            if name is not None and name.pk is None:
                name.unit = entry.unit
                _refuse_unclear(place, column, name, at=at)
                fresh.append(name)
        take(fresh, by=by, at=at)


def _refuse_unclear(place: int, column: Whom, name: PersonName, *, at: datetime) -> None:
    try:
        refuse_unclear(name, at=at)
    except ValidationError as refusal:
        raise Refused([Problem(place, column.name, " ".join(refusal.messages))]) from None
