"""Text as it is kept, and as people search for it: without marks and without capitals."""

import unicodedata
from collections.abc import Sequence

UNREADABLE = {"Cc", "Cs", "Co", "Cn"}
"""Control characters, halves of characters, and those that Unicode gives no meaning."""
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
    """Return text as it is kept: in NFC, with single spaces, without signs that nobody sees."""
    if not text.isprintable():
        text = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_readable(text: str) -> bool:
    """Tell whether every character stands for something that can be shown."""
    return text.isprintable() or UNREADABLE.isdisjoint(map(unicodedata.category, text))
