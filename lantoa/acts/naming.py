"""Which unit a code names in a decision."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from lantoa.acts.loading import bearers
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import ONE_DAY, write_day
from lantoa.units.queries import Portrait, portraits

WIDTHS = (2, 3, 5)
"""How many digits the codes of provinces, districts and communes have; sheets drop noughts."""
ByCode = dict[str, list[Portrait]]


class Ambiguous(Exception):
    """A code that names no unit, or several; `message` says so."""

    def __init__(self, message: str) -> None:
        """Take the words for who wrote the code."""
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Bearers:
    """The units that bear some codes on the eve of a decision and on its first day, by code."""

    on: date
    on_eve: ByCode
    on_day: ByCode

    def unit(self, text: str) -> int:
        """Return the unit that a decision changes: who bears a code on the eve.

        One that began on the day itself is found where nobody bore its code before. Raises
        Ambiguous for a code of nobody, of a unit that ended, or of several; without its noughts a
        code may be that of several.
        """
        eve = self.on - ONE_DAY
        return self._one(text, _at_work(self.on_eve, text, eve) or self._at_work(text))

    def receiver(self, text: str) -> int:
        """Return the unit under which a decision puts others: it must still be there on the day.

        So where another decision of the same day ended who bore the code, it is who bears it since.
        Raises Ambiguous as `unit` does.
        """
        before = _at_work(self.on_eve, text, self.on - ONE_DAY)
        lasting = [each for each in before if each.is_open(self.on)]
        return self._one(text, lasting or self._at_work(text) or before)

    def _at_work(self, text: str) -> list[Portrait]:
        return _at_work(self.on_day, text, self.on)

    def _one(self, text: str, found: list[Portrait]) -> int:
        if len(found) == 1:
            return found[0].pk
        if found:
            names = ", ".join(sorted((_told(each, text) for each in found), key=alphabetical))
            raise Ambiguous(f"mã {text} do nhiều đơn vị mang: {names}.")
        if ended := _held(self.on_eve, text):
            eve = self.on - ONE_DAY
            raise Ambiguous(f"{ended[0].name} (mã {text}) {_absence(ended[0], eve)}.")
        raise Ambiguous(f"không có đơn vị nào mang mã {text}.")


def _told(unit: Portrait, text: str) -> str:
    return unit.name if unit.code == text else f"{unit.name} ({unit.code})"


def _held(by_code: ByCode, text: str) -> list[Portrait]:
    """Return who bears a code as it is written; if nobody, who bears it with noughts before."""
    padded = [unit for each in spellings(text) for unit in by_code.get(each, ())]
    return by_code.get(text) or padded


def _at_work(by_code: ByCode, text: str, on: date) -> list[Portrait]:
    return [each for each in _held(by_code, text) if each.is_open(on)]


def _absence(unit: Portrait, on: date) -> str:
    if unit.founded > on:
        return f"đến ngày {write_day(unit.founded)} mới thành lập"
    return f"đã kết thúc từ ngày {write_day(unit.closed_on)}" if unit.closed_on else "không còn"


def spellings(text: str) -> list[str]:
    """Return a code as it may have been meant: 1 for 01, 30682 for itself."""
    padded = [text.zfill(width) for width in WIDTHS] if text.isdecimal() else []
    return list(dict.fromkeys([text, *padded]))


def bearers_of(codes: Collection[str], *, on: date, within: set[int] | None = None) -> Bearers:
    """Return who bears some codes about a day; a fixed number of SELECTs."""
    found = bearers({spelling for code in codes for spelling in spellings(code)})
    units = found if within is None else found & within
    return Bearers(on, _by_code(units, on - ONE_DAY), _by_code(units, on))


def _by_code(units: Collection[int], on: date) -> ByCode:
    by_code: ByCode = {}
    for unit in portraits(units, on=on).values():
        by_code.setdefault(unit.code, []).append(unit)
    return by_code
