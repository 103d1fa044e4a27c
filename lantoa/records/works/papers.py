"""Files that people hand in as proof: opened apart to know what they are, before they are kept."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from lantoa.intake.proofs import proof_of
from lantoa.intake.refusal import Unreadable


@dataclass(frozen=True)
class KeptFile:
    """A file fit to be kept: its name, what it really is, and its bytes."""

    title: str
    media_type: str
    suffix: str
    content: bytes


def read_paper(*, title: str, content: bytes) -> KeptFile:
    """Return a file fit to be kept as proof.

    Pictures are written anew, so that the place and the telephone in them are not kept. Raises
    ValidationError for a file that is too large, or is no picture and no PDF, whatever its name.
    """
    try:
        proof = proof_of(content, title=title)
    except Unreadable as refusal:
        raise ValidationError(str(refusal)) from None
    return KeptFile(title[:200], proof.media_type, proof.suffix, proof.content)
