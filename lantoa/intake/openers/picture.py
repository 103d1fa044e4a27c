"""Opening a picture: written anew, so that nothing but what is to be seen is kept."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from lantoa.intake.answer import FileContents
from lantoa.intake.limits import LONGEST_SIDE, MOST_PIXELS
from lantoa.intake.refusal import Unreadable

KNOWN = {"JPEG", "PNG", "WEBP"}
NO_PICTURE = (
    "không phải ảnh (JPG, PNG, WebP) hay tệp PDF như tên gọi. "
    "Hãy chọn đúng tệp ảnh chụp hoặc bản quét."
)

Image.MAX_IMAGE_PIXELS = None  # checked here: Pillow refuses only what is twice as large


def opened(content: bytes) -> FileContents:
    """Return a picture upright, at most so large, as a JPEG; raises Unreadable for what is none."""
    upright = _upright(content)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = BytesIO()
    upright.save(written, "JPEG", quality=85)
    return FileContents(None, written.getvalue())


def _upright(content: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(content)) as picture:
            if picture.format not in KNOWN:
                raise UnidentifiedImageError
            if picture.width * picture.height > MOST_PIXELS:
                raise Unreadable("có cỡ ảnh quá lớn. Hãy chụp lại cỡ nhỏ hơn.")
            return ImageOps.exif_transpose(picture).convert("RGB")
    except Unreadable:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise Unreadable(NO_PICTURE) from None
