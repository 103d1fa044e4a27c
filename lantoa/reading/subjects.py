"""What a figure speaks of, in a few of the text's own words, and the period it names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter

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
    """The periods that the sentences of a text name, and where the sentences break."""

    folded: Folded
    breaks: list[int] = field(default_factory=list)
    named: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    """By the number of their sentence, where periods stand."""

    def __post_init__(self) -> None:
        """Read the text once."""
        low = self.folded.low
        self.breaks = [found.start() for found in BREAK.finditer(low)]
        for start, end in _periods(low):
            sentence = bisect_left(self.breaks, start)
            period = (start, PREFIX.sub("", low[start:end]))
            self.named.setdefault(sentence, []).append(period)

    def period_at(self, place: int) -> str | None:
        """Return the period named last before a place in its sentence, else first after it."""
        periods = self.named.get(bisect_left(self.breaks, place))
        if periods is None:
            return None
        following = bisect_right(periods, place, key=itemgetter(0))
        return periods[max(0, following - 1)][1]


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
