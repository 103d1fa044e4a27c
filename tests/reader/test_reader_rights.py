"""Who may read documents at a unit, and what is refused."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.figures.period import Period
from lantoa.posts.access import REFUSAL
from lantoa.posts.models import Post
from lantoa.reader.models import Finding, Reading
from lantoa.reader.operations import Verdict, confirm, skip, take_back
from lantoa.reading import figures_in
from lantoa.records.quotations.models import Quotation
from tests import build
from tests.reader import files
from tests.reader.asking import PASSWORD, decide, hand_in, opened

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Hãy chọn một tệp, hoặc dán văn bản"),
        ({"text": "a", "file": SimpleUploadedFile("a.txt", b"b")}, "Chỉ gửi một thứ"),
        ({"file": SimpleUploadedFile("a.pdf", files.scan())}, "bản quét"),
        ({"text": "a" * 200_001}, "dài quá 80 trang"),
        ({"text": "TỐI MẬT" + "\n" * 200_001}, "dài quá 80 trang"),
        ({"text": "a", "source": ""}, "Hãy ghi nguồn"),
    ],
)
def test_what_cannot_be_read_is_refused_on_the_page(desk, district, sent, words):
    for each in sent.values():
        if isinstance(each, SimpleUploadedFile):
            each.seek(0)

    answer = hand_in(desk, district, **sent)

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Reading.objects.exists()


def pages_of(unit, reading) -> list[str]:
    one = [unit.uuid, reading.uuid]
    return [
        reverse("reader:read", args=[unit.uuid]),
        reverse("reader:message", args=[unit.uuid]),
        reverse("reader:show", args=one),
        reverse("reader:account", args=one),
    ]


@pytest.mark.parametrize("right", [None, Post.Right.VIEW, Post.Right.RECORD])
def test_who_may_not_keep_the_unit_sees_nothing(client, desk, district, right):
    reading, _ = opened(desk, district)
    stranger = build.clerk(
        build.unit("Đảng bộ khác") if right is None else district, right=right or "clerk"
    )
    client.force_login(stranger, backend=PASSWORD)

    for page in pages_of(district, reading):
        if right == Post.Right.RECORD and "tin-nhan" in page:
            continue
        hidden, absent = (
            client.get(page),
            client.get(page.replace(str(district.uuid), str(uuid4()))),
        )
        assert (hidden.status_code, absent.status_code) == (403, 403)
    for name, more in (("decide", [0]), ("forget", [])):
        page = reverse(f"reader:{name}", args=[district.uuid, reading.uuid, *more])
        assert client.post(page).status_code == 403


def test_a_document_of_one_unit_is_not_reached_through_another(desk, district):
    reading, _ = opened(desk, district)
    below = build.unit("Chi bộ ấp Đông", under=district)

    assert desk.get(reverse("reader:show", args=[below.uuid, reading.uuid])).status_code == 403


def test_a_figure_cannot_be_quoted_for_a_unit_of_others(desk, district):
    other = build.unit("Đảng bộ khác")
    reading, _ = opened(desk, district)

    answer = decide(desk, reading, "956 hội nghị", unit=str(other.uuid))

    assert answer.status_code == 200
    assert not Quotation.objects.exists()


def test_who_is_not_signed_in_is_asked_to(client, desk, district):
    reading, _ = opened(desk, district)
    client.logout()

    for page in pages_of(district, reading):
        assert client.get(page).headers["Location"].startswith("/dang-nhap/")


@pytest.mark.parametrize("right", [None, Post.Right.VIEW, Post.Right.RECORD])
def test_deciding_itself_refuses_who_may_not_keep_the_unit(desk, district, right):
    reading, _ = opened(desk, district)
    figure = figures_in(reading.text)[0]
    by = build.clerk(
        build.unit("Đảng bộ khác") if right is None else district, right=right or "clerk"
    )
    told = {"by": by, "at": build.NOW}
    answer = Verdict(
        what="a", value=Decimal(1), measure=None, unit=district, period=Period.year(2024)
    )

    for deed in (
        lambda: confirm(reading, figure, answer, place="", **told),
        lambda: skip(reading, figure, **told),
        lambda: take_back(reading, figure, **told),
    ):
        with pytest.raises(PermissionDenied, match=REFUSAL):
            deed()
    assert not Finding.objects.exists()
    assert not Quotation.objects.exists()


def test_deciding_itself_refuses_a_figure_of_a_unit_that_one_may_not_keep(desk, district):
    reading, _ = opened(desk, district)
    figure = figures_in(reading.text)[0]
    hidden = build.unit("Đảng bộ khác")
    answer = Verdict(
        what="a", value=Decimal(1), measure=None, unit=hidden, period=Period.year(2024)
    )

    with pytest.raises(PermissionDenied, match=REFUSAL):
        confirm(reading, figure, answer, place="", by=build.clerk(district), at=build.NOW)

    assert not Quotation.objects.exists()
