"""Files that people hand in as proof: opened apart to know what they are, before they are kept."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from lantoa.intake.proofs import proof_of
from lantoa.intake.refusal import Unreadable


@dataclass(frozen=True)
class KeptFile:
    """A file fit to be kept: its name, what it really is, its bytes, and of which file it shows."""

    title: str
    media_type: str
    suffix: str
    content: bytes
    sent_sha256: str = ""
    """The fingerprint of the file that was sent; empty where it is not known."""


def read_paper(*, title: str, content: bytes) -> KeptFile:
    """Return what is to be seen of a file, fit to be kept as proof.

    Pictures are written anew and papers become pictures of their pages, so that no place, name,
    script or hidden word is kept. Raises ValidationError for a file that is too large, or is no
    picture and no PDF, whatever its name.
    """
    try:
        proof = proof_of(content, title=title)
    except Unreadable as refusal:
        raise ValidationError(str(refusal)) from None
    return KeptFile(title[:200], proof.media_type, proof.suffix, proof.content, proof.sent_sha256)
