"""Which noun is counted at a place of the text, and the unit that follows from it."""

import re
from dataclasses import dataclass

from lantoa.reading.vocabulary import NOUN_LENGTHS, NOUNS

WORD = re.compile(r"[ ]{0,3}([^\W\d_]\w*)")
AGENT = re.compile(r"(?!công )[^\W\d_]+(?: [^\W\d_]+)? viên(?!\w)")
IN_A_WORD = re.compile(r"\w")
PEOPLE_AND_BODIES = frozenset(
    ("person", "party_member", "household", "unit_org", "individual", "collective")
)
OCCASIONS = frozenset(("conference", "event"))
DIALOGUE = re.compile(r"[^.:;()\d\n]{0,40}?đối thoại(?!\w)")


@dataclass(slots=True)
class CountedNoun:
    """A noun as it stands in the text, with its unit."""

    start: int
    end: int
    unit: str
    counted_in_words: bool = True


def noun_at(low: str, place: int) -> CountedNoun | None:
    """Return the longest known noun that begins at the place, spaces apart."""
    word = WORD.match(low, place)
    if word is None:
        return None
    start = word.start(1)
    noun = _longest(low, start, word.group(1)) or _agent(low, start)
    if noun is None:
        return None
    if low.startswith("lượt", start):
        return _attendance(low, noun)
    if noun.unit in OCCASIONS:
        return _dialogue(low, noun)
    return noun


def _longest(low: str, start: int, first: str) -> CountedNoun | None:
    """Return the longest noun that begins at a place with its first word."""
    beginning = low[start : start + len(first) + 2]
    for length in NOUN_LENGTHS.get(beginning) or NOUN_LENGTHS.get(first, ()):
        written = low[start : start + length]
        noun, end = NOUNS.get(written), start + len(written)
        if noun is not None and not IN_A_WORD.match(low, end):
            return CountedNoun(start, end, *noun) if noun.unit else None
    return None


def _agent(low: str, place: int) -> CountedNoun | None:
    """Return a word ending in "viên", which names whoever does something: diễn viên."""
    found = AGENT.match(low, place)
    return CountedNoun(place, found.end(), "person") if found else None


def _attendance(low: str, turn: CountedNoun) -> CountedNoun:
    """Return "lượt" with the next noun; opinions and things stay what they are."""
    if turn.unit != "attendance":
        return turn
    following = noun_at(low, turn.end)
    if following is None:
        return turn
    unit = "attendance" if following.unit in PEOPLE_AND_BODIES else following.unit
    return CountedNoun(turn.start, following.end, unit)


def _dialogue(low: str, occasion: CountedNoun) -> CountedNoun:
    """Return the occasion; one spent in dialogue is a dialogue."""
    spoken = DIALOGUE.match(low, occasion.end)
    if spoken is None:
        return occasion
    near = spoken.end() - occasion.end <= len(" đối thoại")
    end = spoken.end() if near else occasion.end
    return CountedNoun(occasion.start, end, "dialogue", occasion.counted_in_words)
