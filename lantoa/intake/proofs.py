"""Reading a file that somebody hands in as proof."""

from dataclasses import dataclass

from lantoa.intake import apart, limits
from lantoa.intake.refusal import CameToHarm, Unreadable

PICTURE, PAPER = "lantoa.intake.openers.picture", "lantoa.intake.openers.paper"


@dataclass(frozen=True)
class FitFile:
    """A file fit to be kept: what it really is, and its bytes."""

    media_type: str
    suffix: str
    content: bytes


def proof_of(content: bytes, *, title: str) -> FitFile:
    """Return a file fit to be kept as proof: a PDF as it is, a picture written anew.

    Raises Unreadable, naming the file, where it is too large, or neither, whatever its name.
    """
    try:
        return _proof(content)
    except CameToHarm as refusal:
        raise CameToHarm(f"“{title}”: {refusal}") from None
    except Unreadable as refusal:
        raise Unreadable(f"“{title}” {refusal}") from None


def _proof(content: bytes) -> FitFile:
    if len(content) > limits.LARGEST_PROOF:
        raise Unreadable("lớn hơn 10 MB. Hãy chụp lại với cỡ ảnh nhỏ hơn.")
    if content.startswith(b"%PDF-"):
        apart.opened(PAPER, content)
        return FitFile("application/pdf", ".pdf", content)
    written = apart.opened(PICTURE, content, within=limits.PICTURE).content
    return FitFile("image/jpeg", ".jpg", written)
