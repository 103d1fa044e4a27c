"""Setting documents, themes, drives, targets and tasks: put down, corrected, withdrawn."""

from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import CharField
from django.utils.timezone import localtime

from lantoa.formats.texts import phrase
from lantoa.guidance.access import administers_root, may_set
from lantoa.guidance.models import FrameworkDocument, GuidanceRow
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL
from lantoa.trail.operations import note
from lantoa.units.models import Unit

R = TypeVar("R", bound=GuidanceRow)
CHANGED = "Mục này đã được sửa hoặc bỏ. Hãy mở lại trang."


@transaction.atomic
def put_down(entry: R, *, by: User, at: datetime, unit: Unit) -> R:
    """Write down something that a unit sets; `entry` stays unsaved.

    The same content again is the same row. Raises PermissionDenied for strangers, and
    ValidationError for what columns or constraints refuse.
    """
    _refuse(by, unit, at=at)
    row = _version(entry, by=by, at=at, set_by=unit)
    _refuse_leading(row, by, unit, at=at)
    if held := _same(row):
        return held
    _write(row)
    _note("put_down", row, by=by, at=at, unit=unit, after=told(row))
    return row


@transaction.atomic
def correct(held: R, entry: R, *, by: User, at: datetime, unit: Unit, reason: str) -> R:
    """Write other content in place of a row, which stays to be seen with the reason.

    Raises as `put_down` does, and ValidationError where the row was replaced meanwhile. What holds
    for all is corrected by who administers `unit`, a root.
    """
    _refuse_to_change(held, by, unit, at=at)
    row = _version(entry, by=by, at=at, set_by=held.set_by)
    row.uuid, row.known = held.uuid, held.known
    _refuse_leading(row, by, unit, at=at)
    if told(held) == told(row) and held.superseded_at is None:
        return held
    close(held, at=at, reason=reason)
    _write(row)
    _note("correct", row, by=by, at=at, unit=unit, before=told(held), after=told(row))
    return row


@transaction.atomic
def withdraw(held: GuidanceRow, *, by: User, at: datetime, unit: Unit, reason: str) -> None:
    """Take something back: it is offered no more; what refers to it stays as it is.

    Raises as `correct` does, and ValidationError without a reason.
    """
    _refuse_to_change(held, by, unit, at=at)
    close(held, at=at, reason=reason)
    _note("withdraw", held, by=by, at=at, unit=unit, before=told(held), after={"reason": reason})


def close(row: GuidanceRow, *, at: datetime, reason: str) -> None:
    """Close a row; raises ValidationError without a reason, or where it is closed already."""
    said = _reason(reason)
    live = type(row).objects.filter(pk=row.pk, superseded_at__isnull=True)
    if not live.update(superseded_at=at, reason=said):
        raise ValidationError(CHANGED)


def _reason(text: str) -> str:
    try:
        said = phrase(text)
    except ValidationError as refusal:
        raise ValidationError({"reason": refusal.messages}) from None
    if not said:
        raise ValidationError({"reason": "Hãy ghi lý do."})
    return said


def told(row: GuidanceRow) -> dict[str, Any]:
    """Return the content of a row as the trail tells it: identities in place of rows."""
    found = {name: getattr(row, name) for name in row.content()}
    return {name: getattr(value, "uuid", value) for name, value in found.items()}


def checked(row: GuidanceRow) -> None:
    """Raise ValidationError, each message beside its column, for what may not be kept."""
    row.clean_fields(exclude={"recorded_at", "superseded_at"})
    for column in row._meta.concrete_fields:
        if isinstance(column, CharField) and column.name in row.content():
            try:
                phrase(getattr(row, column.name))
            except ValidationError as refusal:
                raise ValidationError({column.name: refusal.messages}) from None
    try:
        row.validate_constraints()
    except ValidationError as refusal:
        raise ValidationError(_placed(refusal, row)) from None


def _placed(refusal: ValidationError, row: GuidanceRow) -> dict[str, list[str]]:
    """Put what a constraint refuses beside the column that its code names."""
    names = set(row.content())
    placed: dict[str, list[str]] = {}
    for field, errors in refusal.error_dict.items():
        for error in errors:
            own = error.code if error.code in names else None
            place = own or (field if field in names else NON_FIELD_ERRORS)
            placed.setdefault(str(place), []).extend(error.messages)
    return placed


def _version(entry: R, *, by: User, at: datetime, set_by: Unit | None) -> R:
    content = {name: getattr(entry, name) for name in entry.content()}
    row = type(entry)(**content, set_by=set_by, recorded_by=by, recorded_at=at)
    for column in row._meta.concrete_fields:
        if column.name in content and isinstance(column, CharField):
            setattr(row, column.name, column.to_python(getattr(row, column.name)))
    return row


def _write(row: GuidanceRow) -> None:
    checked(row)
    row.save(force_insert=True)


def _same(row: R) -> R | None:
    content = told(row)
    held = type(row).objects.believed().filter(set_by=row.set_by)
    return next((each for each in held if told(each) == content), None)


def _refuse(by: User, unit: Unit, *, at: datetime) -> None:
    if not may_set(by, unit, on=localtime(at).date()):
        raise PermissionDenied(REFUSAL)


def _refuse_to_change(held: GuidanceRow, by: User, unit: Unit, *, at: datetime) -> None:
    """Let only who keeps the unit that set a row change it; what holds for all, a root's."""
    if held.set_by is not None:
        _refuse(by, held.set_by, at=at)
    elif not administers_root(by, unit, on=localtime(at).date()):
        raise PermissionDenied(REFUSAL)


def _refuse_leading(row: GuidanceRow, by: User, unit: Unit, *, at: datetime) -> None:
    """Let only a root's administrator say on which document reports are written."""
    is_leading = isinstance(row, FrameworkDocument) and row.leads
    if is_leading and not administers_root(by, unit, on=localtime(at).date()):
        raise ValidationError(
            {"leads": "Chỉ quản trị của đơn vị cao nhất đặt văn bản khung của báo cáo."}
        )


def _note(
    deed: str,
    row: GuidanceRow,
    *,
    by: User,
    at: datetime,
    unit: Unit,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write the line of one deed: "guidance.put_down_theme"."""
    named = f"guidance.{deed}_{row._meta.model_name}"
    home = (row.set_by or unit).home
    note(by=by, at=at, home=home, deed=named, about=[row.uuid], before=before, after=after)
