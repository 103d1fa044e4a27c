"""Files behind a work: what is kept, what is refused, and who may have them."""

import json
from contextlib import ExitStack
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from lantoa.intake import turns
from lantoa.intake.turns import Sender
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
SAYING = PDF.replace(b"trailer<</Root 1 0 R>>", b"trailer<</Root 1 0 R/Info<</Author(bi mat)>>>>")
filling = import_module("lantoa.records.works.migrations.0007_papers_were_kept_as_they_were_sent")


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
    (SimpleUploadedFile("trang.html", b"<script>alert(1)</script>"), "là trang web"),
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
    assert b"".join(fetched.streaming_content) == document.file.read() != PDF
    shown = text(clerk.get(page("works:show", road)))
    assert page("works:proof", picture) in shown
    assert "/proofs/" not in shown


def test_the_same_file_is_one_proof_though_its_pictures_are_made_anew(clerk, road):
    for _ in range(2):
        (proof,) = kept(road, clerk, paper())

    assert proof.sent_sha256 == sha256(PDF).hexdigest()
    assert proof.sha256 == sha256(proof.file.read()).hexdigest() != proof.sent_sha256
    (entry,) = entries_about(proof.uuid)
    assert json.loads(entry.after) == {"sha256": proof.sha256, "sent_sha256": proof.sent_sha256}
    assert proof.sent_sha256 in text(clerk.get(page("works:show", road)))


def as_before(road, clerk, content=SAYING, **known):
    """Return a paper as it was kept before: the very file that was sent."""
    proof = kept(road, clerk, paper()).get(media_type="application/pdf")
    name = proof.file.storage.save("works/before.pdf", ContentFile(content))
    Proof.objects.filter(pk=proof.pk).update(file=name, sha256=sha256(content).hexdigest(), **known)
    proof.refresh_from_db()
    return proof


def test_a_paper_that_was_kept_as_sent_is_handed_out_as_pictures(clerk, road):
    proof = as_before(road, clerk, sent_sha256=sha256(SAYING).hexdigest())

    given = b"".join(clerk.get(page("works:proof", proof)).streaming_content)

    assert given.startswith(b"%PDF-")
    assert b"bi mat" in proof.file.read()
    assert b"bi mat" not in given


def test_a_paper_that_can_no_longer_be_drawn_is_said_to_be_so(clerk, road):
    broken = b"%PDF-1.4 broken"
    proof = as_before(road, clerk, broken, sent_sha256=sha256(broken).hexdigest())

    answer = clerk.get(page("works:proof", proof))

    assert answer.url == page("works:show", road)
    assert "không mở được" in told(answer)[-1]


def test_what_was_sent_before_is_known_of_papers_only(clerk, road):
    kept(road, clerk, photograph())
    as_sent = as_before(road, clerk, sent_sha256="")
    Proof.objects.update(sent_sha256="")

    filling.know(apps, None)

    assert dict(Proof.objects.values_list("media_type", "sent_sha256")) == {
        "image/jpeg": "",
        "application/pdf": as_sent.sha256,
    }
    shown = text(clerk.get(page("works:show", road)))
    assert "không biết: gửi trước khi hệ thống ghi dấu này" in shown


def test_who_sends_a_second_file_meanwhile_is_told_and_loses_no_word(
    clerk, cell, settings, monkeypatch
):
    monkeypatch.setattr(turns, "LONGEST_WAIT", 0.1)
    sender = Sender(lambda: clerk.session["_auth_user_id"], settings.VAR / "turns")
    with ExitStack() as opening:
        assert turns._at_once(sender, opening)
        shown = send(clerk, "works:record", cell, work(place="Khóm 5", papers=[photograph()]))

    assert "Tệp bạn gửi trước đó còn đang được đọc" in text(shown)
    assert shown.context["form"]["place"].value() == "Khóm 5"
    assert "hãy chọn lại: cầu.jpg." in text(shown)
    send(clerk, "works:record", cell, work(place="Khóm 5", papers=[photograph()]))
    assert Proof.objects.count() == 1


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
