"""What stands to the left of a number: the words before it, and how exact they make it."""

from collections.abc import Container
from dataclasses import dataclass

from lantoa.reading.figure import Approximation
from lantoa.reading.folding import Folded

REACH = 64
"""How many characters before a number can say what it is."""

APPROXIMATIONS: dict[str, Approximation] = {
    "gần": "about",
    "khoảng": "about",
    "xấp xỉ": "about",
    "ước": "about",
    "ước đạt": "about",
    "ước tính": "about",
    "ngót": "about",
    "chừng": "about",
    "suýt soát": "about",
    "trên dưới": "about",
    "~": "about",
    "≈": "about",
    "hơn": "over",
    "trên": "over",
    "quá": "over",
    "không dưới": "over",
    "ít nhất": "over",
    "tối thiểu": "over",
    "ít nhất là": "over",
    "tối thiểu là": "over",
    "không ít hơn": "over",
    "không thấp hơn": "over",
    ">": "over",
    "≥": "over",
    "dưới": "under",
    "không quá": "under",
    "tối đa": "under",
    "tối đa là": "under",
    "nhiều nhất": "under",
    "chưa đầy": "under",
    "chưa đến": "under",
    "chưa tới": "under",
    "không đến": "under",
    "không vượt quá": "under",
    "<": "under",
    "≤": "under",
}
COMPARED = frozenset(("cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "tốt", "nhanh", "sớm", "chậm"))
SUPERIOR = frozenset(("cấp", "bên", "phía", "tuyến"))
OPENERS = "(“‘\"'[«•"
INSTITUTIONS = frozenset(("đảng", "nước", "dân", "trận"))
"""Last words of Đảng, Nhà nước, Nhân dân, Mặt trận: written large, and followed by no number."""
ROMAN = frozenset("IVXL")
STARTS = ".!?:;•*-+–“\"'(…"


@dataclass(slots=True)
class Left:
    """The line before a number: its last words in small letters, and the bare characters."""

    start: int
    line: str
    words: list[str]
    word: str
    """The word right before the number."""
    phrases: list[str]
    """The last three words, the last two, the last one."""
    before: str
    at_line_start: bool

    def ends_with(self, phrases: Container[str]) -> str:
        """Return the longest of the phrases that stands right before the number, or ""."""
        for phrase in self.phrases:
            if phrase in phrases:
                return phrase
        return ""

    def before_phrase(self, phrase: str) -> str:
        """Return the word that stands before a phrase that `ends_with` found."""
        count = phrase.count(" ") + 2
        return self.words[-count] if len(self.words) >= count else ""


def left_of(folded: Folded, start: int) -> Left:
    """Return what stands before a place, on the same line."""
    window = folded.low[start - REACH if start > REACH else 0 : start]
    line = window.rpartition("\n")[2]
    words = [word.lstrip(OPENERS) for word in line.rsplit(None, 4)[-4:]]
    opens = not words and (len(line) < len(window) or start <= REACH)
    if "" in words:
        words = [word for word in words if word]
    word = words[-1] if words else ""
    return Left(start, line, words, word, _phrases(words), line[-1:], opens)


def _phrases(words: list[str]) -> list[str]:
    """Return the last three words, the last two, the last one, as far as there are so many."""
    phrases = words[-1:]
    for word in words[-2:-4:-1]:
        phrases.insert(0, f"{word} {phrases[0]}")
    return phrases


def approximation(left: Left, low: str) -> tuple[Approximation, int]:
    """Return how exact the words before a number make it, and where they begin."""
    for phrase in left.phrases:
        kind = APPROXIMATIONS.get(phrase)
        if kind and not _compares(left, phrase):
            return kind, start_of(low, phrase.split()[0], left.start)
    sign = APPROXIMATIONS.get(left.before) if left.before in "~≈><≥≤" else None
    return (sign, left.start - 1) if sign else ("exact", left.start)


def _compares(left: Left, phrase: str) -> bool:
    """Tell whether "hơn" belongs to "cao hơn", "trên" to "cấp trên": the number itself is exact."""
    before = left.before_phrase(phrase)
    return (phrase == "hơn" and before in COMPARED) or (phrase == "trên" and before in SUPERIOR)


def start_of(low: str, word: str, end: int) -> int:
    """Return where the word last stands before a place."""
    return low.rfind(word, max(0, end - REACH), end)


def name_before(folded: Folded, left: Left, *, counts: bool) -> bool:
    """Tell whether a capitalised word, not the first of its sentence, touches the number.

    An abbreviation is no name: "kinh tế 52, QP-AN 24". Where all is in capitals, none shows, and
    only a number that counts no place or thing may belong to a name.
    """
    bare = left.line.rstrip()
    word = bare.rpartition(" ")[2]
    if not word or not word[-1].isalpha():
        return False
    place = left.start - len(left.line) + len(bare) - len(word)
    cased = folded.cased[place : place + len(word)]
    earlier = bare[: -len(word)].rstrip()
    if not (cased[:1].isupper() and earlier and earlier[-1] not in STARTS):
        return False
    if folded.cased[place - len(earlier) : place].isupper():
        return not counts
    return not _is_abbreviation(cased) and word not in INSTITUTIONS


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word is capitals only, and no Roman number."""
    return len(word) > 1 and word.isupper() and not ROMAN.issuperset(word)
