"""Finding units: by a part of the name, by code and day."""

from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import and_

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from lantoa.figures.period import write_day
from lantoa.figures.words import fold
from lantoa.units.models import END, Code, Name, Unit
from lantoa.units.queries.portrait import Portrait, portraits
from lantoa.units.queries.within import among

MOST = 200


class AmbiguousCode(ValidationError):
    """A code that several units have borne; the message names the choices."""


def matching(text: str, *, on: date, within: set[int] | None = None) -> list[Portrait]:
    """Return units whose name, on any day, or code holds the text; marks are optional.

    At most 200, in the order of their names. `within` keeps to units that somebody may reach.
    """
    found = _named(Q(_begins(fold(text)))) or _named(
        reduce(and_, (_begins(word) for word in fold(text).split()), Q())
    )
    found |= set(_bearers(text.strip()).values_list("unit_id", flat=True)[:MOST])
    if within is not None:
        found &= within
    listed = portraits(sorted(found), on=on).values()
    return sorted(listed, key=lambda each: (fold(each.name), each.founded))[:MOST]


def _begins(words: str) -> Q:
    """Return the condition that a name holds some words, from the beginning of a word on."""
    return Q(folded__startswith=words) | Q(folded__contains=f" {words}")


def _named(condition: Q) -> set[int]:
    live = Name.objects.filter(condition, superseded_at__isnull=True)
    return set(live.values_list("unit_id", flat=True)[: MOST * 5])


def _bearers(code: str) -> QuerySet[Code]:
    return Code.objects.filter(value=code, superseded_at__isnull=True).exclude(value="")


def find_unit(reference: str) -> Unit:
    """Return the unit that `CODE` or `CODE@DAY` names (DAY as 2025-07-01 or 1/7/2025).

    Raises ValidationError for an unknown code and AmbiguousCode where several units have borne it.
    """
    code, _, day_text = reference.partition("@")
    day = read_day(day_text) if day_text else None
    bearers = _bearers_on(code, day=day)
    if not bearers:
        when = f" trong ngày {write_day(day)}" if day else ""
        raise ValidationError(f"Không có đơn vị nào mang mã {code}{when}.")
    if len(bearers) > 1:
        raise AmbiguousCode(_choices(code, bearers))
    return Unit.objects.get(pk=bearers[0].pk)


def read_day(text: str) -> date:
    """Read a day given as 2025-07-01 or 1/7/2025.

    Raises ValidationError for anything else.
    """
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.split("/"))
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        raise ValidationError(
            f"“{text}” không phải là ngày. Viết như 1/7/2025 hoặc 2025-07-01."
        ) from None


def _bearers_on(code: str, *, day: date | None) -> list[Portrait]:
    """Return who bore a code on a day, or ever, as they were on the last day they bore it."""
    rows = among(
        Code.objects.filter(superseded_at__isnull=True),
        "unit_id",
        set(
            Code.objects.filter(value=code, superseded_at__isnull=True).values_list(
                "unit_id", flat=True
            )
        ),
    )
    stretches: dict[int, list[tuple[date, str]]] = {}
    for unit, since, value in rows.order_by("since").values_list("unit_id", "since", "value"):
        stretches.setdefault(unit, []).append((since, value))
    found = []
    for unit, shown in portraits(list(stretches), on=day or END).items():
        if _bore(stretches[unit], shown, code=code, day=day):
            found.append(shown)
    return sorted(found, key=lambda each: each.founded)


def _bore(changes: list[tuple[date, str]], shown: Portrait, *, code: str, day: date | None) -> bool:
    """Tell whether a unit bore the code on a day on which it was at work."""
    if day is None:
        return True
    before = [value for since, value in changes if since <= day]
    return bool(before) and before[-1] == code and shown.is_open(day)


def _choices(code: str, bearers: Sequence[Portrait]) -> str:
    lines = [f"  {code}@{each.founded.isoformat()}  {each.full_name}" for each in bearers]
    return f"Mã {code} có nhiều đơn vị đã mang. Ghi rõ ngày:\n" + "\n".join(lines)
