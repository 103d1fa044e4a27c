"""Numbers, money, days and periods in templates, written the Vietnamese way."""

from datetime import date, datetime

from django import template
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.figures.writing import (
    write_dong,
    write_dong_short,
    write_number,
    write_percentage,
    write_scaled,
)

register = template.Library()


@register.filter
def number(value: int | None) -> str:
    """Write a whole number; None is "chưa có số"."""
    return write_number(value)


@register.filter
def scaled(value: int | None, scale: int) -> str:
    """Write an integer kept with some decimals."""
    return write_scaled(value, scale=scale)


@register.filter
def dong(value: int | None) -> str:
    """Write an amount of đồng in full."""
    return write_dong(value)


@register.filter
def short_dong(value: int | None) -> str:
    """Write an amount of đồng for a glance."""
    return write_dong_short(value)


@register.filter
def share_of(numerator: int | None, denominator: int | None) -> str:
    """Write the share that one number is of another."""
    return write_percentage(numerator, denominator)


@register.filter
def day(value: date | None) -> str:
    """Write a day: 19/5/2026."""
    return write_day(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Write a moment: 9:30 ngày 19/5/2026."""
    if value is None:
        return ""
    local = localtime(value)
    return f"{local.hour}:{local.minute:02d} ngày {write_day(local.date())}"


@register.filter
def field(row: object, name: str) -> object:
    """Return one named field of a form or attribute of a row."""
    return row[name] if hasattr(row, "__getitem__") else getattr(row, name)
