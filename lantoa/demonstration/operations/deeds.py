"""The deeds that the articles tell, entered as records of their kind.

One file a kind, `an_giang/deeds/KIND.json`: key → unit (its code before 1 July 2025), days,
article, the ids of the deeds it holds, a note, `ties` (partners and movements), and columns of the
kind in words of our own. Numbers that stand in `published.csv` are not written again: the row names
the kind as its carrier, the key as its record, and the column as its field.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import Figure
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.demonstration.operations.numbers import numbers_of, unit_of
from lantoa.people.models import User
from lantoa.records.record.kinds import KindConfig, kinds
from lantoa.records.record.models import PopularMovement, Record, Ties

ABOUT = ("unit", "article", "deeds", "note", "first_day", "last_day", "ties")
"""What an entry says beside the columns of its kind."""

NAMED_BY = {"FrameworkDocument": "number", "Theme": "short"}
"""By which column a file names a row of another table; every other one by its code."""


def enter_deeds(*, by: User) -> int:
    """Enter every deed under its unit and days, those that are there already left as they are."""
    return sum(_enter(kind, by=by) for kind in kinds())


def _enter(kind: KindConfig, *, by: User) -> int:
    told = facts.deeds(kind.code)
    model: type[Record] = kind.counted.model
    keys = model._default_manager.values_list("key", flat=True)
    held = set(keys.filter(key__in=[_key(each) for each in told]))
    entries = [_entry(model, key, words) for key, words in told.items() if _key(key) not in held]
    kind.done.record_many(by=by, at=WRITTEN_AT, entries=entries)
    return len(told)


def _entry(model: type[Record], key: str, words: dict[str, Any]) -> Any:
    columns = {name: _said(model, name, words[name]) for name in words if name not in ABOUT}
    return model(**columns, **_shared(key, words), **numbers_of(figures_of(key)))


def _said(model: type[Record], name: str, value: Any) -> Any:
    """Return what a column is given: rows for their names where it points to others."""
    other = model._meta.get_field(name).related_model
    if not isinstance(other, type):
        return value
    rows, called = other._default_manager, NAMED_BY.get(other.__name__, "code")
    if isinstance(value, list):
        return [rows.get(**{called: each}) for each in value]
    return rows.get(**{called: value})


def _shared(key: str, words: dict[str, Any]) -> dict[str, Any]:
    article = facts.articles()[words["article"]]
    notes = [words.get("note", ""), *(each.note for each in figures_of(key))]
    return {
        "unit": unit_of(words["unit"]),
        "key": _key(key),
        "first_day": date.fromisoformat(words["first_day"]),
        "last_day": date.fromisoformat(words["last_day"]),
        "source": article.citation,
        "source_url": article.url,
        "ties": _ties(words.get("ties", {})),
        "note": "; ".join(dict.fromkeys(filter(None, notes))),
    }


def _ties(words: dict[str, Any]) -> Ties | None:
    """Return with whom it was done and of which movements it is, where the article says so."""
    codes = words.get("movements", ())
    movements = PopularMovement._default_manager.filter(code__in=codes).order_by("place")
    return Ties.of(outside=words.get("outside", ()), movements=list(movements))


def figures_of(key: str) -> Iterable[Figure]:
    """Return the published figures that a record carries."""
    return [each for each in facts.figures() if each.record == key]


def _key(key: str) -> str:
    return f"an-giang.{key}"
