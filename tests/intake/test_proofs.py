"""Pictures and papers kept as proof: written anew or counted, by a process of its own."""

import sys
from io import BytesIO

import pytest
from PIL import Image

from lantoa.intake import apart, limits, proofs
from lantoa.intake.proofs import FitFile, proof_of
from lantoa.intake.refusal import CameToHarm, Unreadable
from tests.reader import files


def picture(sort="JPEG", *, size=(64, 48), mode="RGB", turned=1):
    exif, written = Image.Exif(), BytesIO()
    exif[0x0112] = turned
    Image.new(mode, size).save(written, sort, exif=exif)
    return written.getvalue()


@pytest.mark.parametrize("sort", ["JPEG", "PNG", "WEBP"])
def test_a_picture_of_any_known_sort_is_written_anew_upright_and_smaller(sort):
    taken = picture(sort, size=(3000, 1500), turned=6)

    kept = proof_of(taken, title="a.jpg")

    with Image.open(BytesIO(kept.content)) as shown:
        assert (shown.format, shown.size) == ("JPEG", (1200, 2400))
        assert dict(shown.getexif()) == {}
    assert (kept.media_type, kept.suffix) == ("image/jpeg", ".jpg")


def test_a_paper_is_kept_as_it_is():
    content = files.pdf("Mở 12 hội nghị.")

    assert proof_of(content, title="a.pdf") == FitFile("application/pdf", ".pdf", content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không phải ảnh (JPG, PNG, WebP)"),
        (b"MZ", "không phải ảnh (JPG, PNG, WebP)"),
        (picture("GIF", mode="L"), "không phải ảnh (JPG, PNG, WebP)"),
        (picture()[:300], "không phải ảnh (JPG, PNG, WebP)"),
        (picture("PNG", size=(8000, 7501), mode="1"), "có cỡ ảnh quá lớn."),
        (bytes(limits.LARGEST_PROOF + 1), "lớn hơn 10 MB."),
        (b"%PDF-1.4 broken", "không mở được: tệp PDF hỏng hoặc có mật khẩu."),
        (files.pdf(*["a"] * 61), "có 61 trang; minh chứng tối đa 60 trang."),
    ],
)
def test_what_is_no_proof_is_refused_by_its_name(content, words):
    with pytest.raises(Unreadable) as refusal:
        proof_of(content, title="nhà.jpg")

    assert str(refusal.value).startswith(f"“nhà.jpg” {words}")


def test_the_largest_picture_and_the_longest_paper_are_taken():
    largest = picture("PNG", size=(8000, 7500), mode="1")

    assert proof_of(largest, title="a.png").suffix == ".jpg"
    assert proof_of(files.pdf(*["a"] * 60), title="a.pdf").suffix == ".pdf"


def test_a_file_that_ends_the_other_process_is_refused_by_its_name(monkeypatch):
    little = limits.Bounds(30, 120 * 1024 * 1024)
    monkeypatch.setattr(limits, "PICTURE", little)

    with pytest.raises(CameToHarm, match=f"“nhà.png”: {apart.GAVE_UP}"):
        proof_of(picture("PNG", size=(8000, 7500)), title="nhà.png")


def test_the_serving_process_opens_no_picture():
    sys.modules.pop("lantoa.intake.openers.picture", None)

    proof_of(picture(), title="a.jpg")

    assert proofs.PICTURE not in sys.modules
