"""Reading a file that somebody hands in as proof."""

import hashlib
from dataclasses import dataclass

from lantoa.intake import apart, limits
from lantoa.intake.refusal import Busy, CameToHarm, Unreadable

PICTURE, PAPER = "lantoa.intake.openers.picture", "lantoa.intake.openers.paper"


@dataclass(frozen=True)
class FitFile:
    """A file fit to be kept: its sort, what is to be seen of it, and the fingerprint of both."""

    media_type: str
    suffix: str
    content: bytes
    sent_sha256: str
    """Of the file as the person sent it, which is not kept."""

    @property
    def sha256(self) -> str:
        """Return the fingerprint of what is kept and shown."""
        return hashlib.sha256(self.content).hexdigest()


def proof_of(content: bytes, *, title: str) -> FitFile:
    """Return what is to be seen of a file: a picture written anew, a PDF as pictures of its pages.

    Raises Unreadable, naming the file, where it is too large, or neither, whatever its name; Busy
    where too many files are being opened.
    """
    try:
        return _proof(content)
    except (CameToHarm, Busy) as refusal:
        raise type(refusal)(f"“{title}”: {refusal}") from None
    except Unreadable as refusal:
        raise Unreadable(f"“{title}” {refusal}") from None


def _proof(content: bytes) -> FitFile:
    if len(content) > limits.LARGEST_PROOF:
        raise Unreadable("lớn hơn 10 MB. Hãy chụp lại với cỡ ảnh nhỏ hơn.")
    sent = hashlib.sha256(content).hexdigest()
    if b"%PDF-" in content[:1024]:
        pages = apart.opened(PAPER, content, within=limits.PAGES).content
        return FitFile("application/pdf", ".pdf", pages, sent)
    written = apart.opened(PICTURE, content, within=limits.PICTURE).content
    return FitFile("image/jpeg", ".jpg", written, sent)
