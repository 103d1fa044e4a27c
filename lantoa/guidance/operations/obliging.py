"""Changing who owes what."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.formats.texts import phrase
from lantoa.guidance.access import refuse_stranger
from lantoa.guidance.models import Obligation
from lantoa.people.models import User
from lantoa.trail.operations import note
from lantoa.units.models import Unit

PAIR = ("unit_kind", "record_kind", "since")
CONTENT = ("rhythm", "due_day", "source")


@transaction.atomic
def oblige(*, by: User, at: datetime, root: Unit, entry: Obligation) -> Obligation:
    """Say how often a kind of unit owes a kind of record from a day on; `entry` stays unsaved.

    The same content again is the same row; other content of the same day takes the place of the row
    that was there, and that one stays to be seen. It holds for the whole installation.

    Raises PermissionDenied where `root` is no root that `by` administers, and ValidationError for
    what columns or constraints refuse.
    """
    refuse_stranger(by, root, on=localtime(at).date())
    content = {name: getattr(entry, name) for name in (*PAIR, *CONTENT)}
    content["source"] = _text("source", entry.source)
    if not content["source"]:
        raise ValidationError({"source": "Ghi căn cứ: văn bản nào giao."})
    row = Obligation(recorded_by=by, recorded_at=at, **content)
    row.clean_fields(exclude={"superseded_at"})
    held = _believed(row)
    if held is not None and _told(held) == _told(row):
        return held
    if held is not None:
        _close(held, at=at)
    row.validate_constraints()
    row.save(force_insert=True)
    before = _told(held) if held is not None else None
    note(
        by=by,
        at=at,
        home=root.home,
        deed="guidance.oblige",
        about=[row.uuid],
        before=before,
        after=_told(row),
    )
    return row


@transaction.atomic
def take_back(row: Obligation, *, by: User, at: datetime, root: Unit, reason: str) -> None:
    """Take back what was said of who owes what: what held before holds on.

    Raises PermissionDenied as `oblige` does, and ValidationError without a reason, or where the row
    was already replaced or taken back.
    """
    refuse_stranger(by, root, on=localtime(at).date())
    told = _text("reason", reason)
    if not told:
        raise ValidationError({"reason": "Hãy ghi lý do."})
    _close(row, at=at)
    note(
        by=by,
        at=at,
        home=root.home,
        deed="guidance.take_back",
        about=[row.uuid],
        before=_told(row),
        after={"reason": told},
    )


def _text(name: str, text: str) -> str:
    """Return a text as it is kept; raises ValidationError for what no record would hold either."""
    try:
        return phrase(text)
    except ValidationError as refusal:
        raise ValidationError({name: refusal.messages}) from None


def _believed(row: Obligation) -> Obligation | None:
    same = {name: getattr(row, name) for name in PAIR}
    return Obligation.objects.filter(superseded_at__isnull=True, **same).first()


def _told(row: Obligation) -> dict[str, Any]:
    return {name: getattr(row, name) for name in (*PAIR, *CONTENT)}


def _close(row: Obligation, *, at: datetime) -> None:
    live = Obligation.objects.filter(pk=row.pk, superseded_at__isnull=True)
    if not live.update(superseded_at=at):
        raise ValidationError("Dòng này đã được thay hoặc bỏ. Hãy mở lại trang.")
