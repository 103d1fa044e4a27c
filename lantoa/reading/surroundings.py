"""What stands to the left of a number: the words before it, and how exact they make it."""

from dataclasses import dataclass

from lantoa.reading.figure import Approximation
from lantoa.reading.folding import Folded
from lantoa.reading.vocabulary import Endings, by_last_word

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
APPROXIMATE = by_last_word(APPROXIMATIONS)
COMPARED = frozenset(("cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "tốt", "nhanh", "sớm", "chậm"))
SUPERIOR = frozenset(("cấp", "bên", "phía", "tuyến"))
OPENERS = "(“‘\"'[«•"
NONE: frozenset[str] = frozenset()
INSTITUTIONS = frozenset(("đảng", "nước", "dân", "trận"))
"""Last words of Đảng, Nhà nước, Nhân dân, Mặt trận: written large, and followed by no number."""
ROMAN = frozenset("IVXL")
STARTS = ".!?:;•*-+–“\"'(…"


@dataclass(slots=True)
class Left:
    """The line before a number: its last words in small letters, and the bare characters."""

    start: int
    line: str
    word: str
    """The word right before the number."""
    before: str
    at_line_start: bool
    _words: list[str] | None = None

    @property
    def words(self) -> list[str]:
        """Return the last four words; they are needed for few numbers."""
        if self._words is None:
            self._words = _last_words(self.line)
        return self._words

    def ends_with(self, known: Endings) -> str:
        """Return the longest of the phrases that stands right before the number, or ""."""
        if self.word not in known:
            return ""
        endings = self.endings(known)
        return endings[0] if endings else ""

    def endings(self, known: Endings) -> list[str]:
        """Return those of the phrases that stand right before the number, the longest first."""
        alike = known.get(self.word, NONE)
        if len(alike) == 1 and self.word in alike:
            return [self.word]
        return [phrase for phrase in _phrases(self.words) if phrase in alike] if alike else []

    def before_phrase(self, phrase: str) -> str:
        """Return the word that stands before a phrase that `ends_with` found."""
        count, words = phrase.count(" ") + 2, self.words
        return words[-count] if len(words) >= count else ""


def left_of(folded: Folded, start: int) -> Left:
    """Return what stands before a place, on the same line."""
    window = folded.low[start - REACH if start > REACH else 0 : start]
    line = window.rpartition("\n")[2]
    word = _last_word(line)
    opens = not word and (len(line) < len(window) or start <= REACH)
    return Left(start, line, word, line[-1:], opens)


def _last_word(line: str) -> str:
    """Return the last word of a line, or "" if there is none near its end."""
    ends = line.rsplit(None, 1)
    word = ends[-1].lstrip(OPENERS) if ends else ""
    if ends and not word:
        return "".join(_last_words(line)[-1:])
    return word


def _last_words(line: str) -> list[str]:
    """Return the last four words of a line; signs that open nothing are none."""
    words = [word.lstrip(OPENERS) for word in line.rsplit(None, 4)[-4:]]
    return [word for word in words if word]


def _phrases(words: list[str]) -> list[str]:
    """Return the last three words, the last two, the last one, as far as there are so many."""
    phrases = words[-1:]
    for word in words[-2:-4:-1]:
        phrases.insert(0, f"{word} {phrases[0]}")
    return phrases


def approximation(left: Left, low: str) -> tuple[Approximation, int]:
    """Return how exact the words before a number make it, and where they begin."""
    if left.word in APPROXIMATE:
        for phrase in left.endings(APPROXIMATE):
            if not _compares(left, phrase):
                return APPROXIMATIONS[phrase], start_of(low, phrase.split()[0], left.start)
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
