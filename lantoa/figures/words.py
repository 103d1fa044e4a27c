"""Text as it is kept, and as people search for it: without marks and without capitals."""

import re
import unicodedata
from collections.abc import Sequence

UNREADABLE = {"Cc", "Cs", "Co", "Cn"}
"""Control characters, halves of characters, and those that Unicode gives no meaning."""
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Fillers and selectors of variants: letters and marks by their class, and nothing to the eye."""
PLAIN_D = str.maketrans("đĐ", "dD")


def fold(text: str) -> str:
    """Return text for searching: "Thoại Sơn" and "thoai  son" fold to the same."""
    spread = unicodedata.normalize("NFD", text.translate(PLAIN_D))
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence names several things: "A, B và C"."""
    return " và ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def composed(text: str) -> str:
    """Return text as it is kept: in NFC, with single spaces, without signs that nobody sees.

    What is not seen is dropped and not refused: signs of no width, marks that turn the direction of
    writing and selectors of variants come along with text that is copied from elsewhere, and nobody
    could find them to mend them. What stands afterwards is what reads from left to right.
    """
    if not text.isprintable():
        text = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", text)).split())


def is_readable(text: str) -> bool:
    """Tell whether every character stands for something that can be shown.

    What is not readable is refused and not dropped: it stands where a letter was lost.
    """
    return text.isprintable() or UNREADABLE.isdisjoint(map(unicodedata.category, text))
