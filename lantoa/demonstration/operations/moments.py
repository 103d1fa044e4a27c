"""The moments at which the demonstration writes things down: fixed, so that it is repeatable."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
LAST_DAY = date(2026, 10, 31)
"""The last day of which the demonstration knows anything."""


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """Return a moment of a day in Vietnam."""
    return datetime.combine(day, time(hour, minute), tzinfo=HANOI)


WRITTEN_AT = moment(date(2026, 11, 2))
"""When units and figures of An Giang are written down."""
