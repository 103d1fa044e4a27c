"""The order in which Vietnamese dictionaries put words."""

import re
import unicodedata

LETTERS = {letter: rank for rank, letter in enumerate(" 0aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
"""What may come in a name, in order; 0 stands for every number."""
TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Huyền, hỏi, ngã, sắc, nặng: combining marks, in the order of the dictionaries."""
PIECE = re.compile(r"\d+|\D")


def alphabetical(text: str) -> tuple[object, ...]:
    """Return the key by which people look for a name in a list.

    Letters come first (a, ă, â, b, c, d, đ …), then tones (none, huyền, hỏi, ngã, sắc, nặng), as
    the Vietnamese rules of the Unicode CLDR have it; numbers stand by their value, so that the
    second cell comes before the tenth. Large and small letters are the same.
    """
    spread = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(mark for mark in spread if mark not in TONES)
    letters = PIECE.findall(unicodedata.normalize("NFC", bare))
    return tuple(map(_rank, letters)), tuple(map(TONES.find, spread)), text


def _rank(piece: str) -> tuple[int, int]:
    if piece[0].isdecimal():
        return LETTERS["0"], int(piece)
    return LETTERS.get(piece, len(LETTERS)), ord(piece)
