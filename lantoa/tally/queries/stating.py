"""Who stated a figure, and how far it is from what it is to come to: in words."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lantoa.acts.crossing import line_name
from lantoa.figures.light import Light, light_of
from lantoa.figures.measure import Measure
from lantoa.figures.period import Period, write_day
from lantoa.figures.writing import write_dong, write_number, write_scaled
from lantoa.records.record.counting import Goal, Statement
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.sums import Found
from lantoa.tally.queries.sheet import Line, Sheet
from lantoa.units.queries import Portrait


@dataclass(frozen=True)
class GoalReached:
    """A goal beside the figure of its year, and its light."""

    goal: Goal
    line: Line
    light: Light

    @property
    def figure(self) -> str:
        """Return the figure as written, with its unit of measure."""
        return with_unit(self.line.measure, self.line.total)

    @property
    def target(self) -> str:
        """Return what it is to come to, with its unit of measure."""
        return with_unit(self.line.measure, self.goal.value)


def reached(goal: Goal, line: Line) -> GoalReached:
    """Hold the figure of a line against a goal."""
    light = light_of(line.total, goal.value, near=goal.near, lower=goal.lower)
    return GoalReached(goal, line, light)


class Stating:
    """Who stated the figures of a sheet, and what they are to come to; asked once."""

    def __init__(
        self,
        sheet: Sheet,
        kinds: Sequence[KindConfig],
        units: Collection[int],
        found: Mapping[str, Found],
    ) -> None:
        """Take the figures, the kinds that are counted, the units, and what was counted."""
        self.asked, self.sheet = sheet.asked, sheet
        self.kinds, self.under, self.found = kinds, units, found

    @cached_property
    def by_code(self) -> dict[str, list[Statement]]:
        """Return, by code, who stated what of measures that never stand without that."""
        found: dict[str, list[Statement]] = {}
        for kind in self.kinds:
            for each in kind.counted.statements(self.asked, self.under, self.found.get(kind.code)):
                found.setdefault(each.measure, []).append(each)
        return found

    @property
    def units(self) -> set[int]:
        """Return every unit that stated any."""
        return {each.unit for found in self.by_code.values() for each in found}

    def is_anothers(self, code: str) -> bool:
        """Tell whether one unit alone stated a figure, and not the one that is asked about."""
        units = {each.unit for each in self.by_code.get(code, ())}
        return len(units) == 1 and self.asked.unit not in units

    def said(
        self, code: str, names: Callable[[Iterable[int]], Mapping[int, Portrait]]
    ) -> list[str]:
        """Say who stated a figure: what, the unit, the day, the agency; latest first."""
        found, measure = self.by_code.get(code, []), self.sheet.lines[code].measure
        named = names(each.unit for each in found)
        return [said(each, measure, line_name(named[each.unit])) for each in found]

    @cached_property
    def goals(self) -> list[GoalReached]:
        """Return what figures of the unit are to come to in the year, each with its light."""
        lines = self.sheet.lines
        found = [goal for kind in self.kinds for goal in kind.counted.goals(self.asked)]
        return [reached(each, lines[each.measure]) for each in found if each.measure in lines]


def with_unit(measure: Measure, figure: int | None, whole: int | None = None) -> str:
    """Write a figure with its unit of measure, and its whole: "54/67 trường", "1,32%"."""
    if measure.is_money or figure is None:
        return write_dong(figure)
    of = f"/{write_number(whole)}" if whole is not None else ""
    gap = "" if measure.unit == "%" else " "
    return f"{write_scaled(figure, scale=measure.scale)}{of}{gap}{measure.unit}"


def said(stated: Statement, measure: Measure, name: str) -> str:
    """Say who stated what, of which day, by which agency."""
    whole = stated.whole if measure.share_of or not measure.weighted_by else None
    agency = f", {stated.agency}" if stated.agency else ", không ghi cơ quan cung cấp"
    day = when(stated.period)
    return f"{with_unit(measure, stated.figure, whole)}, {name}, {day}{agency}"


def when(period: Period) -> str:
    """Write the day of a figure, or the first and last day of its stretch."""
    first, last = write_day(period.first), write_day(period.last)
    return last if first == last else f"{first} – {last}"
