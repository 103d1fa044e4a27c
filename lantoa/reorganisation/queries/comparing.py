"""One unit's figures on two charts, and why they differ."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lantoa.acts.crossing import basis_of
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import Period, write_day
from lantoa.figures.question import Question
from lantoa.records.record.sums import Own, Scope, Wanted
from lantoa.reorganisation.queries.lives import Named, named
from lantoa.tally.catalogue import Family, families
from lantoa.tally.queries import Line, Sheet, sheet
from lantoa.units.models import KindChange, Placement
from lantoa.units.queries import Portrait, chart_on, portraits
from lantoa.units.queries.chart import Chart
from lantoa.units.queries.within import among

MOST_REASONS = 3
MOST_UNITS = 50


@dataclass(frozen=True)
class Difference:
    """One measure on two charts: both figures, how much more the second is, and why."""

    code: str
    label: str
    word: str
    first: str
    second: str
    gap: str
    reason: str
    differs: bool


@dataclass(frozen=True)
class Passed:
    """A unit that came, went, opened or closed between two charts, and by which decision."""

    unit: Named
    day: str
    words: str
    basis: str
    along: int = 0


@dataclass(frozen=True)
class Reasons:
    """Units to which the same happened; `more` are not listed."""

    title: str
    icon: str
    rows: list[Passed]
    more: int

    @property
    def count(self) -> int:
        """Return how many there are, those not listed included."""
        return len(self.rows) + self.more


@dataclass(frozen=True)
class Compared:
    """The measures on two charts, and the units that make the difference."""

    differences: list[Difference]
    reasons: list[Reasons]

    @property
    def count(self) -> int:
        """Return how many measures differ."""
        return sum(each.differs for each in self.differences)


def compared(
    unit: int, *, period: Period, charts: tuple[date, date], seen: Collection[int]
) -> Compared:
    """Return the figures of a unit for a period on two charts, with the reason of each gap."""
    sheets = [sheet(Question(unit, period, day)) for day in charts]
    first, second = (chart_on(day, under=unit) for day in charts)
    joined = set(second.tree.parents) - set(first.tree.parents)
    left = set(first.tree.parents) - set(second.tree.parents)
    shares = _shares(left, joined, period)
    shown = portraits({each for rows in shares.values() for each, _ in rows}, on=max(charts))
    lines = _differences(sheets[0], sheets[1], shares, shown)
    reasons = _reasons(first, second, seen)
    return Compared(list(lines), [each for each in reasons if each.rows])


def _reasons(first: Chart, second: Chart, seen: Collection[int]) -> Iterator[Reasons]:
    """Yield what happened to units between two charts, by what it was."""
    days = min(first.day, second.day), max(first.day, second.day)
    old, new = first.tree.parents, second.tree.parents
    both = set(old) & set(new)
    opened = [each for each in both if second.is_open(each) and not first.is_open(each)]
    came, went = _tops(new, old), _at_work_once(_tops(old, new), first)
    born = _born_since(came, first.day)
    closed = [each for each in both if first.is_open(each) and not second.is_open(each)]
    happened = (
        ("Chuyển vào", "plus", "về", {each: came[each] for each in set(came) - born}),
        ("Chuyển ra", "out", "về", went),
        ("Thành lập", "check", "thuộc", dict.fromkeys([*opened, *born], 0)),
        ("Kết thúc", "cross", "số liệu cũ tính vào", dict.fromkeys(closed, 0)),
    )
    for title, icon, to, units in happened:
        rows = list(_passed(sorted(units)[:MOST_UNITS], units, days, seen, to=to))
        yield Reasons(title, icon, rows, max(len(units) - MOST_UNITS, 0))
    yield _changed_kind(both, days, seen)


def _changed_kind(
    units: Collection[int], days: tuple[date, date], seen: Collection[int]
) -> Reasons:
    """Return the units that are another kind on the later of two days.

    So few change that all are read at once.
    """
    first, last = days
    found = KindChange.objects.filter(superseded_at__isnull=True, since__gt=first, since__lte=last)
    changes = found.select_related("act").order_by("since")
    rows = {row.unit_id: row for row in changes if row.unit_id in units}
    old, shown = portraits(rows, on=first), portraits(rows, on=last)
    changed = [each for each in rows if old[each].kind != shown[each].kind]
    listed = [
        Passed(
            unit=named(shown[each], seen),
            day=write_day(rows[each].since),
            words=f"{old[each].kind.label} thành {shown[each].kind.label}",
            basis=basis_of(rows[each].act, rows[each].basis),
        )
        for each in sorted(changed, key=lambda one: alphabetical(shown[one].name))[:MOST_UNITS]
    ]
    return Reasons("Đổi loại", "pen", listed, max(len(changed) - MOST_UNITS, 0))


Shares = Mapping[str, Sequence[tuple[int, int]]]
"""By the code of a measure: units that are on one chart only, and what each adds to the gap."""


def _shares(left: Collection[int], joined: Collection[int], period: Period) -> Shares:
    """Return what each unit that left or joined adds to the difference of each measure."""
    found: dict[str, list[tuple[int, int]]] = {}
    stretches = [Scope(joined, period), Scope(left, period)]
    for family in families().values():
        if family.kind is not None:
            counted = family.kind.counted.count(family.measures, Wanted(stretches))
            for own, sign in zip(counted.own, (1, -1), strict=True):
                _share_out(family, own, sign, found)
    return found


def _share_out(
    family: Family, own: Own, sign: int, found: dict[str, list[tuple[int, int]]]
) -> None:
    for unit, figures in own.items():
        for measure, figure in zip(family.measures, figures, strict=True):
            if figure and measure.adds:
                found.setdefault(measure.code, []).append((unit, sign * figure))


def _differences(
    first: Sheet, second: Sheet, shares: Shares, shown: Mapping[int, Portrait]
) -> Iterator[Difference]:
    """Yield the measures that have a figure on either chart, those that differ first."""
    told = [
        (measure, first.lines[measure.code], second.lines[measure.code])
        for family in families().values()
        for measure in family.measures
        if measure.code in first.lines and measure.code in second.lines
    ]
    known = [each for each in told if each[1].total is not None or each[2].total is not None]
    for measure, one, two in sorted(known, key=lambda each: each[1].total == each[2].total):
        yield _difference(measure, one, two, shares.get(measure.code, ()), shown)


def _difference(
    measure: Measure,
    one: Line,
    two: Line,
    shares: Sequence[tuple[int, int]],
    shown: Mapping[int, Portrait],
) -> Difference:
    differs = one.total != two.total
    return Difference(
        code=measure.code,
        label=measure.label,
        word="" if measure.is_money or _says(measure.label, measure.unit) else measure.unit,
        first=one.written(one.total),
        second=two.written(two.total),
        gap=_gap(one, two),
        reason=_reason(one, shares, shown) if differs else "",
        differs=differs,
    )


def _says(label: str, word: str) -> bool:
    """Tell whether a label already begins with the unit of measure: "Chi bộ", counted in chi bộ."""
    return label.casefold().startswith(word.casefold())


def _gap(one: Line, two: Line) -> str:
    """Say how much more the second is; from a figure that is unknown nothing is taken away."""
    if one.total is None or two.total is None:
        return "mới có số" if one.total is None else "không còn số"
    gap = two.total - one.total
    return f"{'+' if gap > 0 else '−'}{one.written(abs(gap))}" if gap else "không đổi"


def _reason(line: Line, shares: Sequence[tuple[int, int]], shown: Mapping[int, Portrait]) -> str:
    """Name the units that make a difference, the largest first."""
    if not shares and line.measure.nature is Nature.CHART:
        return "số đơn vị hoạt động, hoặc loại của chúng, khác nhau trên hai sơ đồ"
    if not shares:
        return "đơn vị có số này chỉ nằm trong một sơ đồ"
    ranked = sorted(shares, key=lambda each: -abs(each[1]))
    words = [
        f"{shown[unit].name} {'vào' if figure > 0 else 'ra'}: {line.written(abs(figure))}"
        for unit, figure in ranked[:MOST_REASONS]
    ]
    more = len(ranked) - MOST_REASONS
    return "; ".join(words) + (f"; và {more} đơn vị khác" if more > 0 else "")


def _at_work_once(units: Mapping[int, int], chart: Chart) -> dict[int, int]:
    """Leave out the units that are not born yet on a chart: they only wait there."""
    before = Placement.State.BEFORE
    return {each: along for each, along in units.items() if chart.states[each] != before}


def _born_since(units: Collection[int], day: date) -> set[int]:
    """Return the units that were founded after a day."""
    return {pk for pk, each in portraits(units, on=day).items() if each.founded > day}


def _passed(
    listed: Collection[int],
    along: Mapping[int, int],
    days: tuple[date, date],
    seen: Collection[int],
    *,
    to: str,
) -> Iterator[Passed]:
    """Yield some units in the order of their names, each with the last change of its place."""
    rows = _moves(listed, *days)
    parents = {row.parent_id for row in rows.values() if row.parent_id}
    shown = portraits({*listed, *parents}, on=days[1])
    for unit in sorted(listed, key=lambda each: alphabetical(shown[each].name)):
        row = rows.get(unit)
        parent = shown.get(row.parent_id or 0) if row else None
        yield Passed(
            unit=named(shown[unit], seen),
            day=write_day(row.since) if row else "",
            words=f"{to} {parent.name}" if parent else "",
            basis=basis_of(row.act, row.basis) if row else "",
            along=along[unit],
        )


def _tops(tree: Mapping[int, int | None], others: Collection[int]) -> dict[int, int]:
    """Return the units of a tree that are not on the other, and of those above which all are.

    Each with how many others go along under it.
    """
    only = {unit for unit in tree if unit not in others}
    tops = {unit: 0 for unit in only if tree[unit] not in only}
    for unit in only - set(tops):
        above = tree[unit]
        while above is not None and above not in tops:
            above = tree[above]
        if above is not None:
            tops[above] += 1
    return tops


def _moves(units: Collection[int], first: date, last: date) -> dict[int, Placement]:
    """Return the last change of place of some units after one day and until another."""
    rows = Placement.objects.filter(
        superseded_at__isnull=True, since__gt=first, since__lte=last
    ).select_related("act")
    return {row.unit_id: row for row in among(rows, "unit_id", units).order_by("since")}
