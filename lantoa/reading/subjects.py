"""What a figure speaks of, in a few of the text's own words, and the period it names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lantoa.reading.folding import Folded
from lantoa.reading.quantity import Quantity

REACH = 90
MOST_WORDS = 10
AFTER = re.compile(
    r"[ ,.;:()“”\"\n0-9%](?:(?<! )"
    r"|(?:được|có|tham gia|tham dự|với|và|đạt|cho|đã|là|để|do|trị giá|chiếm|tăng|giảm)(?!\w))"
)
BEFORE = re.compile(r"(?:.*[.;:()“”\"\n0-9%,])?", re.DOTALL)
VERBS = frozenset(
    ("đạt", "là", "có", "được", "với", "chiếm", "còn", "từ", "gồm", "bằng", "trên", "hết", "cho")
)
QUARTER = r"quý (?:iv|i{1,3}|[1-4])"
YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[ ]?-[ ]?20[0-9]{2})?(?!\w)")
LED_TO = re.compile(
    rf"(?:(?:[0-9]{{1,2}} tháng(?: đầu| cuối)? |{QUARTER} |tháng [0-9]{{1,2}} )?năm "
    rf"|{QUARTER}/|tháng [0-9]{{1,2}}/|giai đoạn |nhiệm kỳ |chuyên đề )$"
)
"""The words that make a year behind them a period."""
LONGEST_LED_TO = 24
BREAK = re.compile(r"[.!?;\n](?:(?<=[;\n])|(?=\s|$))")
PREFIX = re.compile(r"^(?:năm|giai đoạn|nhiệm kỳ|chuyên đề) ")


@dataclass(slots=True)
class Calendar:
    """The periods that a text names, and where its sentences break."""

    folded: Folded
    places: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the text once."""
        for start, end in _periods(self.folded.low):
            self.places.append(start)
            self.names.append(PREFIX.sub("", self.folded.low[start:end]))
        self.breaks = [found.start() for found in BREAK.finditer(self.folded.low)]

    def period_at(self, place: int) -> str | None:
        """Return the period named last before a place in its sentence, else first after it."""
        sentence = bisect_left(self.breaks, place)
        start = self.breaks[sentence - 1] if sentence else 0
        end = self.breaks[sentence] if sentence < len(self.breaks) else len(self.folded.low)
        following = bisect_right(self.places, place)
        if following and self.places[following - 1] >= start:
            return self.names[following - 1]
        if following < len(self.places) and self.places[following] < end:
            return self.names[following]
        return None


def _periods(low: str) -> Iterator[tuple[int, int]]:
    """Yield where periods stand: the few years are looked for, then the words before each."""
    done = 0
    for years in YEARS.finditer(low):
        start, end = years.span()
        led = LED_TO.search(low, max(done, start - LONGEST_LED_TO), start)
        if led:
            yield led.start(), end
            done = end


def subject_of(folded: Folded, quantity: Quantity) -> str:
    """Return what is counted: the noun with its attributes, or the words before a bare number."""
    if quantity.noun is None:
        return _words_before(folded, quantity.start)
    start = quantity.noun.start
    stop = AFTER.search(folded.low, quantity.noun.end, start + REACH)
    return _first_words(folded.cased[start : stop.start() if stop else start + REACH])


def _first_words(phrase: str) -> str:
    """Return the first words of a phrase."""
    return " ".join(phrase.split()[:MOST_WORDS])


def _words_before(folded: Folded, end: int) -> str:
    """Return the clause before a place without the verbs that lead to the number."""
    start = max(0, end - REACH)
    clause = folded.cased[start:end].rstrip(" :(,")
    found = BEFORE.match(clause)
    words = clause[found.end() if found else 0 :].split()[-MOST_WORDS:]
    while words and words[-1].lower() in VERBS:
        words.pop()
    return " ".join(words)
