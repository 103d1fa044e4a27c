"""What the simulated commune states of its area, year by year."""

from datetime import date
from typing import NamedTuple

from lantoa.demonstration.operations.moments import moment
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.people.models import User
from lantoa.records.indicators import operations as indicators
from lantoa.records.indicators.models import Indicator, Sort


class Stated(NamedTuple):
    """One invented number: its sort, its day, and the number with the decimals of its sort."""

    sort: str
    day: date
    value: int
    whole: int | None = None


STATED = (
    Stated("poor-household-rate", date(2024, 12, 31), 214),
    Stated("poor-household-rate", date(2025, 12, 31), 171),
    Stated("national-standard-schools", date(2024, 12, 31), 6, 9),
    Stated("national-standard-schools", date(2025, 12, 31), 7, 9),
    Stated("left-poverty", date(2025, 12, 31), 14),
    Stated("left-near-poverty", date(2025, 12, 31), 22),
)


def state_indicators(commune: Commune, *, by: User) -> None:
    """State the numbers of each year early in the next."""
    sorts = {sort.code: sort for sort in Sort.objects.all()}
    for stated in STATED:
        entry = Indicator(
            unit=commune.bodies["UBND"],
            key=f"mau.{stated.sort}.{stated.day.year}",
            first_day=stated.day,
            last_day=stated.day,
            sort=sorts[stated.sort],
            value=stated.value,
            whole=stated.whole,
        )
        indicators.record(by=by, at=moment(date(stated.day.year + 1, 1, 9)), entry=entry)
