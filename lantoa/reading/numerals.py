"""Vietnamese numbers: the dot groups thousands, the comma opens decimals, words count too."""

import re
from decimal import Decimal

GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$")
DECIMAL = re.compile(r"[0-9]+,[0-9]+$")
POINT = re.compile(r"[0-9]+\.[0-9]+$")
FOREIGN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}$")
LONGEST = 24
"""More digits than this are no quantity that a report states."""

ONES = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
TENS = {"mười": 10, "mươi": 10, "chục": 10, "trăm": 100}
FILLERS = frozenset(("linh", "lẻ"))
NUMBER_WORDS = "|".join((*ONES, *TENS, *FILLERS))
SPELLED = re.compile(rf"(?:{NUMBER_WORDS})(?:[ ](?:{NUMBER_WORDS})){{0,9}}(?!\w)")

SCALES = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tr": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "chục": 10,
    "trăm": 100,
}


def read_digits(token: str) -> Decimal | None:
    """Return the number that digits with dots and commas write, or None if they write none.

    A number of documents or telephones betrays itself by two leading zeros or odd groups.
    """
    if len(token) > LONGEST or (token[0] == "0" and len(token) > 2 and token[1] != ","):
        return None
    if token.isascii() and token.isdigit():
        return Decimal(token)
    if GROUPED.match(token):
        return Decimal(token.replace(".", "").replace(",", "."))
    if DECIMAL.match(token):
        return Decimal(token.replace(",", "."))
    return Decimal(token.replace(",", "")) if FOREIGN.match(token) else None


def read_point(token: str) -> Decimal | None:
    """Return a number whose decimals follow a point, as some write it before % and tỷ."""
    fits = len(token) <= LONGEST and POINT.match(token)
    return Decimal(token) if fits else None


def read_words(low: str, place: int) -> tuple[Decimal, int] | None:
    """Return the number that words write at the place, and where it ends."""
    found = SPELLED.match(low, place)
    if found is None:
        return None
    total = _sum_of_words(found.group().split())
    return None if total is None else (Decimal(total), found.end())


def _sum_of_words(words: list[str]) -> int | None:
    """Add number words up; "hai ba" (two or three) is no number."""
    total, ones = 0, 0
    for word in words:
        if word in ONES:
            if ones:
                return None
            ones = ONES[word]
        elif word in TENS:
            total, ones = total + (ones or 1) * TENS[word], 0
    return total + ones
