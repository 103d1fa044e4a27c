"""Pictures and papers kept as proof: what is to be seen of them, made by a process of its own."""

import sys
from hashlib import sha256
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from lantoa.intake import apart, limits, proofs
from lantoa.intake.openers.picture import opened
from lantoa.intake.proofs import proof_of
from lantoa.intake.refusal import CameToHarm, Unreadable
from tests.intake import photographs
from tests.intake.photographs import PLACE, picture, saved
from tests.reader import files


def looked_at(content):
    """Return what is kept of a picture; here and not apart, which is quicker."""
    return Image.open(BytesIO(opened(content).content))


def near(pixel, colour):
    return all(abs(one - other) < 12 for one, other in zip(pixel, colour, strict=True))


WHITE, BLACK, RED, GREY = (255, 255, 255), (0, 0, 0), (255, 0, 0), (128, 128, 128)
SEEN = {
    "black ink on nothing, as signatures are cut out": (
        saved(photographs.ink("RGBA"), "PNG"), WHITE, BLACK,
    ),
    "grey ink on nothing": (saved(photographs.ink("LA"), "PNG"), WHITE, BLACK),
    "ink on nothing in WebP": (
        saved(photographs.ink("RGBA"), "WEBP", lossless=True), WHITE, BLACK,
    ),
    "a palette": (photographs.palette(clear=False), (0, 0, 255), RED),
    "a palette with a clear colour": (photographs.palette(clear=True), WHITE, RED),
    "one colour that is clear": (
        saved(Image.new("RGB", (60, 40)), "PNG", transparency=BLACK), WHITE, WHITE,
    ),
    "a scan of 16 bits": (photographs.scan_of_16_bits(), GREY, WHITE),
    "a scan of one bit": (saved(Image.new("1", (60, 40), 1), "PNG"), WHITE, WHITE),
    "the four colours of printers": (
        saved(Image.new("CMYK", (60, 40), (0, 255, 255, 0)), "JPEG"), RED, RED,
    ),
    "a photograph with a second one behind it": (photographs.two_in_one(), RED, RED),
    "a photograph of a telephone in HEIC": (photographs.HEIC, WHITE, (179, 32, 44)),
}  # fmt: skip


@pytest.mark.parametrize("sort", SEEN)
def test_a_picture_is_kept_as_it_is_looked_at(sort):
    content, corner, middle = SEEN[sort]

    with looked_at(content) as kept:
        right = (kept.width * 5 // 8, kept.height // 2)
        assert near(kept.getpixel((2, 2)), corner)
        assert near(kept.getpixel(right), middle)


SAYING = {
    "comment": saved(Image.new("RGB", (60, 40)), "JPEG", comment=PLACE),
    "exif": saved(Image.new("RGB", (60, 40)), "JPEG", exif=photographs.told_of()),
    "xmp": saved(Image.new("RGB", (60, 40)), "JPEG", xmp=PLACE),
    "profile": saved(Image.new("RGB", (60, 40)), "JPEG", icc_profile=photographs.profile()),
    "behind the end": saved(Image.new("RGB", (60, 40)), "JPEG") + PLACE,
    "words of a PNG": saved(Image.new("RGB", (60, 40)), "PNG", pnginfo=photographs.words()),
    "exif of a PNG": saved(Image.new("RGBA", (60, 40)), "PNG", exif=photographs.told_of()),
    "xmp of a WebP": saved(Image.new("RGB", (60, 40)), "WEBP", xmp=PLACE),
    "a telephone": photographs.two_in_one(),
    "HEIC": photographs.HEIC,
}
BARE = {0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA}
"""The marks of a JPEG that holds pixels, how to read them, and nothing else."""


@pytest.mark.parametrize("sort", SAYING)
def test_nothing_but_what_is_to_be_seen_is_kept(sort):
    kept = opened(SAYING[sort]).content

    assert set(marks_of(kept)) == BARE
    assert PLACE[:4] not in kept
    assert kept.endswith(b"\xff\xd9")


def marks_of(content):
    """Yield the mark of each part of a JPEG until its pixels begin."""
    at = 0
    while content[at : at + 2] != b"\xff\xda":
        yield content[at + 1]
        at += 2 + (0 if at == 0 else int.from_bytes(content[at + 2 : at + 4]))
    yield 0xDA


def test_the_colours_of_a_profile_are_those_of_the_screen():
    wide = Image.new("RGB", (60, 40), (0, 200, 0))
    turned = photographs.turned_profile()

    with looked_at(saved(wide, "JPEG", icc_profile=turned, quality=95)) as kept:
        assert not near(kept.getpixel((9, 9)), (0, 200, 0))


def test_the_fingerprints_are_of_what_was_sent_and_of_what_is_shown():
    sent = picture()

    kept = proof_of(sent, title="a.jpg")

    assert kept.sent_sha256 == sha256(sent).hexdigest()
    assert kept.sha256 == sha256(kept.content).hexdigest() != kept.sent_sha256


@pytest.mark.parametrize("sort", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("turned", "size"), [(1, (2400, 1200)), (6, (1200, 2400))])
def test_a_picture_of_any_known_sort_is_written_anew_upright_and_smaller(sort, turned, size):
    taken = picture(sort, size=(3000, 1500), turned=turned)

    with looked_at(taken) as kept:
        assert (kept.format, kept.size) == ("JPEG", size)


@pytest.mark.parametrize("mode", ["1", "RGBA", "I;16"])
def test_a_large_picture_of_any_sort_stays_upright(mode):
    taken = picture("PNG", size=(5000, 2500), mode=mode, turned=6)

    with looked_at(taken) as kept:
        assert kept.size == (1200, 2400)


def test_of_a_paper_its_pages_are_kept_as_pictures():
    kept = proof_of(files.telling_pdf(PLACE), title="a.pdf")

    with pypdfium2.PdfDocument(kept.content) as paper:
        (page,) = paper
        drawn = page.render(scale=1).to_pil().convert("L")
        assert paper.get_metadata_dict()["Author"] == ""
        assert page.get_textpage().get_text_range() == ""
        assert paper.count_attachments() == 0
        assert drawn.getextrema()[0] < 100
    assert PLACE not in kept.content
    assert b"JavaScript" not in kept.content
    assert (kept.media_type, kept.suffix) == ("application/pdf", ".pdf")


def test_what_was_typed_into_the_form_of_a_paper_is_seen():
    kept = proof_of(files.form_pdf(), title="a.pdf").content

    with pypdfium2.PdfDocument(kept) as paper:
        assert paper[0].render(scale=1).to_pil().convert("L").getextrema()[0] < 100


def test_a_paper_may_have_a_few_bytes_before_it():
    assert proof_of(b"\r\n" + files.pdf("Mở 12 hội nghị."), title="a.pdf").suffix == ".pdf"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "là tệp trống"),
        (bytes(300), "là tệp trống"),
        (b"MZ", "không phải ảnh (JPG, PNG, WebP, HEIC)"),
        (picture("GIF", mode="L"), "là ảnh GIF. Hãy mở ra, lưu thành ảnh JPG"),
        (picture("TIFF"), "là ảnh TIFF"),
        (picture("BMP"), "là ảnh BMP"),
        (b"\0\0\0\x18ftypisom", "là phim."),
        (b"\0\0\0\x18ftypheic\0\0", "là ảnh HEIC bị hỏng."),
        (files.word("Mở 12 hội nghị."), "là tệp Word. Hãy mở ra, lưu hoặc in thành PDF"),
        (files.sheet([[1]]), "là tệp Excel."),
        (files.packed({"ảnh.jpg": b"a"}), "là tệp nén."),
        (files.PAGE.encode(), "là trang web."),
        (photographs.moving("PNG"), "là ảnh động."),
        (photographs.moving("WEBP"), "là ảnh động."),
        (picture()[:300], "là ảnh bị hỏng hoặc bị cắt cụt"),
        (saved(Image.effect_noise((90, 90), 50), "PNG")[:3000], "là ảnh bị hỏng hoặc bị cắt cụt"),
        (picture()[:20], "là ảnh bị hỏng"),
        (picture("PNG", size=(7740, 7740), mode="1"), "có cỡ ảnh quá lớn."),
        (picture("PNG", size=(8000, 5001), mode="1"), "có cỡ ảnh quá lớn."),
        (bytes(limits.LARGEST_PROOF + 1), "lớn hơn 10 MB."),
        (b"%PDF-1.4 broken", "không mở được: tệp PDF hỏng"),
        (files.pdf("a", password=True), "là tệp PDF có mật khẩu."),
        (files.pdf(*["a"] * 61), "có 61 trang; minh chứng tối đa 60 trang."),
    ],
)
def test_what_is_no_proof_is_refused_by_its_name(content, words):
    with pytest.raises(Unreadable) as refusal:
        proof_of(content, title="nhà.jpg")

    assert str(refusal.value).startswith(f"“nhà.jpg” {words}")


def test_the_largest_picture_and_the_longest_paper_are_taken():
    largest = picture("PNG", size=(8000, 5000), mode="1")

    kept = proof_of(largest, title="a.png")

    assert (kept.media_type, kept.suffix) == ("image/jpeg", ".jpg")
    assert proof_of(files.pdf(*["a"] * 60), title="a.pdf").suffix == ".pdf"


def test_a_photograph_of_fifty_million_pixels_is_taken():
    with looked_at(picture(size=(8160, 6120))) as kept:
        assert kept.size == (2400, 1800)


def test_a_file_that_ends_the_other_process_is_refused_by_its_name(monkeypatch):
    little = limits.Bounds(30, 120 * 1024 * 1024)
    monkeypatch.setattr(limits, "PICTURE", little)

    with pytest.raises(CameToHarm, match=f"“nhà.png”: {apart.GAVE_UP}"):
        proof_of(picture("PNG", size=(7000, 5000)), title="nhà.png")


def test_the_serving_process_opens_no_picture():
    sys.modules.pop("lantoa.intake.openers.picture", None)

    proof_of(picture(), title="a.jpg")

    assert proofs.PICTURE not in sys.modules
