"""The name of a key ("mã khóa"): letters that can be kept on paper and typed from it.

It is the first 160 bits of the SHA-256 of the public half, in eight groups of four letters with a
fifth that checks them. One wrong letter, two that changed places within a group, and two groups
that changed places are always noticed, and the group is told.
"""

import hashlib
import re

from django.core.exceptions import ValidationError

from lantoa.people.operations import PLAIN_LETTERS

GROUPS, IN_GROUP = 8, 4
BITS = 5 * GROUPS * IN_GROUP
GAPS = re.compile(r"[\s.\-–—]+")


class Misspelt(ValidationError):
    """What was typed is no name of a key; the words say in which group the mistake is."""


def name_of(public: bytes) -> str:
    """Return the name of a key by its public half."""
    number = int.from_bytes(hashlib.sha256(b"lantoa key 1\n" + public).digest()[: BITS // 8], "big")
    values = [number >> shift & 31 for shift in range(BITS - 5, -1, -5)]
    groups = [values[at : at + IN_GROUP] for at in range(0, len(values), IN_GROUP)]
    return "-".join(
        "".join(PLAIN_LETTERS[each] for each in [*group, _check(place, group)]).upper()
        for place, group in enumerate(groups)
    )


def read_name(text: str) -> str:
    """Return the name that somebody typed, as it is written; raises Misspelt."""
    typed = GAPS.sub("", text).lower()
    length = IN_GROUP + 1
    groups = [typed[at : at + length] for at in range(0, len(typed), length)]
    for place, group in enumerate(groups[:GROUPS]):
        _refuse_misspelt(place, group)
    if len(typed) != GROUPS * length:
        raise Misspelt(
            f"Mã khóa có {GROUPS} nhóm, mỗi nhóm {length} chữ; mới đọc được {len(typed)} chữ."
        )
    return "-".join(groups).upper()


def _refuse_misspelt(place: int, group: str) -> None:
    shown, where = group.upper(), f"Nhóm thứ {place + 1} của mã khóa"
    if strange := [each for each in group if each not in PLAIN_LETTERS]:
        raise Misspelt(
            f"{where} (“{shown}”) có “{strange[0].upper()}”: mã khóa không dùng ký tự này "
            "(không có chữ L, chữ O, số 0, số 1)."
        )
    *letters, check = [PLAIN_LETTERS.index(each) for each in group]
    if len(letters) == IN_GROUP and _check(place, letters) != check:
        raise Misspelt(f"{where} (“{shown}”) gõ chưa đúng. Hãy so lại nhóm này với giấy đã ghi.")


def _check(place: int, letters: list[int]) -> int:
    """Return the letter that checks a group: a sum in the field of 32, weighted by position."""
    total = place
    for each in letters:
        total = _times(total ^ each)
    return total


def _times(value: int) -> int:
    """Multiply by x in the field of 32 elements that x^5 + x^2 + 1 makes."""
    return value << 1 ^ (37 if value & 16 else 0)
