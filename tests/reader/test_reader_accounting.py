"""A report of our own, read back: what the system cannot account for is pointed out."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.acts.steps import Sort, Step
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.reports.operations import file_of
from lantoa.reports.queries import Request, report
from lantoa.units.models import Kind
from tests import build
from tests.acts.acts import passed
from tests.reader.asking import decide, opened

pytestmark = pytest.mark.django_db
PASSWORD = "lantoa.people.access.PasswordSignIn"
HALF = Period.months(2026, 1, 6)


@pytest.fixture
def commune():
    top = build.unit("Đảng bộ tỉnh Thử")
    return build.unit("Đảng bộ xã Vĩnh Trạch", under=top, kind=Kind.COMMUNE)


@pytest.fixture
def desk(client, commune):
    client.force_login(build.clerk(commune), backend=PASSWORD)
    return client


@pytest.fixture
def recorded(commune):
    """A commune whose two cells met, learned and built."""
    for name, came in (("Chi bộ ấp Đông", 37), ("Chi bộ ấp Tây", 52)):
        cell = build.unit(name, under=commune, members=60)
        build.meeting(
            at=cell, on=date(2026, 3, 5), sort="regular", members_present=came, members_invited=60
        )
        build.meeting(at=cell, on=date(2026, 4, 9), members_present=came + 4, mode="online")
        build.work(at=cell, on=date(2026, 5, 1), quantity=430 + came, people_money=84_000_000)


def held(desk, unit, *, content=None, name="bao-cao.docx", text=""):
    """Return the page that holds a report against the system."""
    sent = {"sort": "own", "source": "Dự thảo báo cáo", "day": "5/7/2026", "text": text}
    if content:
        sent["file"] = SimpleUploadedFile(name, content)
    return desk.post(reverse("reader:read", args=[unit.uuid]), sent, follow=True)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_every_number_of_a_report_that_we_wrote_is_accounted_for(desk, commune, recorded, kind):
    asked = Request(Question(commune.pk, HALF), day=date(2026, 7, 5))
    content = file_of(report(asked), profile=asked.profile, kind=kind)

    book = held(desk, commune, content=content, name=f"bao-cao.{kind}").context["book"]

    assert (book.unit.pk, book.period) == (commune.pk, HALF)
    assert [each.row.words for each in book.open] == []
    assert len(book.settled) > 10


def test_a_number_that_somebody_changed_is_pointed_out_with_the_nearest(desk, commune, recorded):
    text = (
        "Đảng bộ xã Vĩnh Trạch báo cáo kết quả 6 tháng đầu năm 2026. Trong 6 tháng đầu năm 2026 đã "
        "mở 4 buổi học tập với 197 lượt đảng viên dự; nâng cấp 949 mét đường."
    )

    answer = held(desk, commune, text=text)
    page = answer.content.decode()

    assert [each.row.words for each in answer.context["book"].open] == ["197 lượt đảng viên"]
    assert "Gần nhất trong hệ thống: <strong>186</strong>" in page
    assert "lệch 11" in page
    assert "Hệ thống có 2 trong 3 số của tài liệu" in page


def test_a_number_far_from_all_others_has_no_nearest(desk, commune, recorded):
    text = "Xã Vĩnh Trạch, 6 tháng đầu năm 2026: hiến 98.765 m2 đất."

    book = held(desk, commune, text=text).context["book"]

    assert [(each.row.words, each.nearest) for each in book.open] == [("98.765 m2", None)]


def test_another_period_may_be_asked_for(desk, commune, recorded):
    answer = held(desk, commune, text="Xã Vĩnh Trạch mở 4 buổi học tập năm 2025.")
    address = answer.redirect_chain[-1][0]

    year, half = (answer, desk.get(f"{address}?from=2026-01-01&to=2026-06-30"))
    broken = desk.get(f"{address}?from=mai&to=2026-06-30")

    assert len(year.context["book"].open) == 1
    assert half.context["book"].open == []
    assert broken.context["book"].period == Period.year(2025)
    said = broken.content.decode()
    assert "Không đọc được ngày “mai”." in said
    assert 'name="from" value="mai"' in said
    assert 'name="to" value="30/6/2026"' in said


def test_a_paper_without_numbers_says_so(desk, commune):
    assert "không nêu số liệu nào" in held(desk, commune, text="Xin chào.").content.decode()


def test_a_report_that_crosses_a_decision_is_accounted_for_and_the_page_says_so(
    desk, commune, recorded
):
    cell = commune.children.order_by("pk").first().unit
    act = passed(
        [Step(sort=Sort.RENAME, unit=cell.pk, name="Chi bộ ấp Đông Mới"),
         Step(sort=Sort.OPEN, kind=Kind.CELL, code="M3", name="Chi bộ ấp Bắc",
              parent=commune.pk)],
        on=date(2026, 2, 1),
    )  # fmt: skip
    asked = Request(Question(commune.pk, HALF), day=date(2026, 7, 5))
    content = file_of(report(asked), profile=asked.profile, kind="docx")

    answer = held(desk, commune, content=content)

    assert [each.row.words for each in answer.context["book"].open] == []
    words = f"Kỳ này đi qua một lần sắp xếp: {act}, có hiệu lực từ 1/2/2026."
    assert words in answer.content.decode()


def test_nearest_to_a_count_is_never_a_rate(desk, commune):
    reading, _ = opened(desk, commune, "Năm 2026, xã trồng 6,06 ha rừng.")
    decide(desk, reading, "6,06 ha")

    answer = held(desk, commune, text="Năm 2026, xã mở 6 hội nghị đối thoại; trồng 6,1 ha rừng.")

    count, rate = answer.context["book"].open
    assert count.nearest is None
    assert rate.nearest.written == "6,06"
