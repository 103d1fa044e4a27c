"""Opening and closing funds; the outer sides of a unit's money."""

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong
from lantoa.formats.texts import phrase
from lantoa.money.access import refuse_strangers
from lantoa.money.models import MoneyAccount
from lantoa.money.queries import balances
from lantoa.people.models import User
from lantoa.posts.access import Purpose
from lantoa.trail.operations import note
from lantoa.units.models import BEGINNING, Unit
from lantoa.units.queries import portrait
from lantoa.units.queries.within import among

Side = MoneyAccount.Side


def text_of(name: str, text: str, *, missing: str = "") -> str:
    """Return a text as it is kept; raises ValidationError beside its box for what none may hold."""
    try:
        kept = phrase(text)
    except ValidationError as refusal:
        raise ValidationError({name: refusal.messages}) from None
    if missing and not kept:
        raise ValidationError({name: missing})
    return kept


@transaction.atomic
def open_fund(*, by: User, at: datetime, entry: MoneyAccount) -> MoneyAccount:
    """Open a fund of a unit; `entry` stays unsaved. The same again is the same fund.

    Raises PermissionDenied for who keeps nothing at its unit, and ValidationError for what columns
    or constraints refuse, days to come, and days on which the unit was not at work.
    """
    today = localtime(at).date()
    refuse_strangers(by, at=[entry.unit.pk], on=today, work=Purpose.KEEP)
    row = MoneyAccount(
        unit=entry.unit,
        side=Side.FUND,
        sort=entry.sort,
        name=text_of("name", entry.name, missing="Hãy ghi tên quỹ."),
        basis=text_of("basis", entry.basis),
        opened_on=entry.opened_on,
        recorded_by=by,
        recorded_at=at,
    )
    row.clean_fields(exclude={"closed_on"})
    _refuse_days(row, today=today)
    held = MoneyAccount.objects.filter(unit=row.unit, name=row.name, closed_on__isnull=True).first()
    if held is not None and _told(held) == _told(row):
        return held
    row.validate_constraints()
    row.save(force_insert=True)
    _note("money.open_fund", row, by=by, at=at)
    return row


def _told(row: MoneyAccount) -> tuple[object, ...]:
    return row.unit_id, row.name, row.sort, row.opened_on, row.basis


def _refuse_days(row: MoneyAccount, *, today: date) -> None:
    unit = portrait(row.unit, on=today)
    if row.opened_on > today:
        raise ValidationError({"opened_on": "Ngày lập còn ở phía trước. Chỉ ghi quỹ đã lập."})
    if row.opened_on < unit.founded:
        said = f"{unit.name} thành lập ngày {write_day(unit.founded)}; ngày này sớm hơn."
        raise ValidationError({"opened_on": said})
    if unit.closed_on and row.opened_on >= unit.closed_on:
        said = f"{unit.name} đã kết thúc từ ngày {write_day(unit.closed_on)}."
        raise ValidationError({"opened_on": said})


@transaction.atomic
def close_fund(fund: MoneyAccount, *, by: User, at: datetime, on: date) -> None:
    """Say from which day a fund is no longer used; it must be empty on that day and stay so.

    Raises PermissionDenied as `open_fund` does, and ValidationError for a fund that still holds
    money, was closed already, or has transfers from that day on.
    """
    today = localtime(at).date()
    refuse_strangers(by, at=[fund.unit.pk], on=today, work=Purpose.KEEP)
    held = MoneyAccount.objects.select_for_update().get(pk=fund.pk)
    if held.closed_on:
        raise ValidationError(f"Quỹ đã thôi dùng từ ngày {write_day(held.closed_on)}.")
    if on > today or on <= held.opened_on:
        raise ValidationError({"day": "Ngày thôi dùng phải sau ngày lập và không ở phía trước."})
    if held.taken.filter(day__gte=on).exists() or held.given.filter(day__gte=on).exists():
        raise ValidationError({"day": "Quỹ còn khoản thu, chi từ ngày này trở đi. Sửa ngày."})
    left = balances([held.pk], on=on)[held.pk]
    if left:
        said = f"Quỹ còn {write_dong(left)}. Hãy chuyển hoặc chi hết, rồi mới thôi dùng."
        raise ValidationError(said)
    held.closed_on = on
    held.save(update_fields=["closed_on"])
    _note("money.close_fund", held, by=by, at=at)


def _note(deed: str, fund: MoneyAccount, *, by: User, at: datetime) -> None:
    note(
        by=by,
        at=at,
        home=fund.unit.home,
        deed=deed,
        about=[fund.uuid, fund.unit.uuid],
        after={"name": fund.name, "sort": fund.sort, "opened_on": fund.opened_on},
        rows=[fund],
    )


@transaction.atomic
def outer(
    units: Collection[Unit], side: MoneyAccount.Side, *, by: User, at: datetime
) -> dict[int, MoneyAccount]:
    """Return the outer side of some units, made where it is not there yet, by their keys.

    Who may is asked by whatever moves money to it or from it.
    """
    held = among(MoneyAccount.objects.filter(side=side), "unit_id", {each.pk for each in units})
    found = {each.unit_id: each for each in held.select_related("unit")}
    missing = {each.pk: each for each in units if each.pk not in found}
    made = [
        MoneyAccount(unit=each, side=side, opened_on=BEGINNING, recorded_by=by, recorded_at=at)
        for each in missing.values()
    ]
    for each in MoneyAccount.objects.bulk_create(made):
        _note("money.open_side", each, by=by, at=at)
    return found | {each.unit_id: each for each in made}
