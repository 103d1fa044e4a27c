"""Which days a figure speaks of: the period its sentence names, else that of the document."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantoa.figures.period import EARLIEST, LATEST, Period
from lantoa.reader.places.proposal import Reason, Sureness
from lantoa.reading import FoundFigure
from lantoa.reading.folding import plain
from lantoa.reading.typed import calendar_day

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
QUARTER = re.compile(r"quý (iv|i{1,3}|[1-4])\D{1,5}(\d{4})")
MONTHS = re.compile(r"(\d{1,2}) tháng( đầu| cuối)? năm (\d{4})")
MONTH = re.compile(r"tháng (\d{1,2})(?:/| năm )(\d{4})")
YEARS = re.compile(r"(\d{4}) ?- ?(\d{4})")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
STRETCH = re.compile(
    r"từ (?:ngày )?(\d{1,2})[/.](\d{1,2})[/.](\d{4}) đến (?:hết )?(?:ngày )?"
    r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})"
)
SPOKEN_DAY = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
WRITTEN_DAY = re.compile(r"(?<![\d/.\-])(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?![\d/])")
OTHER_BEFORE = re.compile(
    r"(?:số|từ|đến|chỉ thị|nghị quyết|kết luận|quyết định|kế hoạch|công văn|sơ đồ tổ chức)[^.;\n]*$"
)
OTHER_AFTER = (" của ", " về ")
TOP = 1500
"""How many characters from the top, and from the end, the day of a document stands in."""


def period_named(words: str) -> Period | None:
    """Return the days that words name: "quý II/2026", "6 tháng đầu năm 2026", "2021-2025"."""
    low = plain(words).strip()
    if found := STRETCH.search(low):
        return _stretch(*map(int, found.groups()))
    if found := QUARTER.search(low):
        return _months(int(found[2]), 3 * ROMAN[found[1]] - 2, 3 * ROMAN[found[1]])
    if found := MONTHS.search(low):
        count = int(found[1])
        last = (found[2] or "").strip() == "cuối"
        return _months(int(found[3]), 13 - count if last else 1, 12 if last else count)
    if found := MONTH.search(low):
        return _months(int(found[2]), int(found[1]), int(found[1]))
    if found := YEARS.search(low):
        return _years(int(found[1]), int(found[2]))
    found = YEAR.search(low)
    return _years(int(found[1]), int(found[1])) if found else None


def _months(year: int, first: int, last: int) -> Period | None:
    fits = EARLIEST.year <= year <= LATEST.year and 1 <= first <= last <= 12
    return Period.months(year, first, last) if fits else None


def _years(first: int, last: int) -> Period | None:
    if not EARLIEST.year <= first <= last <= LATEST.year:
        return None
    return Period(date(first, 1, 1), date(last, 12, 31))


def _stretch(*numbers: int) -> Period | None:
    first, last = calendar_day(*numbers[:3]), calendar_day(*numbers[3:])
    return Period(first, last) if first and last and first <= last else None


def day_of(text: str) -> date | None:
    """Return the day of a document: the first written out in full at its top or end.

    The ends of a period and the days of documents that it rests on are not its own day.
    """
    around = [STRETCH.sub(" ", plain(text[:TOP])), STRETCH.sub(" ", plain(text[-TOP:]))]
    for pattern in (SPOKEN_DAY, WRITTEN_DAY):
        for words in around:
            for found in pattern.finditer(words):
                day = calendar_day(*map(int, found.groups()))
                if day and not _of_another(words, found):
                    return day
    return None


def _of_another(words: str, found: re.Match[str]) -> bool:
    """Tell whether a day is that of a document, a chart or an end of something else."""
    before = words[max(0, found.start() - 40) : found.start()]
    return OTHER_BEFORE.search(before) is not None or words.startswith(OTHER_AFTER, found.end())


@dataclass(frozen=True)
class Periods:
    """The periods of one document: what it says of itself, and its day."""

    whole: Period | None
    day: date

    @classmethod
    def of(cls, text: str, figures: Sequence[FoundFigure], *, day: date) -> "Periods":
        """Return the periods of a document: a stretch it names, else what most figures say."""
        if found := STRETCH.search(plain(text[: 4 * TOP])):
            return cls(_stretch(*map(int, found.groups())), day)
        named = Counter(figure.period for figure in figures if figure.period)
        most = named.most_common(1)
        return cls(period_named(most[0][0]) if most else None, day)

    def of_figure(self, figure: FoundFigure) -> Reason[Period]:
        """Return the period of one figure."""
        if figure.period and (named := period_named(figure.period)):
            return Reason(named, f"câu này nói “{figure.period}”", Sureness.SURE)
        if self.whole:
            return Reason(self.whole, f"tài liệu nói về {self.whole}", Sureness.LIKELY)
        year = Period.year(self.day.year)
        return Reason(year, f"tài liệu năm {self.day.year}", Sureness.GUESSED)
