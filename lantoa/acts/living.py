"""In which units one that has ended lives on: asked in one statement, named by whoever tells it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from lantoa.figures.alphabet import alphabetical
from lantoa.units.models import Kind
from lantoa.units.queries import Album, Portrait
from lantoa.units.queries.within import meets


def _statement() -> str:
    """Return who took over, in turn, from a unit and from those at work under it on its last day.

    Its values are the unit twice and the day four times; its rows (who ended or None, who took
    over, the unit above who took over).
    """
    return f"""
WITH RECURSIVE seeds(unit_id) AS (
    SELECT %s
    UNION
    SELECT below.unit_id
    FROM units_placement own CROSS JOIN units_placement below
    WHERE own.unit_id = %s AND own.state = 'closed' AND own.superseded_at IS NULL
      AND own.since <= %s AND {meets("below.parent_id", "own.unit_id")}
      AND below.superseded_at IS NULL AND below.state = 'open'
      AND below.since < own.since AND below.until >= own.since
),
taken(old, unit_id, is_principal, number) AS (
    SELECT CAST(NULL AS bigint), unit_id, TRUE, CAST(0 AS bigint) FROM seeds
    UNION
    SELECT next.predecessor_id, next.successor_id, next.is_principal, next.id
    FROM taken JOIN units_succession next ON next.predecessor_id = taken.unit_id
    WHERE next.superseded_at IS NULL AND next."on" <= %s
)
SELECT taken.old, taken.unit_id, placed.parent_id
FROM taken JOIN units_placement placed ON placed.unit_id = taken.unit_id
WHERE placed.superseded_at IS NULL AND placed.since <= %s AND placed.until > %s
ORDER BY taken.is_principal DESC, taken.number
"""  # noqa: S608 - our own words


@dataclass(frozen=True)
class LivesOn:
    """Where a unit lives on: in units of today, or, without successor, where its past counts.

    `heirs` are the units of today that took over the communes under it.
    """

    now: tuple[Portrait, ...] = ()
    ended: Portrait | None = None
    counts_under: Portrait | None = None
    heirs: tuple[Portrait, ...] = ()


@dataclass(frozen=True)
class Successors:
    """Who took over from a unit, and from those under it, before they have names."""

    unit: int
    on: date
    rows: Sequence[tuple[int | None, int, int | None]]

    @property
    def units(self) -> set[int]:
        """Return every unit that may be named."""
        return {each for _, unit, above in self.rows for each in (unit, above) if each}

    def told(self, album: Album) -> LivesOn:
        """Return where the unit lives on."""
        shown = album.on(self.on, self.units)
        last = [shown[each] for each in self._last(self.unit)]
        now = tuple(each for each in last if each.is_open(self.on))
        if now:
            return LivesOn(now)
        ended = next((each for each in last if each.closed_on and each.closed_on <= self.on), None)
        if ended is None or ended.parent is None:
            return LivesOn()
        return LivesOn((), ended, shown[ended.parent], self._heirs(album, shown))

    def _last(self, unit: int) -> list[int]:
        """Return the last in each line of those who took over from a unit."""
        takers: dict[int | None, list[int]] = defaultdict(list)
        for old, new, _ in self.rows:
            takers[old].append(new)
        line = [unit]
        for each in line:
            line += [new for new in takers[each] if new not in line]
        return [each for each in line if not takers[each]]

    def _heirs(self, album: Album, shown: dict[int, Portrait]) -> tuple[Portrait, ...]:
        last_day = shown[self.unit].last_day or self.on
        below = {unit for old, unit, _ in self.rows if old is None} - {self.unit}
        communes = [
            pk for pk, each in album.on(last_day, below).items() if each.kind == Kind.COMMUNE
        ]
        lived: Iterable[int] = {last for commune in communes for last in self._last(commune)}
        heirs = [shown[each] for each in lived if shown[each].is_open(self.on)]
        return tuple(sorted(heirs, key=lambda heir: alphabetical(heir.name)))


def successors(unit: int, *, on: date) -> Successors:
    """Return who took over from a unit by a day; one SELECT."""
    with connection.cursor() as cursor:
        cursor.execute(_statement(), [unit, unit, on, on, on, on])
        return Successors(unit, on, cursor.fetchall())
