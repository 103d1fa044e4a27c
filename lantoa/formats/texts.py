"""Short texts as they are kept, and what none of them may hold, each sentence said once."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from lantoa.figures.words import composed
from lantoa.formats.lines import not_secret, readable

IDENTITY_NUMBER = re.compile(r"(?<!\d)0\d{11}(?!\d)", re.ASCII)
"""Twelve digits beginning with 0: a citizen's identity number, which is never kept here."""

no_identity_number = RegexValidator(
    IDENTITY_NUMBER,
    "Trong ô này có số giống số căn cước. Xin không ghi số giấy tờ của người dân.",
    code="identity_number",
    inverse_match=True,
)

TWELVE_DIGITS = re.compile(r"(?<!\d)\d{12}(?!\d)", re.ASCII)
"""Twelve digits in a row, whatever the first: in free text likely a number of papers."""

no_twelve_digits = RegexValidator(
    TWELVE_DIGITS,
    "Trong ô này có 12 chữ số liền, giống số căn cước. Xin không ghi số giấy tờ của người dân; "
    "nếu là số tiền, hãy viết có dấu chấm.",
    code="identity_number",
    inverse_match=True,
)


def phrase(text: str) -> str:
    """Return a text of one line as it is kept; raises ValidationError for what none may hold."""
    kept = composed(text)
    for refuse in (readable, not_secret, no_identity_number):
        refuse(kept)
    return kept


def matter_text(text: str, *, longest: int, missing: str) -> str:
    """Return a free text as it is kept; raises ValidationError where it may not be kept here.

    Nothing at all, more letters than `longest`, what looks like a number of papers, and what bears
    a degree of secrecy is refused.
    """
    kept = composed(text)
    if not kept:
        raise ValidationError(missing)
    if len(kept) > longest:
        raise ValidationError(f"Dài {len(kept)} chữ cái, tối đa {longest}. Hãy viết gọn lại.")
    kept = phrase(kept)
    no_twelve_digits(kept)
    return kept
