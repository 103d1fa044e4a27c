"""Keeping lists: taking in the rows that the project knows, adding a row, ending one."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.formats.texts import phrase
from lantoa.guidance.access import refuse_stranger
from lantoa.people.models import User
from lantoa.records.record.lists import KeptRow
from lantoa.trail.operations import note
from lantoa.units.models import Unit

DAYS = ("valid_from", "valid_to")


def known_rows(file: Path) -> list[dict[str, Any]]:
    """Return the rows of a data file that the project ships, with their days read."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    return [
        {name: date.fromisoformat(text) if name in DAYS and text else text
         for name, text in row.items()}
        for row in rows
    ]  # fmt: skip


def adopt(model: type[KeptRow], file: Path) -> None:
    """Take in the rows of a list that the project knows; those that are there stay as they are."""
    held = set(model._default_manager.values_list("code", flat=True))
    for row in known_rows(file):
        if row["code"] not in held:
            model._default_manager.create(**row)


@transaction.atomic
def add_row(
    model: type[KeptRow], *, by: User, at: datetime, root: Unit, said: Mapping[str, Any]
) -> KeptRow:
    """Add a row to a list; it holds for the whole installation.

    Raises PermissionDenied where `root` is no root that `by` administers, and ValidationError for
    what columns refuse, and for words that a row in use bears already.
    """
    refuse_stranger(by, root, on=localtime(at).date())
    row = model(code=_code_of(model, said, at), recorded_by=by, **said)
    row.label, row.source = _text("label", row.label), _text("source", row.source)
    row.full_clean(exclude={"valid_to", "recorded_by"})
    _refuse_second(row)
    row.save(force_insert=True)
    _note(row, "add", root, by=by, at=at, after={"label": row.label, "since": row.valid_from})
    return row


def _code_of(model: type[KeptRow], said: Mapping[str, Any], at: datetime) -> str:
    """Return a code of no meaning: the same for the same words of the same moment."""
    said_then = f"{model._meta.label_lower} {said.get('label', '')} {at.isoformat()}"
    return f"r{uuid5(NAMESPACE_OID, said_then).hex[:12]}"


@transaction.atomic
def end_row(
    row: KeptRow, *, by: User, at: datetime, root: Unit, valid_to: date, reason: str
) -> None:
    """End a row from a day on, with a reason: records that name it keep it.

    Raises as `add_row` does, and where the row ended already.
    """
    refuse_stranger(by, root, on=localtime(at).date())
    told = _text("reason", reason)
    if valid_to <= row.valid_from:
        since = write_day(row.valid_from)
        raise ValidationError({"valid_to": f"Dòng này dùng từ {since}; hãy ghi ngày sau đó."})
    live = type(row)._default_manager.filter(pk=row.pk, valid_to__isnull=True)
    if not live.update(valid_to=valid_to):
        raise ValidationError("Dòng này đã thôi dùng. Hãy mở lại trang.")
    _note(row, "end", root, by=by, at=at, after={"until": valid_to, "reason": told})


def _refuse_second(row: KeptRow) -> None:
    same = type(row)._default_manager.filter(label__iexact=row.label, valid_to__isnull=True)
    if same.exists():
        raise ValidationError({"label": f"Danh mục đã có “{row.label}”."})


def _text(name: str, text: str) -> str:
    try:
        told = phrase(text)
    except ValidationError as refusal:
        raise ValidationError({name: refusal.messages}) from None
    if not told:
        raise ValidationError({name: "Hãy ghi ô này."})
    return told


def _note(
    row: KeptRow, what: str, root: Unit, *, by: User, at: datetime, after: dict[str, Any]
) -> None:
    deed = f"{row._meta.app_label}.list.{what}"
    note(by=by, at=at, home=root.home, deed=deed, about=[row.uuid], after=after)
