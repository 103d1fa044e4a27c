"""Setting what an indicator of a unit is to come to in a year, and ending that."""

from datetime import date, datetime
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.formats.texts import phrase
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, Reach
from lantoa.records.indicators.models import IndicatorTarget, Sort
from lantoa.trail.operations import note
from lantoa.units.models import Unit

LABEL = 150
"""The longest words of a row."""


@transaction.atomic
def set_target(
    *,
    by: User,
    at: datetime,
    unit: Unit,
    sort: Sort,
    year: int,
    value: int,
    source: str,
    valid_from: date,
) -> IndicatorTarget:
    """Set what an indicator of a unit is to come to in a year, by which resolution.

    `value` is an integer with the decimals of its sort. Raises PermissionDenied where `by` may not
    record at the unit, and ValidationError for a year that has a target in use.
    """
    _refuse_stranger(by, unit, at=at)
    row = IndicatorTarget(
        code=f"t{uuid4().hex[:12]}",
        label=f"{sort.label[: LABEL - 10]}, năm {year}",
        unit=unit,
        sort=sort,
        year=year,
        value=value,
        source=_text("source", source),
        valid_from=valid_from,
        recorded_by=by,
    )
    row.full_clean()
    row.save(force_insert=True)
    after = {"label": row.label, "value": value, "source": row.source, "since": valid_from}
    _note(row, "set", by=by, at=at, after=after)
    return row


@transaction.atomic
def end_target(
    row: IndicatorTarget, *, by: User, at: datetime, valid_to: date, reason: str
) -> None:
    """End a target from a day on, with a reason; raises as `set_target` does."""
    _refuse_stranger(by, row.unit, at=at)
    told = _text("reason", reason)
    if valid_to <= row.valid_from:
        since = write_day(row.valid_from)
        raise ValidationError({"valid_to": f"Mức này dùng từ {since}; hãy ghi ngày sau đó."})
    live = IndicatorTarget.objects.filter(pk=row.pk, valid_to__isnull=True)
    if not live.update(valid_to=valid_to):
        raise ValidationError("Mức này đã thôi dùng. Hãy mở lại trang.")
    _note(row, "end", by=by, at=at, after={"until": valid_to, "reason": told})


def _refuse_stranger(by: User, unit: Unit, *, at: datetime) -> None:
    if not Reach(by, on=localtime(at).date()).may(unit.pk, work=Purpose.RECORD):
        raise PermissionDenied(REFUSAL)


def _text(name: str, text: str) -> str:
    try:
        told = phrase(text)
    except ValidationError as refusal:
        raise ValidationError({name: refusal.messages}) from None
    if not told:
        raise ValidationError({name: "Hãy ghi ô này."})
    return told


def _note(
    row: IndicatorTarget, what: str, *, by: User, at: datetime, after: dict[str, object]
) -> None:
    deed = f"indicators.target.{what}"
    note(by=by, at=at, home=row.unit.home, deed=deed, about=[row.uuid], after=after)
