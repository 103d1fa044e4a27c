"""Files that people hand in as proof: opened to know what they are, before they are kept."""

from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from django.core.exceptions import ValidationError
from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST = 10 * 1024 * 1024
LONGEST_SIDE = 2400
MOST_PIXELS = 60_000_000
MOST_PAGES = 60
PICTURES = {"JPEG", "PNG", "WEBP"}

Image.MAX_IMAGE_PIXELS = None  # checked here: Pillow refuses only what is twice as large


@dataclass(frozen=True)
class Paper:
    """A file fit to be kept: its name, what it really is, and its bytes."""

    title: str
    media_type: str
    suffix: str
    content: bytes


def read_paper(*, title: str, content: bytes) -> Paper:
    """Return a file fit to be kept as proof.

    Pictures are written anew, so that the place and the telephone in them are not kept. Raises
    ValidationError for a file that is too large, or is no picture and no PDF, whatever its name.
    """
    if len(content) > LARGEST:
        raise ValidationError(f"“{title}” lớn hơn 10 MB. Hãy chụp lại với cỡ ảnh nhỏ hơn.")
    if content.startswith(b"%PDF-"):
        return _pdf(title, content)
    return _picture(title, content)


def _pdf(title: str, content: bytes) -> Paper:
    try:
        with pypdfium2.PdfDocument(content) as document:
            pages = len(document)
    except pypdfium2.PdfiumError:
        raise ValidationError(f"“{title}” không mở được: tệp PDF hỏng hoặc có mật khẩu.") from None
    if not 1 <= pages <= MOST_PAGES:
        raise ValidationError(f"“{title}” có {pages} trang; minh chứng tối đa {MOST_PAGES} trang.")
    return Paper(title[:200], "application/pdf", ".pdf", content)


def _picture(title: str, content: bytes) -> Paper:
    try:
        with Image.open(BytesIO(content)) as picture:
            if picture.format not in PICTURES:
                raise UnidentifiedImageError
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(f"“{title}” có cỡ ảnh quá lớn. Hãy chụp lại cỡ nhỏ hơn.")
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise ValidationError(
            f"“{title}” không phải ảnh (JPG, PNG, WebP) hay tệp PDF như tên gọi. "
            "Hãy chọn đúng tệp ảnh chụp hoặc bản quét."
        ) from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = BytesIO()
    upright.save(written, "JPEG", quality=85)
    return Paper(title[:200], "image/jpeg", ".jpg", written.getvalue())
