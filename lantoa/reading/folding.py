"""One form for every spelling of a text, with the way back to the places of the original."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
LOOSE = re.compile(rf"[\u0300-\u036f{INVISIBLE}]")
MARKED = re.compile(rf"[^\u0300-\u036f{INVISIBLE}]?[\u0300-\u036f]+|[{INVISIBLE}]+")

SAME_LENGTH = {
    "\u00a0": " ",
    "\u202f": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\t": " ",
    "\r": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2044": "/",
    "\u2215": "/",
    "\u0130": "I",
    "\u00d0": "Đ",
    "²": "2",
    "³": "3",
}
"""Characters that mean the same to a reader; the dotted İ would grow when made lower case."""

OTHER = re.compile(f"[{''.join(SAME_LENGTH)}]")
MAY_GO_ON = re.compile(r"\n[ ]*+[^\nA-ZĐ0-9+*•-]")
"""A line end that may stand in a sentence; most lines begin with a capital, a number or a sign."""
OLDER = re.compile(r"[ou](?:(?<=o)[àáảãạèéẻẽẹ]|(?<=u)(?<!qu)[ỳýỷỹỵ])(?!\w)")
ROWS = ("àèỳ", "áéý", "ảẻỷ", "ãẽỹ", "ạẹỵ")
NEWER = {"o": "òóỏõọ", "u": "ùúủũụ"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in one spelling: `cased` keeps capitals, `low` does not; both have one length."""

    original: str
    cased: str
    low: str
    marks: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)

    def origin(self, place: int) -> int:
        """Return where in the original the folded place begins."""
        if not self.marks:
            return place
        nearest = bisect_right(self.marks, place) - 1
        return self.origins[nearest] + place - self.marks[nearest]

    def after(self, place: int) -> int:
        """Return where in the original the character before the folded place ends."""
        if not self.marks or not place:
            return place
        end = self.origin(place - 1) + 1
        while end < len(self.original) and unicodedata.combining(self.original[end]):
            end += 1
        return end


def fold(text: str) -> Folded:
    """Return the text composed, with plain spaces and dashes and new spellings."""
    composed, marks, origins = _compose(text)
    cased = _without_breaks(_with_plain_signs(composed))
    return Folded(original=text, cased=cased, low=_lowered(cased), marks=marks, origins=origins)


def plain(words: str) -> str:
    """Return a few words in the form in which folded texts are searched."""
    return _lowered(_without_breaks(_with_plain_signs(_compose(words)[0])))


def plain_parts(text: str, places: Iterable[tuple[int, int]]) -> list[str]:
    """Return parts of a text, each in the form in which folded texts are searched."""
    if LOOSE.search(text):
        return [plain(text[start:end]) for start, end in places]
    signed = _with_plain_signs(text)
    return [_lowered(_without_breaks(signed[start:end])) for start, end in places]


def _lowered(cased: str) -> str:
    """Return a text in small letters and new spellings."""
    return OLDER.sub(_newer, cased.lower())


def _with_plain_signs(text: str) -> str:
    """Return a text with plain spaces and dashes."""
    if OTHER.search(text):
        for character, plain in SAME_LENGTH.items():
            text = text.replace(character, plain)
    return text


def _without_breaks(text: str) -> str:
    """Return a space for each line end in a sentence: the next line goes on in small letters."""
    if not MAY_GO_ON.search(text):
        return text
    first, *others = text.split("\n")
    parts = [first]
    before = first.rstrip(" ")[-1:] or ","
    for line in others:
        words = line.strip(" ")
        goes_on = words[:1].islower() and (before.isalnum() or before in {",", "%"})
        parts += (" " if goes_on else "\n", line)
        before = words[-1:]
    return "".join(parts)


def _newer(older: re.Match[str]) -> str:
    """Return hòa for hoà, ủy for uỷ: the mark moves to the glide, the length stays."""
    glide, marked = older.group()[0], older.group()[1]
    tone = next(place for place, row in enumerate(ROWS) if marked in row)
    return NEWER[glide][tone] + "aey"[ROWS[tone].index(marked)]


def _compose(text: str) -> tuple[str, list[int], list[int]]:
    """Join letters with their loose marks; keep where each later stretch began."""
    if not LOOSE.search(text):
        return text, [], []
    pieces: list[str] = []
    marks, origins = [0], [0]
    length = read = 0
    for found in MARKED.finditer(text):
        whole = _joined(found.group())
        pieces += (text[read : found.start()], whole)
        length += found.start() - read + len(whole)
        read = found.end()
        marks.append(length)
        origins.append(read)
    return "".join([*pieces, text[read:]]), marks, origins


def _joined(cluster: str) -> str:
    """Return one letter with its marks composed, or nothing for what cannot be seen."""
    return "" if cluster[0] in INVISIBLE else unicodedata.normalize("NFC", cluster)
