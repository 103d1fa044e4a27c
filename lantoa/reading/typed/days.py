"""Days as people type them: the day first, whatever the machine believes."""

import re
from datetime import date

from lantoa.figures.period import EARLIEST, LATEST, OUTSIDE
from lantoa.figures.words import composed
from lantoa.reading.typed.mistyped import Mistyped

DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{4}|\d{2})", re.ASCII)
RUN_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
NO_YEAR = re.compile(r"\d{1,2}\s?[/.\-]\s?\d{1,2}", re.ASCII)
THIS_CENTURY = 2000


def read_day(text: str) -> date:
    """Return the day that a text writes: 3/10/2026, 3-10-26, 3.10.2026, 03102026 or 2026-10-03.

    Raises Mistyped for a day that is not in the calendar or that nobody asks about, and for what is
    no day.
    """
    day, month, year = _parts(composed(text))
    try:
        found = date(year, month, day)
    except ValueError:
        raise Mistyped(f"Không có ngày {composed(text)} trong lịch. Hãy xem lại.") from None
    if not EARLIEST <= found <= LATEST:
        raise Mistyped(f"{composed(text)}: {OUTSIDE}")
    return found


def calendar_day(day: int, month: int, year: int) -> date | None:
    """Return a day that was found in a text; None where it is none that anybody asks about."""
    try:
        found = date(_full(year), month, day)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None


def _full(year: int) -> int:
    """Return the year that is meant: two digits mean one of this century."""
    return year + THIS_CENTURY if year < 100 else year


def _parts(text: str) -> tuple[int, int, int]:
    """Return (day, month, year) as typed; a year of two digits is one of this century."""
    if found := DAY_FIRST.fullmatch(text) or RUN_TOGETHER.fullmatch(text):
        day, month, year = found.groups()
    elif found := YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif NO_YEAR.fullmatch(text):
        raise Mistyped(f"“{text}” còn thiếu năm. Hãy ghi đủ, ví dụ 3/10/2026.")
    elif not text:
        raise Mistyped("Hãy ghi ngày.")
    else:
        raise Mistyped(f"Không đọc được ngày “{text}”. Hãy ghi ngày/tháng/năm: 3/10/2026.")
    return int(day), int(month), _full(int(year)) if len(year) == 2 else int(year)
