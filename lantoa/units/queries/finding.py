"""Finding units: by a part of the name, by code and day."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import reduce
from operator import and_
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import write_day
from lantoa.figures.words import fold
from lantoa.reading.typed import read_day
from lantoa.units.models import END, Code, Name, Unit
from lantoa.units.queries.places import tops
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
    return sorted(listed, key=lambda each: (alphabetical(each.name), each.founded))[:MOST]


def _begins(words: str) -> Q:
    """Return the condition that a name holds some words, from the beginning of a word on."""
    return Q(folded__startswith=words) | Q(folded__contains=f" {words}")


def _named(condition: Q) -> set[int]:
    live = Name.objects.filter(condition, superseded_at__isnull=True)
    return set(live.values_list("unit_id", flat=True)[: MOST * 5])


def _bearers(code: str) -> QuerySet[Code]:
    return Code.objects.filter(value=code, superseded_at__isnull=True).exclude(value="")


def find_unit(reference: str) -> Unit:
    """Return the unit that `[ROOT:]CODE[@DAY]` names (DAY as people type it).

    Each root gives its own codes; ROOT is the code of the one that is meant. Raises ValidationError
    for an unknown code, AmbiguousCode where several units have borne it, and Mistyped for no day.
    """
    named, _, day_text = reference.partition("@")
    day = read_day(day_text) if day_text else None
    top, _, below = named.rpartition(":")
    homes = _homes_of(top) if top else set()
    code = below if homes else named
    bearers = _bearers_on(code, day=day, homes=homes)
    if not bearers:
        when = f" trong ngày {write_day(day)}" if day else ""
        raise ValidationError(f"Không có đơn vị nào mang mã {named}{when}.")
    if len(bearers) > 1:
        raise AmbiguousCode(_choices(code, bearers))
    return Unit.objects.get(pk=bearers[0].pk)


def _homes_of(code: str) -> set[UUID]:
    """Return the books of the roots that have borne a code."""
    return set(tops().filter(codes__in=_bearers(code)).values_list("home", flat=True))


def _bearers_on(code: str, *, day: date | None, homes: Collection[UUID]) -> list[Portrait]:
    """Return who bore a code on a day, or ever, as they were on the last day they bore it."""
    borne = _bearers(code).filter(unit__home__in=homes) if homes else _bearers(code)
    live = Code.objects.filter(superseded_at__isnull=True)
    rows = among(live, "unit_id", set(borne.values_list("unit_id", flat=True)))
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
    tops = _tops_of(bearers)
    is_told = len(set(tops.values())) > 1
    before = {each.pk: f"{tops[each.pk]}:" if is_told else "" for each in bearers}
    lines = [
        f"  {before[each.pk]}{code}@{each.founded.isoformat()}  {each.full_name}"
        for each in bearers
    ]
    what = "Ghi rõ gốc và ngày" if is_told else "Ghi rõ ngày"
    return f"Nhiều đơn vị đã mang mã {code}. {what}:\n" + "\n".join(lines)


def _tops_of(bearers: Sequence[Portrait]) -> dict[int, str]:
    """Return, for each of some units, the code of the root under which it stands."""
    homes = dict(
        Unit.objects.filter(pk__in=[each.pk for each in bearers]).values_list("pk", "home")
    )
    known = dict(tops().filter(home__in=set(homes.values())).values_list("pk", "home"))
    codes = {known[pk]: shown.code for pk, shown in portraits(known, on=END).items()}
    return {unit: codes.get(home, "") for unit, home in homes.items()}
