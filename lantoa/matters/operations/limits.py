"""Limits of time: those that the programme knows, and their changes from a day on."""

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime, make_aware

from lantoa.formats.texts import phrase
from lantoa.matters.access import refuse_all_but_root
from lantoa.matters.models import TimeLimit
from lantoa.people.models import User
from lantoa.seals.inserting import insert
from lantoa.trail.operations import note
from lantoa.units.models import Unit

KNOWN = Path(__file__).parent.parent / "known" / "limits.json"
MOST = 400
"""Days: longer than a year is a slip of the finger."""
QUICKER = "Thời hạn này vừa có người khác đổi từ cùng ngày. Hãy mở lại trang để xem."


def adopt_known() -> None:
    """Take in the limits of matters that the project knows."""
    adopt_limits(json.loads(KNOWN.read_text(encoding="utf-8")))


@transaction.atomic
def adopt_limits(rows: Iterable[dict[str, Any]]) -> None:
    """Take in known limits, each once, as if written down on the day from which it holds.

    A row that is there already, believed or not, is left alone: what people changed stays.
    """
    for row in rows:
        since = date.fromisoformat(row["since"])
        if not TimeLimit.objects.filter(code=row["code"], since=since).exists():
            moment = make_aware(datetime.combine(since, time.min))
            TimeLimit.objects.create(**row | {"since": since, "recorded_at": moment})


@transaction.atomic
def set_limit(
    code: str,
    *,
    days: int | None,
    since: date,
    source: str,
    by: User,
    at: datetime,
    root: Unit,
) -> TimeLimit:
    """Say how many days a known limit has from a day on; None lifts it.

    The same content again is the same row; other content of the same day takes the place of the row
    that was there. It holds for the whole installation.

    Raises PermissionDenied where `root` is no root that `by` administers, and ValidationError for a
    limit that nobody knows, and for what is no number of days or no source.
    """
    refuse_all_but_root(by, root, on=localtime(at).date())
    believed = TimeLimit.objects.filter(code=code, superseded_at__isnull=True)
    known = believed.order_by("since").last()
    if known is None:
        raise ValidationError("Không có thời hạn này trong danh mục.")
    row = TimeLimit(code=code, label=known.label, days=days, since=since, source=_source(source))
    if days is not None and not 1 <= days <= MOST:
        raise ValidationError({"days": f"Ghi số ngày từ 1 đến {MOST}; để trống là không đặt hạn."})
    held = believed.filter(since=since).first()
    if held is not None and _told(held) == _told(row):
        return held
    if held is not None:
        believed.filter(pk=held.pk).update(superseded_at=at)
    row.recorded_by, row.recorded_at = by, at
    insert(row, taken=QUICKER)
    before = _told(held) if held is not None else None
    deed = "matters.set_limit"
    note(by=by, at=at, home=root.home, deed=deed, about=[row.uuid], before=before, after=_told(row))
    return row


def _source(text: str) -> str:
    try:
        kept = phrase(text)
    except ValidationError as refusal:
        raise ValidationError({"source": refusal.messages}) from None
    if not kept:
        raise ValidationError({"source": "Ghi căn cứ: văn bản nào quy định."})
    return kept


def _told(row: TimeLimit) -> dict[str, Any]:
    return {"code": row.code, "days": row.days, "since": row.since, "source": row.source}
