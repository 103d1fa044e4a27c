"""Taking in the documents, themes and obligations that come with the programme."""

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.timezone import make_aware

from lantoa.guidance.models import FrameworkDocument, GuidanceRow, Obligation, Theme
from lantoa.guidance.operations.obliging import PAIR
from lantoa.trail.models import Home
from lantoa.trail.operations import note

KNOWN = Path(__file__).parent.parent / "known"
DAYS = {"issued_on", "valid_from", "valid_to", "first_day", "last_day", "since"}
RELATIONS = ("replaces", "carries_out")
"""Columns of a known document that name another one by its number; that one stands before it."""


@transaction.atomic
def adopt_known() -> list[GuidanceRow]:
    """Take in what the project knows, and return the documents and themes that were written.

    What people corrected or took back stays as they left it; what nobody touched is renewed. The
    next line of the trail seals them.
    """
    written = [_adopt(FrameworkDocument, _document(row)) for row in _rows("documents.json")]
    written += [_adopt(Theme, _theme(row)) for row in _rows("themes.json")]
    for row in _rows("obligations.json"):
        _adopt_obligation(row)
    return [each for each in written if each is not None]


@transaction.atomic
def renew_known(*, at: datetime) -> None:
    """Bring the lists of an installation to those of the programme, with a line in the trail.

    Before the first unit is founded nothing is taken in: founding it does.
    """
    home = Home.objects.order_by("pk").first()
    if home is None:
        return
    if written := adopt_known():
        about = [each.uuid for each in written]
        note(by=None, at=at, home=home.uuid, deed="guidance.adopt", about=about)


def _document(row: dict[str, Any]) -> dict[str, Any]:
    named = {
        name: FrameworkDocument.objects.believed().filter(known=row[name]).first()
        for name in RELATIONS
        if row.get(name)
    }
    known = row.get("known", row["number"])
    return row | named | {"known": known, "recorded_at": _since(row["issued_on"])}


def _theme(row: dict[str, Any]) -> dict[str, Any]:
    known = f"{row['scope']}: {row['short']}"[:80]
    return row | {"known": known, "recorded_at": _since(row["first_day"])}


def _since(day: date) -> datetime:
    """Return the moment since which a known row counts as known: the day it speaks of.

    So it is known too at moments before this programme was there.
    """
    return make_aware(datetime.combine(day, time.min))


def _adopt(model: type[GuidanceRow], told: dict[str, Any]) -> GuidanceRow | None:
    """Take in one row where it is not there; renew it where only the programme ever wrote it."""
    versions = list(model.objects.filter(known=told["known"]).order_by("pk"))
    entry = model(**told)
    if not versions:
        entry.save(force_insert=True)
        return entry
    last = versions[-1]
    is_touched = last.superseded_at or any(each.recorded_by_id for each in versions)
    if is_touched or _content(last) == _content(entry):
        return None
    model.objects.filter(pk=last.pk).update(
        superseded_at=entry.recorded_at, reason="Danh mục đi kèm phần mềm được sửa."
    )
    entry.uuid = last.uuid
    entry.save(force_insert=True)
    return entry


def _content(row: GuidanceRow) -> dict[str, Any]:
    return {name: _identity(getattr(row, name)) for name in row.content()}


def _identity(value: Any) -> Any:
    return value.uuid if isinstance(value, GuidanceRow) else value


def _adopt_obligation(row: dict[str, Any]) -> None:
    """Take in who owes what once, as if written down on the day from which it holds."""
    if not Obligation.objects.filter(**{name: row[name] for name in PAIR}).exists():
        Obligation.objects.create(recorded_at=_since(row["since"]), **row)


def _rows(file: str) -> list[dict[str, Any]]:
    rows = json.loads((KNOWN / file).read_text(encoding="utf-8"))
    return [
        {
            name: date.fromisoformat(value) if name in DAYS and value else value
            for name, value in row.items()
        }
        for row in rows
    ]
