"""Files behind a work: what is kept, what is refused, and who may have them."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from lantoa.records.works.models import Proof, Work
from lantoa.trail.queries import entries_about
from tests import build
from tests.records.answers import DAY, page, send, text, told, work
from tests.records.conftest import signed_in

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def photograph(name="cầu.jpg", size=(64, 48), *, place=False):
    exif = Image.Exif()
    if place:
        exif[0x010F] = "May anh"
        exif.get_ifd(0x8825)[1] = "N"
    kept = BytesIO()
    Image.new("RGB", size, "teal").save(kept, "JPEG", exif=exif)
    return SimpleUploadedFile(name, kept.getvalue(), "image/jpeg")


def liar(name="ảnh.jpg"):
    return SimpleUploadedFile(name, b"MZ not a picture at all", "image/jpeg")


def paper(name="biên bản.pdf", content=PDF):
    return SimpleUploadedFile(name, content, "application/pdf")


@pytest.fixture
def road(cell):
    return build.work(at=cell, on=DAY)


def kept(road, clerk, *files):
    send(clerk, "works:add-proofs", road, {"papers": list(files)})
    return Proof.objects.filter(work=road.uuid, removed_at=None).order_by("pk")


def test_a_work_is_recorded_with_several_proofs_and_twice_sent_keeps_them_once(clerk, cell):
    answers = work()
    for _ in range(2):
        send(clerk, "works:record", cell, {**answers, "papers": [photograph(), paper()]})

    assert Work.objects.count() == 1
    assert list(Proof.objects.order_by("pk").values_list("title", "media_type")) == [
        ("cầu.jpg", "image/jpeg"),
        ("biên bản.pdf", "application/pdf"),
    ]


def enormous():
    kept = BytesIO()
    Image.new("1", (8000, 7600)).save(kept, "PNG")
    return SimpleUploadedFile("rộng.png", kept.getvalue(), "image/png")


REFUSED = [
    (enormous(), "cỡ ảnh quá lớn"),
    (liar(), "không phải ảnh"),
    (SimpleUploadedFile("a.pdf", b"%PDF-1.4 broken"), "không mở được"),
    (SimpleUploadedFile("lớn.jpg", b"\xff" * (10 * 1024 * 1024 + 1)), "lớn hơn 10 MB"),
    (SimpleUploadedFile("trang.html", b"<script>alert(1)</script>"), "không phải ảnh"),
]


@pytest.mark.parametrize(("file", "said"), REFUSED, ids=[file.name for file, _ in REFUSED])
def test_a_file_that_is_not_what_it_claims_loses_nothing_else(file, said, clerk, cell):
    file.seek(0)
    good = photograph("tốt.jpg")

    shown = send(clerk, "works:record", cell, work(place="Khóm 5", papers=[good, file]))

    assert not Work.objects.exists()
    assert any(said in error for error in shown.context["form"].errors["papers"])
    assert shown.context["form"]["place"].value() == "Khóm 5"
    assert f"hãy chọn lại: tốt.jpg, {file.name}." in text(shown)


def test_files_sent_with_another_mistake_are_named_to_be_chosen_again(clerk, cell):
    shown = send(clerk, "works:record", cell, work(title="", papers=[photograph("nhà.jpg")]))

    assert "hãy chọn lại: nhà.jpg." in text(shown)


def test_more_than_ten_files_at_once_are_refused(clerk, road):
    files = [photograph(f"{number}.jpg", (64, 48 + number)) for number in range(11)]

    shown = send(clerk, "works:add-proofs", road, {"papers": files})

    assert "tối đa 10 tệp" in text(shown)
    assert not Proof.objects.exists()


def test_a_picture_is_kept_without_the_place_where_it_was_made(clerk, road):
    taken = photograph(place=True)

    (proof,) = kept(road, clerk, taken)

    with Image.open(BytesIO(taken.file.getvalue())) as picture:
        assert dict(picture.getexif()) != {}
    with Image.open(proof.file.path) as picture:
        assert dict(picture.getexif()) == {}


def test_pictures_are_handed_out_to_look_at_and_papers_to_keep(clerk, road):
    picture, document = kept(road, clerk, photograph(), paper())

    looked = clerk.get(page("works:proof", picture))
    fetched = clerk.get(page("works:proof", document))

    assert looked["Content-Type"] == "image/jpeg"
    assert looked["Content-Disposition"].startswith("inline")
    assert looked["X-Content-Type-Options"] == fetched["X-Content-Type-Options"] == "nosniff"
    assert fetched["Content-Disposition"].startswith("attachment")
    assert b"".join(fetched.streaming_content) == PDF
    shown = text(clerk.get(page("works:show", road)))
    assert page("works:proof", picture) in shown
    assert "/proofs/" not in shown


def test_a_proof_is_for_who_may_see_its_work_only(clerk, card, road, commune):
    (proof,) = kept(road, clerk, photograph())
    stranger = signed_in(build.clerk(build.unit("Chi bộ khóm 2", under=commune)))

    assert card.get(page("works:proof", proof)).status_code == 200
    assert stranger.get(page("works:proof", proof)).status_code == 403
    assert stranger.post(page("works:remove-proof", proof)).status_code == 403
    assert stranger.post(page("works:add-proofs", road)).status_code == 403
    assert clerk.get(reverse("works:proof", args=[uuid4()])).status_code == 403


def test_a_proof_is_taken_off_by_post_only_and_the_trail_keeps_it(clerk, road):
    (proof,) = kept(road, clerk, photograph())
    asked = clerk.get(page("works:remove-proof", proof))

    removed = clerk.post(page("works:remove-proof", proof))

    assert asked.status_code == 405
    assert removed.url == page("works:show", road)
    assert "Đã gỡ" in told(removed)[-1]
    assert clerk.get(page("works:proof", proof)).status_code == 403
    deeds = [entry.deed for entry in entries_about(proof.uuid)]
    assert deeds == ["works.add_proof", "works.remove_proof"]


def test_a_proof_stays_with_its_work_through_a_correction(clerk, road):
    (proof,) = kept(road, clerk, photograph())
    right = work(title="Nâng cấp đường tổ 6", seen=road.digest, reason="ghi nhầm tổ")

    send(clerk, "works:correct", road, right)

    shown = text(clerk.get(page("works:show", road)))
    assert page("works:proof", proof) in shown
    assert "Nâng cấp đường tổ 6" in shown
