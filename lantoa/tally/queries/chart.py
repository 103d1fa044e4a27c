"""Counting the units themselves: how many there are on a chart, and which are asked to record."""

from datetime import date, datetime

from lantoa.figures.period import Period
from lantoa.figures.tree import Tree
from lantoa.tally.catalogue import BASE_CELLS, BASES, CELLS, COMMUNES, ON_CHART, ORGANISATIONS
from lantoa.units.models import GRASSROOTS_KINDS, PARTY_KINDS, Kind, Placement, Unit
from lantoa.units.queries.chart import placements_on
from lantoa.units.queries.within import among

NEVER_RECORDS = {Kind.NATION, Kind.UNPLACED}


def counted_on_chart(
    tree: Tree, *, day: date, as_known: datetime | None = None
) -> dict[int, list[int | None]]:
    """Return, for each unit, how many open units of each sort hang directly under it."""
    kinds = kinds_of(tree)
    counts: dict[int, list[int | None]] = {}
    for unit, parent, state in placements_on(day, as_known=as_known, of=set(tree.parents)):
        if parent is None or parent not in tree or state != Placement.State.OPEN:
            continue
        row = counts.setdefault(parent, [0] * len(ON_CHART))
        for place, measure in enumerate(ON_CHART):
            if _counts(measure.code, kinds[unit], above=kinds[parent]):
                row[place] = (row[place] or 0) + 1
    return counts


def _counts(code: str, kind: str, *, above: str) -> bool:
    if code == ORGANISATIONS.code:
        return kind in PARTY_KINDS and above != Kind.UNPLACED
    if code == COMMUNES.code:
        return kind == Kind.COMMUNE
    if code == BASES.code:
        return kind == Kind.BASE
    if code == CELLS.code:
        return kind == Kind.CELL
    return code == BASE_CELLS.code and kind == Kind.CELL and above in GRASSROOTS_KINDS


def kinds_of(tree: Tree) -> dict[int, str]:
    """Return the kind of each unit on a chart."""
    return dict(among(Unit.objects.all(), "pk", tree.parents).values_list("pk", "kind"))


def recording_units(tree: Tree, *, period: Period) -> list[int]:
    """Return the units that were at work on some day of a period and can have recorded."""
    at_work = Placement.objects.filter(
        superseded_at__isnull=True,
        state=Placement.State.OPEN,
        since__lte=period.last,
        until__gt=period.first,
    )
    rows = among(at_work, "unit_id", tree.parents).exclude(unit__kind__in=NEVER_RECORDS)
    return list(dict.fromkeys(rows.order_by().values_list("unit_id", flat=True)))
