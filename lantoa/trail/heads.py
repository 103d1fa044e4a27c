"""The head of a book: one short code that stands for all its lines ("mã đối chiếu")."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from lantoa.people.operations import PLAIN_LETTERS
from lantoa.trail.merkle import leaf

IN_GROUP = 4
FORM = "phiếu đối chiếu sổ 1"
DIGEST = 32


@dataclass(frozen=True)
class BookHead:
    """How many lines a book has, and the head of the tree over them."""

    home: UUID
    lines: int
    head: bytes

    @property
    def code(self) -> str:
        """Return the short code that people compare by eye: 80 bits of the head."""
        number = int.from_bytes(self.head[:10], "big")
        letters = [PLAIN_LETTERS[number >> shift & 31] for shift in range(75, -1, -5)]
        groups = ["".join(letters[at : at + IN_GROUP]) for at in range(0, 16, IN_GROUP)]
        return "-".join(groups).upper()


def leaf_of(digest: str) -> bytes:
    """Return the leaf of a line that has a digest."""
    return leaf(bytes.fromhex(digest))


def peaks_of(text: str) -> list[bytes]:
    """Return the peaks that a book keeps as text."""
    return [bytes.fromhex(each) for each in text.split()]


def peaks_as_text(peaks: Sequence[bytes]) -> str:
    """Return peaks as a book keeps them."""
    return " ".join(each.hex() for each in peaks)


def as_text(head: BookHead, *, unit: str, at: datetime) -> str:
    """Return a head as a file that can be mailed and kept elsewhere."""
    told = {
        "lantoa": FORM,
        "unit": unit,
        "book": str(head.home),
        "lines": head.lines,
        "head": head.head.hex(),
        "code": head.code,
        "at": at.isoformat(timespec="seconds"),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def read_head(text: str) -> BookHead:
    """Return the head that a file tells; raises ValidationError for what is none."""
    try:
        told = json.loads(text)
        found = BookHead(UUID(told["book"]), int(told["lines"]), bytes.fromhex(told["head"]))
        if told["lantoa"] != FORM or len(found.head) != DIGEST or found.lines < 0:
            raise ValueError
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise ValidationError("Tệp này không phải phiếu đối chiếu sổ của Lan Tỏa.") from None
    return found
