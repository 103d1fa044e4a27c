"""Units come into being."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db.models import Q

from lantoa.figures.period import write_day
from lantoa.figures.words import composed, fold
from lantoa.trail.operations import note
from lantoa.units.models import (
    BEGINNING,
    END,
    Code,
    Kind,
    Name,
    Placement,
    Strength,
    Unit,
)
from lantoa.units.operations.rows import Change, refuse_unless_open, structure
from lantoa.units.queries import portrait, portraits
from lantoa.units.queries.within import among


@dataclass(frozen=True)
class NewUnit:
    """A unit to be opened: what it is, what it is called, where it hangs.

    An empty code is made from the code of the unit above; `members` is its own number of members,
    None where it is not known. Before its birth it hangs where it opens: out of others, units come
    by acts.
    """

    name: str
    kind: Kind
    under: Unit
    code: str = ""
    system: Code.System = Code.System.OWN
    members: int | None = None


def found_root(
    *, name: str, kind: Kind, code: str, change: Change, is_simulated: bool = False
) -> Unit:
    """Found a unit above which there is none; the trail of all under it has its home there."""
    with structure():
        unit = Unit.objects.create(kind=kind, is_simulated=is_simulated, home=uuid4())
        _write_rows([unit], [NewUnit(name, kind, unit, code)], change=change)
        note(
            by=change.by,
            at=change.at,
            home=unit.home,
            deed="units.found",
            about=[unit.uuid],
            after={"name": name, "code": code, "on": change.on},
        )
        return unit


def open_unit(*, entry: NewUnit, change: Change) -> Unit:
    """Open a unit on a day; raises ValidationError where its place or its code is not free."""
    return open_many(entries=[entry], change=change)[0]


def open_many(*, entries: Sequence[NewUnit], change: Change) -> list[Unit]:
    """Open units on one day, all or none.

    Raises ValidationError where a unit above is not open from that day on, or a code is borne by
    another open unit.
    """
    with structure():
        for under in {entry.under.pk: entry.under for entry in entries}.values():
            refuse_unless_open(under, since=change.on, until=END)
        entries = _with_codes(entries, change=change)
        _refuse_borne_codes(entries, change=change)
        units = _insert(entries)
        _write_rows(units, entries, change=change)
        _note_opened(units, entries, change=change)
        return units


def _insert(entries: Sequence[NewUnit]) -> list[Unit]:
    units = [
        Unit(kind=entry.kind, is_simulated=entry.under.is_simulated, home=entry.under.home)
        for entry in entries
    ]
    return Unit.objects.bulk_create(units, batch_size=2000)


def _write_rows(units: Sequence[Unit], entries: Sequence[NewUnit], *, change: Change) -> None:
    common = change.row()
    names, codes, places, strengths = [], [], [], []
    for unit, entry in zip(units, entries, strict=True):
        name = composed(entry.name)
        names.append(Name(unit=unit, value=name, folded=fold(name), **common))
        codes.append(Code(unit=unit, value=entry.code, system=entry.system, **common))
        above = None if entry.under is unit else entry.under
        places.append(_unborn(unit, above, change))
        places.append(
            Placement(unit=unit, parent=above, state=Placement.State.OPEN, until=END, **common)
        )
        if entry.members is not None:
            strengths.append(Strength(unit=unit, members=entry.members, **common))
    Name.objects.bulk_create(names, batch_size=2000)
    Code.objects.bulk_create(codes, batch_size=2000)
    Placement.objects.bulk_create(places, batch_size=2000)
    Strength.objects.bulk_create(strengths, batch_size=2000)


def _unborn(unit: Unit, before: Unit | None, change: Change) -> Placement:
    return Placement(
        unit=unit,
        parent=before,
        state=Placement.State.BEFORE,
        until=change.on,
        **change.row(since=BEGINNING),
    )


def _with_codes(entries: Sequence[NewUnit], *, change: Change) -> list[NewUnit]:
    """Give each unit without a code the next one under the unit above it."""
    taken: Counter[int] = Counter()
    prefixes: dict[int, str] = {}
    for entry in entries:
        if not entry.code and entry.under.pk not in prefixes:
            prefix = prefixes[entry.under.pk] = portrait(entry.under, on=change.on).code + "."
            taken[entry.under.pk] = _last_number(prefix)
    named = []
    for entry in entries:
        if not entry.code:
            taken[entry.under.pk] += 1
            code = f"{prefixes[entry.under.pk]}{taken[entry.under.pk]:03d}"
            entry = NewUnit(**{**vars(entry), "code": code})
        named.append(entry)
    return named


def _last_number(prefix: str) -> int:
    codes = Code.objects.filter(value__startswith=prefix).values_list("value", flat=True)
    tails = (code.removeprefix(prefix) for code in codes)
    return max((int(tail) for tail in tails if tail.isdecimal()), default=0)


def _refuse_borne_codes(entries: Sequence[NewUnit], *, change: Change) -> None:
    for home in {entry.under.home for entry in entries}:
        mine = [entry for entry in entries if entry.under.home == home]
        _refuse_borne_under(home, mine, change=change)


def _refuse_borne_under(home: UUID, entries: Sequence[NewUnit], *, change: Change) -> None:
    """Refuse a code that two units under one root would bear; other roots give their own."""
    twice = [code for code, times in Counter(e.code for e in entries).items() if times > 1]
    borne = _bearers(home, entries, change=change)
    still = _open_after(set(borne), change=change)
    for code in twice or [borne[unit] for unit in still]:
        raise ValidationError(
            f"Mã {code} đã có đơn vị khác mang trong ngày {write_day(change.on)}."
        )


def _bearers(home: UUID, entries: Sequence[NewUnit], *, change: Change) -> dict[int, str]:
    """Return who bears the codes asked for."""
    wanted = {entry.code: entry for entry in entries}
    live = Code.objects.filter(superseded_at__isnull=True, unit__home=home)
    rows = among(live, "value", set(wanted))
    bearers = {
        unit
        for unit, system, code in rows.values_list("unit_id", "system", "value")
        if wanted[code].system == system
    }
    shown = portraits(bearers, on=change.on)
    return {unit: each.code for unit, each in shown.items() if each.code in wanted}


def _open_after(units: set[int], *, change: Change) -> list[int]:
    """Return which of some units are open on the day of the change or later."""
    rows = Placement.objects.filter(
        Q(until__gt=change.on), superseded_at__isnull=True, state=Placement.State.OPEN
    )
    return list(among(rows, "unit_id", units).values_list("unit_id", flat=True)) if units else []


def _note_opened(units: Sequence[Unit], entries: Sequence[NewUnit], *, change: Change) -> None:
    for home in {unit.home for unit in units}:
        mine = [(u, e) for u, e in zip(units, entries, strict=True) if u.home == home]
        note(
            by=change.by,
            at=change.at,
            home=home,
            deed="units.open",
            about=[unit.uuid for unit, _ in mine],
            after={
                "on": change.on,
                "basis": change.basis,
                "units": [[entry.code, entry.name] for _, entry in mine],
            },
        )
