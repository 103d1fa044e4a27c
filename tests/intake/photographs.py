"""Photographs of every sort that telephones, scanners and programs make, made for the tests."""

from base64 import b64decode
from io import BytesIO

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

PLACE = b"10.386 105.435"
"""What must not be kept, whatever part of a file it is written in."""
HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAA"
    "AAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAAKYAAgAAAAACiAABAAAAAAAAADgAAAA4aWluZgAA"
    "AAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA/Wlwcn"
    "AAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroC"
    "QGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm"
    "5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AA"
    "AAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQ"
    "ABAAAA5m1kYXQAAACiKAGvCeA529oPvH+JemUK//9Nqv//q9XQ/thf2ZDVrAfSaWbVU3WisVpC6ZLGQJ/3/rWmap/N"
    "4XSz/T4IIwdHDZok4bx8ZGLIzIz5sL+u+7EbLdgUEb6HQeF0lrygleOtU8ylayc465Iftkm4OkpZX2VWGk3ogek+oc"
    "Aj3RBwSdwACa0WslqfISVlBUWCKaVUxKovrXsWZdDOOrc6O5PSRgI4AAAABkV4aWYAAE1NACoAAAAIAAIBDwACAAAA"
    "CAAAACYBEgADAAAAAQABAAAAAAAATWF5IGFuaAA="
)
"""64 x 48 in HEIC, its left half white and its right half red, with the maker of the telephone."""


def saved(picture: Image.Image, sort: str, **more: object) -> bytes:
    written = BytesIO()
    picture.save(written, sort, **more)
    return written.getvalue()


def picture(sort="JPEG", *, size=(64, 48), mode="RGB", turned=1):
    exif = Image.Exif()
    exif[0x0112] = turned
    return saved(Image.new(mode, size), sort, exif=exif)


def told_of() -> Image.Exif:
    """Return what a telephone writes into a photograph."""
    exif = Image.Exif()
    exif[0x010F] = PLACE.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def profile() -> bytes:
    """Return the colours of a screen, with words in them."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made.replace(b"sRGB", PLACE[:4])


def words() -> PngInfo:
    """Return what programs write beside the pixels of a PNG."""
    beside = PngInfo()
    beside.add_text("Comment", PLACE.decode())
    beside.add_text("Title", PLACE.decode(), zip=True)
    beside.add_itxt("XML:com.adobe.xmp", PLACE.decode())
    return beside


def ink(mode: str) -> Image.Image:
    """Return black ink in the middle of a ground that lets everything through."""
    drawn = Image.new(mode, (60, 40), (0,) * len(mode))
    drawn.paste((0,) * (len(mode) - 1) + (255,), (20, 10, 40, 30))
    return drawn


def palette(*, clear: bool) -> bytes:
    """Return red on a ground of the second colour of a palette, which may be clear."""
    drawn = Image.new("P", (60, 40), 1)
    drawn.putpalette([255, 0, 0, 0, 0, 255])
    drawn.paste(0, (20, 10, 40, 30))
    return saved(drawn, "PNG", **({"transparency": 1} if clear else {}))


def scan_of_16_bits() -> bytes:
    """Return a scan with a grey half and a white half."""
    grey = Image.new("I;16", (60, 40), 128 * 256)
    grey.paste(65535, (30, 0, 60, 40))
    return saved(grey, "PNG")


def two_in_one() -> bytes:
    """Return a photograph of a telephone with a second one behind it, as MPO."""
    second = Image.new("RGB", (30, 20), "blue")
    first = Image.new("RGB", (60, 40), "red")
    return saved(first, "MPO", save_all=True, append_images=[second], exif=told_of())


def moving(sort: str) -> bytes:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    return saved(frames[0], sort, save_all=True, append_images=frames[1:])


def turned_profile() -> bytes:
    """Return a profile whose colours are other than those of a screen."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made.replace(b"rXYZ", b"temp").replace(b"gXYZ", b"rXYZ").replace(b"temp", b"gXYZ")
