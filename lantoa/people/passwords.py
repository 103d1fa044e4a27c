"""Passwords that are easily guessed in Viet Nam, and why each is refused.

No list of passwords is kept: what people put together is taken apart again. Marks, capitals and
letters written as digits are seen through; words, names, places, years, dates, telephone numbers
and rows of keys are taken away; too little may not be left.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError

from lantoa.figures.words import fold

LEAST_LEFT = 5
"""Letters and digits that must remain when all that many people use is taken away."""
LEAST_DIFFERENT = 5
DISGUISES = str.maketrans({"@": "a", "4": "a", "0": "o", "1": "i", "3": "e", "5": "s", "$": "s", "7": "t"})  # fmt: skip  # noqa: E501
ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb", "0147258369")  # fmt: skip  # noqa: E501
SHORTEST_RUN = 3
NUMBERS = re.compile(
    r"(?:84|0)[35789]\d{8}"  # telephones
    r"|(?:0?[1-9]|[12]\d|3[01])(?:0?[1-9]|1[0-2])(?:19|20)?\d\d"  # days of birth
    r"|(?:19|20)\d\d|(\d)\1+"  # years, one digit repeated
)
ADVICE = "Hãy ghép vài từ không liên quan với nhau mà chỉ mình bạn nghĩ ra."
REPEATED = f"Mật khẩu này chỉ lặp lại vài ký tự. {ADVICE}"
DIGITS = f"Mật khẩu chỉ có chữ số, như số điện thoại hay ngày sinh, rất dễ đoán. {ADVICE}"
COMMON = f"Mật khẩu này chỉ ghép tên, năm, dãy phím hay từ mà nhiều người dùng. {ADVICE}"
OF_THE_UNIT = f"Mật khẩu này ghép từ tên đơn vị, nơi ở hoặc tên của bạn. {ADVICE}"


class CommonHereValidator:
    """Refuses what is easily guessed here; the account's own names count as known to all."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raise ValidationError with the reason and what to do instead."""
        own = [getattr(user, "username", ""), getattr(user, "name", "")] if user else []
        bare = re.sub(r"[\W_]", "", fold(password))
        if len(set(password)) < LEAST_DIFFERENT or re.fullmatch(r"(.{1,5})\1+", password):
            raise ValidationError(REPEATED, code="repeated")
        if bare.isdecimal():
            raise ValidationError(DIGITS, code="digits")
        if is_common(password):
            raise ValidationError(COMMON, code="common")
        refuse_named(password, names=own)

    def get_help_text(self) -> str:
        """Say what to do instead."""
        return ADVICE


def refuse_named(password: str, *, names: Iterable[str]) -> None:
    """Raise ValidationError for a password made of some names, of a unit or a person."""
    if is_common(password, also=names):
        raise ValidationError(OF_THE_UNIT, code="named")


def is_common(password: str, *, also: Iterable[str] = ()) -> bool:
    """Tell whether too little is left of a password without what many people use.

    `also` are further names to take away, whole and word by word.
    """
    words = sorted({*_words(), *_parts(also)}, key=len, reverse=True)
    seen = re.sub(r"\s", "", fold(password))
    letters = seen.rstrip("0123456789!@#$%.*")
    return any(_left(each, words) < LEAST_LEFT for each in (seen, letters.translate(DISGUISES)))


def _left(text: str, words: list[str]) -> int:
    text = re.sub(r"[\W_]", "", text)
    for word in words:
        text = text.replace(word, " ")
    return len(_without_runs(NUMBERS.sub(" ", text)).replace(" ", ""))


def _without_runs(text: str) -> str:
    """Take away what lies side by side on a keyboard or in the alphabet, forth or back."""
    for run in _runs():
        text = text.replace(run, " ")
    return text


@cache
def _runs() -> list[str]:
    rows = [*ROWS, *(row[::-1] for row in ROWS)]
    found = {
        row[first:last]
        for row in rows
        for first in range(len(row))
        for last in range(first + SHORTEST_RUN, len(row) + 1)
    }
    return sorted(found, key=len, reverse=True)


@cache
def _words() -> frozenset[str]:
    held = json.loads((Path(__file__).parent / "words.json").read_text(encoding="utf-8"))
    sorts = ("field", "daily", "computers", "names", "places")
    told = [word for sort in sorts for word in held[sort].split("|")]
    return frozenset(word.replace(" ", "") for word in told)


def _parts(names: Iterable[str]) -> set[str]:
    """Return names as they stand in a password: whole, without marks, and each longer word."""
    folded = [re.sub(r"[\W_]", " ", fold(name)) for name in names]
    whole = {name.replace(" ", "") for name in folded}
    return {part for part in whole.union(*(name.split() for name in folded)) if len(part) > 2}
