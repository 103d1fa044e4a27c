"""Text as it is kept, and as people search for it: without marks and without capitals."""

import unicodedata
from collections.abc import Sequence

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
    """Return text in NFC with single spaces, the form in which it is kept."""
    return " ".join(unicodedata.normalize("NFC", text).split())
