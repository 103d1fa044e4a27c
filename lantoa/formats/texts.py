"""Short texts as they are kept, and what none of them may hold, each sentence said once."""

import re

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


def phrase(text: str) -> str:
    """Return a text of one line as it is kept; raises ValidationError for what none may hold."""
    kept = composed(text)
    for refuse in (readable, not_secret, no_identity_number):
        refuse(kept)
    return kept
