"""What a page must say when its period crosses a reorganisation of the unit."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from lantoa.figures.period import Period, write_day
from lantoa.reorganisation.queries.lives import basis_of
from lantoa.units.models import Act, Kind, Placement, Succession, Unit
from lantoa.units.queries import parents_under, portraits
from lantoa.units.queries.places import units_in

OF_DISTRICT = "số liệu cấp huyện cũ, không phân bổ"
MOST = 6
"""Lines of one sort; a page is no archive, the unit's history has them all."""


Change = tuple[int, date, str, int | None]
"""A unit, the day on which its place changed, the document, and the decision."""


@dataclass(frozen=True)
class Line:
    """One sentence; the address, where there is one, leads to what it speaks of."""

    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True)
class Crossing:
    """Decisions within a period, footnotes of divided units, and lines of former districts."""

    acts: list[Line]
    divided: list[Line]
    districts: list[Line]
    more: int = 0
    more_divided: int = 0
    compare: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.acts or self.divided or self.districts)


def crossing(
    unit: Unit, *, period: Period, chart: date, may_see: Callable[[Unit], bool]
) -> Crossing:
    """Return what happened within a period to the units that a figure is made of.

    `may_see` tells to which units a link may lead.
    """
    changed = _changed(period)
    if not changed:
        return Crossing([], [], [])
    days = {period.first, period.last, chart}
    held = set().union(*(parents_under(unit.pk, on=day) for day in days))
    lines = _told({(day, basis, act) for each, day, basis, act in changed if each in held})
    divided = _divided(unit, held, period)
    return Crossing(
        acts=lines[:MOST],
        divided=[_footnote(row) for row in divided[:MOST]],
        districts=list(_districts(unit, period, may_see)),
        more=max(len(lines) - MOST, 0),
        more_divided=max(len(divided) - MOST, 0),
        compare=_comparison(unit, period) if lines else "",
    )


def _changed(period: Period) -> list[Change]:
    """Return the places that changed within a period by a decision or another document."""
    rows = Placement.objects.filter(
        superseded_at__isnull=True, since__gt=period.first, since__lte=period.last
    ).exclude(state=Placement.State.BEFORE)
    named = rows.filter(Q(act__isnull=False) | ~Q(basis=""))
    return list(named.values_list("unit_id", "since", "basis", "act_id"))


def _told(happened: set[tuple[date, str, int | None]]) -> list[Line]:
    """Name each decision once, and each document that stands for one."""
    acts = Act.objects.in_bulk({act for _, _, act in happened if act})
    told = {(day, str(acts[act]) if act else basis) for day, basis, act in happened}
    return [Line(f"{words}, có hiệu lực từ {write_day(day)}") for day, words in sorted(told)]


def _divided(unit: Unit, held: Collection[int], period: Period) -> list[Succession]:
    """Return, for each unit divided within a period, where its own figures count."""
    rows = Succession.objects.filter(
        superseded_at__isnull=True,
        extent=Succession.Extent.PART,
        on__gt=period.first,
        on__lte=period.last,
    )
    ours = set(rows.filter(successor=unit).values_list("predecessor_id", flat=True))
    principals = rows.filter(is_principal=True).select_related("act").order_by("on", "pk")
    return [row for row in principals if row.predecessor_id in held or row.predecessor_id in ours]


def _footnote(row: Succession) -> Line:
    shown = portraits([row.predecessor_id, row.successor_id], on=row.on)
    old, new = shown[row.predecessor_id].name, shown[row.successor_id].name
    basis = basis_of(row.act, row.basis)
    return Line(f"Số liệu riêng của {old} tính vào {new} {basis}".strip() + ".")


def _districts(unit: Unit, period: Period, may_see: Callable[[Unit], bool]) -> Iterator[Line]:
    """Yield the districts that a unit, or those it was formed of, hung under within a period."""
    taken = Succession.objects.filter(successor=unit, superseded_at__isnull=True)
    units = [unit.pk, *taken.values_list("predecessor_id", flat=True)]
    places = Placement.objects.filter(
        superseded_at__isnull=True,
        unit_id__in=units,
        parent__kind=Kind.DISTRICT,
        since__lte=period.last,
        until__gt=period.first,
    ).exclude(state=Placement.State.BEFORE)
    found = set(places.values_list("parent_id", flat=True))
    shown = portraits(found, on=period.last)
    for district in units_in(found):
        each = shown[district.pk]
        if each.closed_on and each.closed_on <= period.last:
            url = f"{reverse('desk:unit', args=[each.uuid])}?{_query(period)}"
            yield Line(each.full_name, url if may_see(district) else "", OF_DISTRICT)


def _query(period: Period) -> str:
    return urlencode({"from": period.first.isoformat(), "to": period.last.isoformat()})


def _comparison(unit: Unit, period: Period) -> str:
    """Return the address that compares the charts of the first and last day of a period."""
    charts = urlencode({"chart": period.first.isoformat(), "chart2": period.last.isoformat()})
    address = reverse("reorganisation:compare", args=[unit.uuid])
    return f"{address}?{_query(period)}&{charts}"
