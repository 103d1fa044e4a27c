"""The words that reading knows, kept as plain lists in `words/`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import NamedTuple

from lantoa.reading.folding import plain

FIRST_WORD = re.compile(r"^\w+")
NO_NOUN = "no noun"
SCHOOLS = (("sĩ", "sỹ"), ("kỷ", "kỉ"), ("kỹ", "kĩ"), ("ký", "kí"), ("lý", "lí"), ("ty", "ti"))
"""Spellings between which both the schools and the offices are divided."""

Endings = Mapping[str, frozenset[str]]
"""Phrases by their last word, which tells at once where none of them stands."""


class Noun(NamedTuple):
    """A noun that can be counted: its unit, "" for no noun, and whether number words count it."""

    unit: str
    counted_in_words: bool


def _sections(name: str) -> Iterator[tuple[str, str]]:
    """Yield (section, word) pairs of a word list."""
    section = ""
    for line in files("lantoa.reading.words").joinpath(name).read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            yield from ((section, word.strip()) for word in line.split(";") if word.strip())


def _nouns() -> dict[str, Noun]:
    """Return every noun with its unit."""
    return {
        spelled: Noun("" if unit == NO_NOUN else unit, counted_in_words=not word.startswith("~"))
        for unit, word in _sections("nouns.txt")
        for spelled in _spellings(plain(word.removeprefix("~")))
    }


def _spellings(word: str) -> Iterator[str]:
    """Yield a word as both schools write it: chiến sĩ and chiến sỹ, kỷ niệm and kỉ niệm."""
    yield word
    for one, other in SCHOOLS:
        if one in word:
            yield word.replace(one, other)


def _labels() -> dict[str, frozenset[str]]:
    """Return the words that stand beside a number, by what they do to it."""
    kinds: dict[str, set[str]] = {}
    for kind, word in _sections("labels.txt"):
        kinds.setdefault(kind, set()).add(plain(word))
    return {kind: frozenset(words) for kind, words in kinds.items()}


def by_last_word(phrases: Iterable[str]) -> Endings:
    """Return phrases by the word with which they end."""
    endings: dict[str, set[str]] = {}
    for phrase in phrases:
        endings.setdefault(phrase.split(" ")[-1], set()).add(phrase)
    return {word: frozenset(alike) for word, alike in endings.items()}


def _lengths(nouns: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return how long the nouns are that begin alike, the longest first.

    Alike are those with one first word, and one letter of the second if there is a second.
    """
    lengths: dict[str, set[int]] = {}
    for noun in nouns:
        first = FIRST_WORD.findall(noun)[0]
        lengths.setdefault(noun[: len(first) + 2], set()).add(len(noun))
    for beginning, known in lengths.items():
        known |= lengths.get(FIRST_WORD.findall(beginning)[0], set())
    return {beginning: tuple(sorted(known, reverse=True)) for beginning, known in lengths.items()}


NOUNS = _nouns()
NOUN_LENGTHS = _lengths(NOUNS)
LABELS = _labels()
ENDINGS = {kind: by_last_word(phrases) for kind, phrases in LABELS.items()}
