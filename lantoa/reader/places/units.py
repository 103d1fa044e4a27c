"""Which unit a figure speaks of: the names that stand on the chart of the document's day."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lantoa.figures.words import fold
from lantoa.reader.places.proposal import Reason, Sureness
from lantoa.reading import FoundFigure
from lantoa.reading.folding import fold as spelled
from lantoa.units.models import PARTY_KINDS
from lantoa.units.queries import Portrait

PREFIX = re.compile(r"^(?:dang bo|dang uy|chi bo|ban chap hanh dang bo|uy ban nhan dan|ubnd|cb) ")
PLACE = re.compile(
    r"^(?:tinh|thanh pho|tp|huyen|thi xa|quan|xa|phuong|thi tran|dac khu|khom|ap|thon|ban|"
    r"khu pho|to dan pho) "
)
SIMULATED = re.compile(r" *\(.*?\)$")
COMMITTEE = {"huyện ủy": "huyen", "thành ủy": "thanh pho", "tỉnh ủy": "tinh", "thị ủy": "thi xa"}
KIND = re.compile(
    r"(?<!\w)(?:đảng bộ|đảng ủy|chi bộ|cb|huyện ủy|thành ủy|tỉnh ủy|thị ủy|huyện|thành phố|"
    r"thị xã|thị trấn|tỉnh|xã|phường|đặc khu|khóm|ấp|thôn|trường)(?= \w)"
)
NAME = re.compile(r" [\w ./-]{1,60}")
SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")
ANNEX = re.compile(r"^\s*(?:PHỤ LỤC|Phụ lục)", re.MULTILINE)
MOST_WORDS = 7


@dataclass
class KnownUnits:
    """The units that a user may see, by every way in which a text may name them."""

    home: Portrait
    """The unit on whose page the document is read."""
    by_name: dict[str, Portrait | None] = field(default_factory=dict)

    @classmethod
    def of(cls, home: Portrait, units: Iterable[Portrait]) -> "KnownUnits":
        """Return the names of some units; one that two of them bear names neither.

        A unit that was not at work on the day of its portrait is known only by names that no
        other bears: people write of the past, too.
        """
        known, listed = cls(home), list(units)
        at_work = [unit for unit in listed if unit.is_open(unit.day)]
        for unit in at_work:
            for name in names_of(unit):
                known._know(name, unit)
        past = cls(home)
        for unit in (each for each in listed if not each.is_open(each.day)):
            for name in names_of(unit):
                past._know(name, unit)
        known.by_name = past.by_name | known.by_name
        return known

    def _know(self, name: str, unit: Portrait) -> None:
        held = self.by_name.get(name, unit)
        if held is None or held.pk == unit.pk:
            self.by_name[name] = held and unit
            return
        ranks = (_rank(held), _rank(unit))
        self.by_name[name] = None if ranks[0] == ranks[1] else min((held, unit), key=_rank)

    def named(self, words: str) -> Portrait | None:
        """Return the unit that some words begin with, the longest name first."""
        listed = fold(words).split()[:MOST_WORDS]
        for count in range(len(listed), 0, -1):
            if unit := self.by_name.get(" ".join(listed[:count])):
                return unit
        return None


def names_of(unit: Portrait) -> set[str]:
    """Return how a text may name a unit: in full, without "đảng bộ", and without "xã"."""
    full = SIMULATED.sub("", fold(unit.name))
    place = PREFIX.sub("", full)
    short = PLACE.sub("", place)
    return {full, place} | ({short} if len(short) > 3 and not short.isdigit() else set())


def _rank(unit: Portrait) -> int:
    """Return which of two units of one name a text means: the Party's before others."""
    return 0 if unit.kind in PARTY_KINDS else 1


@dataclass(frozen=True)
class NamedUnits:
    """Where a text names known units."""

    known: KnownUnits
    places: list[int]
    units: list[Portrait]
    breaks: list[int]
    body: int
    """Where the annexes begin, which name every unit of a list."""

    @classmethod
    def of(cls, text: str, known: KnownUnits) -> "NamedUnits":
        """Return the places of a text at which known units are named."""
        places, units = [], []
        for place, unit in named_in(text, known):
            places.append(place)
            units.append(unit)
        breaks = [each.start() for each in SENTENCE_END.finditer(text)]
        annex = ANNEX.search(text)
        return cls(known, places, units, breaks, annex.start() if annex else len(text))

    def of_figure(self, figure: FoundFigure) -> Reason[Portrait]:
        """Return the unit of a figure: named before it in its sentence, or most often at all."""
        sentence = bisect_right(self.breaks, figure.start)
        start = self.breaks[sentence - 1] if sentence else 0
        before = bisect_right(self.places, figure.start) - 1
        if before >= 0 and self.places[before] >= start:
            unit = self.units[before]
            sure = Sureness.SURE if unit.is_open(unit.day) else Sureness.LIKELY
            return Reason(unit, f"câu này nêu “{unit.full_name}”", sure)
        return self.of_document()

    def of_document(self) -> Reason[Portrait]:
        """Return the unit that a document names most often before its annexes, else at all."""
        body = [
            unit for place, unit in zip(self.places, self.units, strict=True) if place < self.body
        ]
        counted = Counter(unit.pk for unit in body or self.units)
        if not counted:
            home = self.known.home
            return Reason(home, f"tài liệu không nêu đơn vị nào khác {home.name}", Sureness.GUESSED)
        most, times = counted.most_common(1)[0]
        unit = next(each for each in self.units if each.pk == most)
        return Reason(unit, f"tài liệu nêu “{unit.name}” {times} lần", Sureness.LIKELY)


def named_in(text: str, known: KnownUnits) -> Iterator[tuple[int, Portrait]]:
    """Yield the known units that a text names, with their places in it."""
    folded, last, end = spelled(text), None, 0
    for found in KIND.finditer(folded.low):
        name = NAME.match(folded.low, found.end())
        unit = _unit_named(found.group(), name.group() if name else "", known)
        if unit is None or (last == unit.pk and found.start() - end <= len(" bộ ")):
            continue  # "chi bộ ấp Đông" names one unit once
        last, end = unit.pk, found.end()
        yield folded.origin(found.start()), unit


def _unit_named(kind: str, name: str, known: KnownUnits) -> Portrait | None:
    """Return the unit that a kind and the words behind it name."""
    if kind in COMMITTEE:
        return known.named(f"{COMMITTEE[kind]} {name}")
    if kind in {"đảng bộ", "đảng ủy", "chi bộ", "cb"}:
        full = {"đảng ủy": "đảng bộ", "cb": "chi bộ"}.get(kind, kind)
        return known.named(f"{full} {name}") or known.named(name)
    return known.named(f"{kind} {name}")


def names_any(text: str) -> bool:
    """Tell whether a text names a unit at all, known or not."""
    return KIND.search(spelled(text).low) is not None
