"""Which noun is counted at a place of the text, and the unit that follows from it."""

import re
from dataclasses import dataclass

from lantoa.reading.vocabulary import NOUNS

PHRASE = re.compile(r"[ ]{0,3}([^\W\d_]\w*(?:[ ]?[-/][ ]?[^\W\d_]\w*|,?[ ]{1,2}[^\W\d_]\w*){0,5})")
AGENT = re.compile(r"(?!công )[^\W\d_]+(?: [^\W\d_]+)? viên(?!\w)")
BREAK = re.compile(r"\W+")
PEOPLE_AND_BODIES = frozenset(
    ("person", "party_member", "household", "unit_org", "individual", "collective")
)
OCCASIONS = frozenset(("conference", "event"))
DIALOGUE = re.compile(r"[^.:;()\d\n]{0,40}?đối thoại(?!\w)")


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun as it stands in the text, with its unit."""

    start: int
    end: int
    unit: str
    counted_in_words: bool = True


def noun_at(low: str, place: int) -> CountedNoun | None:
    """Return the longest known noun that begins at the place, spaces apart."""
    found = PHRASE.match(low, place)
    if found is None:
        return None
    noun = _longest(found.group(1), found.start(1)) or _agent(low, found.start(1))
    if noun is None:
        return None
    if low.startswith("lượt", noun.start):
        return _attendance(low, noun)
    if noun.unit in OCCASIONS:
        return _dialogue(low, noun)
    return noun


def _longest(phrase: str, start: int) -> CountedNoun | None:
    """Return the longest head of the phrase that is a noun."""
    ends = [len(phrase), *(gap.start() for gap in reversed([*BREAK.finditer(phrase)]))]
    for end in ends:
        noun = NOUNS.get(phrase[:end])
        if noun is not None:
            return CountedNoun(start, start + end, noun.unit, noun.counted_in_words)
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
