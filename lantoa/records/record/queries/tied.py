"""Asking with whom records were done, and in what a unit took part."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from lantoa.figures.period import Period
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.models import Tie
from lantoa.records.record.queries.cutting import Cut, told_by
from lantoa.units.queries import Album
from lantoa.units.queries.plain import believed

TIED = Prefetch("ties__rows", Tie.objects.select_related("unit", "movement"))
"""The ties of some records, in one more SELECT where any has ties."""


NAMING = (
    " AND last_day >= %s AND first_day <= %s "
    "AND ties_id IN (SELECT ties_id FROM record_tie WHERE unit_id = %s)"
)


def name_partners(rows: Iterable[Any], album: Album) -> None:
    """Let the ties of records know their partner units as these were on the day of the record."""
    tied = [row for row in rows if row.ties is not None]
    album.meet({unit.pk for row in tied for unit in row.ties.partners})
    for row in tied:
        shown = album.on(row.last_day, [unit.pk for unit in row.ties.partners])
        row.ties.named = list(shown.values())


def took_part(
    unit: int, kinds: Sequence[KindConfig], period: Period, as_known: datetime | None = None
) -> list[Cut]:
    """Return the records of other units in which one took part, latest first; one SELECT."""
    condition, moments = believed(as_known)
    found = told_by(kinds, (condition + NAMING, [*moments, period.first, period.last, unit]))
    listed = [each for rows in found.values() for each in rows]
    return sorted(listed, key=lambda each: (each.last_day, each.title), reverse=True)
