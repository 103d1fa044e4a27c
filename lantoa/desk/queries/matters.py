"""Matters as the desk shows them: lines with names, and the record that each came out of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from lantoa.matters.queries import MatterCounts, MatterLine, StepShown, Which
from lantoa.records.record.kinds import kind_of
from lantoa.units.queries import Portrait

WORDS = {
    Which.WAITING: "Đang chờ",
    Which.LATE: "Quá hạn",
    Which.ANSWERED: "Đã trả lời",
    Which.CLOSED: "Khép lại, không trả lời",
    Which.HANDED: "Đã chuyển đi",
    Which.RAISED: "Đơn vị đã nêu",
}


@dataclass(frozen=True)
class MatterRow:
    """One line of a list of matters: the matter, who raised it, who has it."""

    line: MatterLine
    raised_by: str
    keeper: str
    url: str


@dataclass(frozen=True)
class MatterTab:
    """One choice above the list: its words, how many there are where that is known."""

    label: str
    url: str
    count: int | None
    is_current: bool


@dataclass(frozen=True)
class OriginShown:
    """The record that a matter came out of: the name of its kind, and its page."""

    label: str
    url: str


def matter_rows(found: Sequence[MatterLine], names: Mapping[int, Portrait]) -> list[MatterRow]:
    """Return lines with the names of their units."""
    return [
        MatterRow(
            each,
            names[each.matter.raised_by_id].full_name,
            names[each.keeper].full_name,
            reverse("desk:matter", args=[each.matter.uuid]),
        )
        for each in found
    ]


@dataclass(frozen=True)
class MatterStepRow:
    """One step with the names of its units."""

    told: StepShown
    unit: str
    keeper: str


def step_rows(steps: Iterable[StepShown], names: Mapping[int, Portrait]) -> list[MatterStepRow]:
    """Return steps with the names of their units."""
    return [
        MatterStepRow(each, names[each.row.unit_id].name, names[each.row.keeper_id].name)
        for each in steps
    ]


def units_named(found: Iterable[MatterLine]) -> set[int]:
    """Return the units that lines name."""
    return {pk for each in found for pk in (each.matter.raised_by_id, each.keeper)}


def tabs(counted: MatterCounts, *, current: Which, scope: str) -> list[MatterTab]:
    """Return the choices above the list."""
    known = {
        Which.WAITING: counted.waiting,
        Which.LATE: counted.late,
        Which.ANSWERED: counted.answered,
        Which.CLOSED: counted.closed,
    }
    more = f"&pham-vi={scope}" if scope else ""
    return [
        MatterTab(label, f"?xem={which}{more}", known.get(which), which is current)
        for which, label in WORDS.items()
    ]


def origin_parts(origin: str) -> tuple[str, UUID] | None:
    """Return the kind and the record that an origin names; None where it names none."""
    code, _, record = origin.partition(":")
    try:
        kind_of(code)
        return code, UUID(record)
    except (LookupError, ValueError):
        return None


def origin_shown(origin: str) -> OriginShown | None:
    """Return the record that a matter came out of, as pages name it."""
    parts = origin_parts(origin)
    if parts is None:
        return None
    code, record = parts
    label = str(kind_of(code).pages.one)
    return OriginShown(label, reverse(f"{code}:show", args=[record]))
