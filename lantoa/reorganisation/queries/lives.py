"""The life of a unit, and what became of an old name, in words with links."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst

from lantoa.acts.crossing import basis_of
from lantoa.acts.fates import Fate, Passage, Renaming, fates, what_became_of
from lantoa.acts.history import Event, life_line
from lantoa.acts.living import LivesOn
from lantoa.figures.period import write_day
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, portraits

STILL = "Vẫn mang tên này"
TOLD = {
    "born": "Bắt đầu hoạt động, thuộc",
    "placed": "Chuyển về",
    "closed": "Kết thúc; số liệu cũ tính vào",
    "succeeded": "Tiếp nối bởi",
    "succeeds": "Tiếp nối",
    "named": "Mang tên",
    "coded": "Mang mã",
    "kind": "Là",
}
"""What each sort of event is called; the value or the other unit follows."""


@dataclass(frozen=True)
class Named:
    """A unit by name; the address is empty for who may not look at it."""

    name: str
    url: str


@dataclass(frozen=True)
class LifeEvent:
    """One thing that happened to a unit, in words, and on which decision it rests."""

    day: str
    words: str
    other: Named | None
    rest: str
    basis: str


@dataclass(frozen=True)
class Became:
    """An old unit, each passage from one unit to the next and each new name, and where it lives on.

    Without successor: why its past counts under which unit, and who holds its former communes. One
    to which nothing happened: what holds of it, and the unit it belongs to. One that has ended:
    what it stood under, in words.
    """

    unit: Named
    life: str
    code: str
    passages: list[tuple[str, str]] = field(default_factory=list)
    now: list[Named] = field(default_factory=list)
    under: Named | None = None
    why_under: str = ""
    same: str = ""
    above: Named | None = None
    stood_under: str = ""
    heirs: list[Named] = field(default_factory=list)
    is_simulated: bool = False


def moments_of(unit: Unit, *, seen: Collection[int]) -> list[LifeEvent]:
    """Return the life of a unit, earliest first."""
    return [_moment(event, seen) for event in life_line(unit)]


def _moment(event: Event, seen: Collection[int]) -> LifeEvent:
    rest = f"({event.value})" if event.other and event.value else ""
    words = TOLD[event.sort]
    if event.other is None:
        words = f"{words.partition(';')[0].partition(',')[0]} {event.value}".strip()
    return LifeEvent(
        day=write_day(event.day),
        words=words,
        other=named(event.other, seen) if event.other else None,
        rest=rest,
        basis=basis_of(event.act, event.basis),
    )


def named(unit: Portrait, seen: Collection[int]) -> Named:
    """Return a unit by name, with its address for who may look at it."""
    url = reverse("reorganisation:life", args=[unit.uuid]) if unit.pk in seen else ""
    return Named(unit.full_name, url)


def became(text: str, *, on: date, seen: set[int]) -> list[Became]:
    """Return what became of the units that bore a name or code, among those that may be seen."""
    found = what_became_of(text, on=on, within=seen)
    ended_first = sorted(found, key=lambda each: each.unit.closed_on is None)
    parents = {each.unit.parent for each in found if each.unit.parent}
    above = {pk: named(each, seen) for pk, each in portraits(parents, on=on).items()}
    stood_under = _stood_under([each.unit for each in found])
    told = [(fate.unit, _became(fate, seen, on)) for fate in ended_first]
    return [
        replace(
            one,
            above=above.get(unit.parent or 0) if one.same == STILL else None,
            stood_under=stood_under.get(unit.pk, ""),
        )
        for unit, one in told
    ]


def _stood_under(units: Sequence[Portrait]) -> dict[int, str]:
    """Name what stood above each unit that has ended on its last day, the root left out.

    Names repeat: many communes of the country called An Bình ended on one day.
    """
    told: dict[int, str] = {}
    for last in {each.last_day for each in units if each.last_day}:
        shown = portraits([each.pk for each in units if each.last_day == last], on=last)
        above = portraits({each.parent for each in shown.values() if each.parent}, on=last)
        higher = portraits({each.parent for each in above.values() if each.parent}, on=last)
        known = {**above, **higher}
        for pk, each in shown.items():
            one = known.get(each.parent or 0)
            line = [unit for unit in (one, known.get(one.parent or 0) if one else None) if unit]
            told[pk] = ", ".join(unit.name for unit in line if unit.parent)
    return told


def fate_of(unit: Unit, *, on: date, seen: Collection[int]) -> Became:
    """Return what became of one unit."""
    [fate] = fates([unit.pk], on=on)
    return _became(fate, seen, on)


@dataclass(frozen=True)
class Living:
    """Where a unit that has ended lives on, in names with links; see `Became`."""

    now: list[Named]
    heirs: list[Named]
    under: Named | None
    why_under: str


def living(told: LivesOn, *, seen: Collection[int], unit: int) -> Living:
    """Return where a unit lives on, in words."""
    under = told.counts_under
    return Living(
        now=[named(each, seen) for each in told.now],
        heirs=[named(each, seen) for each in told.heirs],
        under=named(under, seen) if under else None,
        why_under=_why(told.ended, under, is_own=told.ended is not None and told.ended.pk == unit),
    )


def _became(fate: Fate, seen: Collection[int], on: date) -> Became:
    return Became(
        unit=named(fate.unit, seen),
        life=f"từ {write_day(fate.unit.founded)} {fate.unit.life}".strip(),
        code=fate.unit.code,
        passages=_passages(fate),
        now=[named(each, seen) for each in fate.now],
        under=named(fate.counts_under, seen) if fate.counts_under else None,
        why_under=_why_under(fate),
        same=_same(fate, on),
        heirs=[named(each, seen) for each in fate.heirs],
        is_simulated=fate.unit.is_simulated,
    )


def _same(fate: Fate, on: date) -> str:
    """Say what holds of a unit to which nothing happened; empty where something did."""
    if fate.unit.founded > on:
        return f"Đến ngày {write_day(fate.unit.founded)} mới hoạt động"
    happened = fate.passages or fate.renamings or fate.counts_under
    return "" if happened else STILL


def _why_under(fate: Fate) -> str:
    """Say before its name why a past counts under a unit; a unit of the same kind takes over."""
    return _why(fate.ended, fate.counts_under, is_own=fate.ended == fate.unit)


def _why(ended: Portrait | None, under: Portrait | None, *, is_own: bool) -> str:
    if ended is None or under is None:
        return ""
    if ended.kind == under.kind:
        return "Số liệu cũ tính vào"
    name = "" if is_own else f"{ended.full_name} không còn. "
    return f"{name}Không có đơn vị kế thừa. Số liệu cũ đứng một dòng riêng dưới"


def _passages(fate: Fate) -> list[tuple[str, str]]:
    """Return each passage and each new name in words, with its basis, in the order of days."""
    told = [(each.on, _passage(each), basis_of(each.act, each.basis)) for each in fate.passages]
    told += [(each.on, _renaming(each), basis_of(each.act, each.basis)) for each in fate.renamings]
    return [(words, basis) for _, words, basis in sorted(told, key=lambda each: each[0])]


def _renaming(each: Renaming) -> str:
    return f"Từ {write_day(each.on)}, {each.old} đổi tên thành {each.new}"


def _passage(passage: Passage) -> str:
    part = "" if passage.is_whole else " một phần"
    principal = ", là đơn vị kế thừa chính" if passage.is_principal and part else ""
    old, new = _told_apart(passage.old, passage.new)
    words = f"từ {write_day(passage.on)}, {old} nhập{part} vào {new}{principal}"
    return capfirst(words)


def _told_apart(old: Portrait, new: Portrait) -> tuple[str, str]:
    """Return the names of two units, with their codes where they bear the same name."""
    if old.name != new.name:
        return old.name, new.name
    return f"{old.name} (mã {old.code})", f"{new.name} (mã {new.code})"
