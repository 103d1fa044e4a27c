"""Which unit a code names on a day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import write_day
from lantoa.units.acts.loading import bearers
from lantoa.units.queries import Portrait, portraits

WIDTHS = (2, 3, 5)
"""How many digits the codes of provinces, districts and communes have; sheets drop noughts."""


class Ambiguous(Exception):
    """A code that names no unit, or several; `message` says so."""

    def __init__(self, message: str) -> None:
        """Take the words for who wrote the code."""
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Bearers:
    """The units that bear some codes on a day, those at work and those that ended."""

    on: date
    by_code: dict[str, list[Portrait]]

    def unit(self, text: str) -> int:
        """Return the one unit open on the day that bears a code.

        Raises Ambiguous for a code of nobody, of a unit that ended, or of several.
        """
        held = next((self.by_code[each] for each in spellings(text) if each in self.by_code), [])
        at_work = [each for each in held if each.is_open(self.on)]
        if len(at_work) == 1:
            return at_work[0].pk
        if at_work:
            names = ", ".join(sorted((each.name for each in at_work), key=alphabetical))
            raise Ambiguous(f"mã {text} do nhiều đơn vị mang: {names}.")
        if held:
            raise Ambiguous(f"{held[0].name} (mã {text}) {_absence(held[0], self.on)}.")
        raise Ambiguous(f"không có đơn vị nào mang mã {text}.")


def _absence(unit: Portrait, on: date) -> str:
    if unit.founded > on:
        return f"đến ngày {write_day(unit.founded)} mới thành lập"
    return f"đã kết thúc từ ngày {write_day(unit.closed_on)}" if unit.closed_on else "không còn"


def spellings(text: str) -> list[str]:
    """Return a code as it may have been meant: 1 for 01, 30682 for itself."""
    padded = [text.zfill(width) for width in WIDTHS] if text.isdigit() else []
    return list(dict.fromkeys([text, *padded]))


def bearers_of(codes: Collection[str], *, on: date, within: set[int] | None = None) -> Bearers:
    """Return who bears some codes on a day; a fixed number of SELECTs."""
    found = bearers({spelling for code in codes for spelling in spellings(code)})
    by_code: dict[str, list[Portrait]] = {}
    for unit in portraits(found if within is None else found & within, on=on).values():
        by_code.setdefault(unit.code, []).append(unit)
    return Bearers(on, by_code)
