"""Opening a picture: its pixels set down anew, so that nothing but what is to be seen is kept."""

import warnings
from io import BytesIO

from pi_heif import register_heif_opener
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from lantoa.intake.answer import FileContents
from lantoa.intake.limits import (
    LONGEST_SIDE,
    MOST_PHONE_PIXELS,
    MOST_PIXELS,
    MOST_REDUCED_PIXELS,
)
from lantoa.intake.openers.kinds import TRUNCATED, unknown
from lantoa.intake.refusal import Unreadable

REDUCED = {"JPEG", "MPO"}
"""Decoded at a half, a quarter or an eighth of their size where that is enough."""
MOST_SENT = {
    **dict.fromkeys(REDUCED, MOST_REDUCED_PIXELS),
    "HEIF": MOST_PHONE_PIXELS,
}
KNOWN = {*REDUCED, "PNG", "WEBP", "HEIF"}
MOVING = "là ảnh động. Hãy chụp một ảnh đứng yên, hoặc lưu khung cần giữ thành ảnh JPG."
SIXTEEN_BITS = 256
SCREEN = ImageCms.createProfile("sRGB")

Image.MAX_IMAGE_PIXELS = None  # checked here: Pillow refuses only what is twice as large
register_heif_opener()


def opened(content: bytes) -> FileContents:
    """Return a picture upright, at most so large, as a JPEG; raises Unreadable for what is none."""
    warnings.simplefilter("ignore")
    seen = _seen(content)
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = BytesIO()
    _pixels_alone(_as_on_screen(seen)).save(written, "JPEG", quality=85)
    return FileContents(None, written.getvalue())


def _seen(content: bytes) -> Image.Image:
    """Return a picture as it is looked at; how many pixels it has is known before any is read."""
    try:
        picture = Image.open(BytesIO(content))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise Unreadable(unknown(content)) from None
    if picture.format not in KNOWN:
        raise Unreadable(unknown(content))
    try:
        with picture:
            _refuse_moving(picture)
            _reduce(picture)
            return ImageOps.exif_transpose(_on_white(picture))
    except Unreadable:
        raise
    except (OSError, ValueError, SyntaxError, EOFError):
        raise Unreadable(TRUNCATED) from None


def _refuse_moving(picture: Image.Image) -> None:
    if picture.format in {"PNG", "WEBP"} and getattr(picture, "is_animated", False):
        raise Unreadable(MOVING)


def _reduce(picture: Image.Image) -> None:
    """Decode no more than is needed, where the sort of file allows; refuse what is too large."""
    sort = str(picture.format)
    sent = picture.width * picture.height
    if sort in REDUCED:
        picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    decoded = picture.width * picture.height
    if sent > MOST_SENT.get(sort, MOST_PIXELS) or decoded > MOST_PHONE_PIXELS:
        raise Unreadable("có cỡ ảnh quá lớn. Hãy chụp lại cỡ nhỏ hơn.")


def _on_white(picture: Image.Image) -> Image.Image:
    """Return a picture as 8 bits a colour, on white where it lets the ground through."""
    if picture.mode.startswith("I"):
        return _eight_bits(picture)
    if not picture.has_transparency_data:
        return _small(picture.convert("L") if picture.mode == "1" else _unpaletted(picture))
    clear = _small(picture.convert("RGBA"))
    ground = Image.new("RGB", clear.size, "white")
    ground.paste(clear, mask=clear.getchannel("A"))
    return _told_like(ground, picture)


def _unpaletted(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB") if picture.mode in {"P", "PA"} else picture


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return a scan of 16 bits: each brightness divided, where Pillow would cut it off at white."""
    divided = _small(picture.convert("I")).point(lambda value: value / SIXTEEN_BITS)
    return _told_like(divided.convert("L"), picture)


def _small(picture: Image.Image) -> Image.Image:
    """Return a picture near the size at which it is kept, in whole steps."""
    step = max(1, max(picture.size) // (2 * LONGEST_SIDE))
    return _told_like(picture.reduce(step), picture) if step > 1 else picture


def _told_like(picture: Image.Image, before: Image.Image) -> Image.Image:
    """Let a picture still know which way is up and what its colours mean."""
    for each in ("exif", "icc_profile"):
        if each in before.info:
            picture.info[each] = before.info[each]
    return picture


def _as_on_screen(picture: Image.Image) -> Image.Image:
    """Return a picture in the colours of a screen; one whose profile is broken as it is."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            shown = ImageCms.profileToProfile(picture, source, SCREEN, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            return picture.convert("RGB")
        return shown or picture.convert("RGB")
    return picture.convert("RGB")


def _pixels_alone(picture: Image.Image) -> Image.Image:
    """Return the pixels: no comment, place, telephone, preview or profile goes with them."""
    alone = Image.new("RGB", picture.size)
    alone.paste(picture)
    return alone
