"""The desk: what a clerk sees first, and what a stranger does not."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.guidance.operations import renew_known
from lantoa.posts.models import Post
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.reports.forms import LayoutForm
from lantoa.trail.queries import head_now
from lantoa.units.models import Kind
from tests import build, decide

pytestmark = pytest.mark.django_db
SPRING = date(2026, 3, 10)
PASSWORD = "lantoa.people.access.PasswordSignIn"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
YEAR = "?from=2026-01-01&to=2026-12-31"


@pytest.fixture
def commune():
    return build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE)


@pytest.fixture
def cell(commune):
    return build.unit("Chi bộ ấp Đông", under=commune, members=20)


@pytest.fixture
def desk(client, commune):
    client.force_login(build.clerk(commune), backend=PASSWORD)
    return client


def quoted(unit, *, value: int, measure: str):
    entry = Quotation(
        unit=unit, key="q1", first_day=date(2026, 1, 1), last_day=date(2026, 12, 31),
        what="lượt đảng viên dự", measured_in="lượt", measure=measure, value=value,
        source="Báo thử", source_url="https://example.org/bai",
    )  # fmt: skip
    quotations.record_many(by=build.recorder(), at=build.NOW, entries=[entry])


def test_the_first_page_shows_the_clerk_s_own_unit(desk, commune):
    answer = desk.get("/")

    assert answer.status_code == 200
    assert "Đảng bộ xã Thử" in answer.content.decode()
    assert "Kỳ này chưa ghi việc nào" in answer.content.decode()


def test_who_is_not_signed_in_is_asked_to_sign_in(client, commune):
    answer = client.get(reverse("desk:unit", args=[commune.uuid]))

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/dang-nhap/")


def test_figures_are_links_to_what_they_are_made_of(desk, commune, cell):
    build.meeting(at=cell, on=SPRING, members_present=18, members_invited=20)

    page = desk.get(reverse("desk:unit", args=[commune.uuid]) + YEAR).content.decode()

    address = reverse("desk:measure", args=[commune.uuid, "meetings.members"])
    assert f"{address}?from=2026-01-01&amp;to=2026-12-31" in page
    assert "90,00%" in page
    assert "từ 1 đơn vị" in page


def test_a_figure_opens_into_units_and_then_into_records(desk, commune, cell):
    meeting = build.meeting(at=cell, on=SPRING, members_present=18)

    above = desk.get(reverse("desk:measure", args=[commune.uuid, "meetings.members"]) + YEAR)
    below = desk.get(reverse("desk:measure", args=[cell.uuid, "meetings.members"]) + YEAR)

    assert reverse("desk:measure", args=[cell.uuid, "meetings.members"]) in above.content.decode()
    assert reverse("meetings:show", args=[meeting.uuid]) in below.content.decode()


def test_an_opened_figure_has_its_unit_of_measure_small_and_unknown_is_no_figure(
    desk, commune, cell
):
    build.work(at=cell, on=SPRING, people_money=1_217_000_000)

    page = desk.get(reverse("desk:measure", args=[commune.uuid, "works.money"]) + YEAR)

    assert '1.217.000.000 <span class="word">đồng</span>' in page.content.decode()
    assert '<span class="unknown">chưa có số</span>' in page.content.decode()


def test_the_list_of_records_leads_up_to_the_unit_and_not_to_itself(desk, commune):
    address = reverse("meetings:list", args=[commune.uuid])

    page = desk.get(address).content.decode()

    way = page.partition('<nav class="way"')[2].partition("</nav>")[0]
    assert reverse("desk:unit", args=[commune.uuid]) in way
    assert address not in way
    assert '<li aria-current="page">Buổi học tập, sinh hoạt</li>' in way


def test_a_published_figure_stands_beside_the_computed_one_with_the_difference(desk, commune):
    build.meeting(at=commune, on=SPRING, members_present=17489)
    quoted(commune, value=17939, measure="meetings.members")

    page = desk.get(reverse("desk:unit", args=[commune.uuid]) + YEAR).content.decode()

    assert "17.939" in page
    assert "17.489" in page
    assert "lệch 450" in page


def test_a_record_that_the_period_cuts_is_listed_and_not_counted(desk, commune):
    build.meeting(at=commune, since=date(2025, 12, 1), on=SPRING, topic="Đợt học dài")

    page = desk.get(reverse("desk:unit", args=[commune.uuid]) + YEAR).content.decode()

    assert "không chia được theo kỳ này" in page
    assert "Đợt học dài" in page


def test_units_that_said_nothing_can_be_listed(desk, commune, cell):
    renew_known(at=build.NOW)

    page = desk.get(reverse("desk:silent", args=[commune.uuid, "meetings"]) + YEAR)

    assert "Chi bộ ấp Đông" in page.content.decode()
    assert "0/2 đơn vị phải ghi đã ghi" in page.content.decode()


def test_an_empty_year_offers_the_one_with_figures(desk, commune):
    build.meeting(at=commune, on=date(2024, 5, 19))

    page = desk.get("/").content.decode()

    assert "Xem năm 2024" in page


@pytest.mark.parametrize("address", ["?from=x&to=y", "?from=2026-05-01&to=2026-01-01", "?from=1"])
def test_a_wrong_period_is_explained_and_the_page_still_opens(desk, commune, address):
    answer = desk.get(reverse("desk:unit", args=[commune.uuid]) + address)

    assert answer.status_code == 200
    assert "Chưa đổi được kỳ" in answer.content.decode()


def test_a_stranger_gets_the_same_answer_as_for_a_unit_that_does_not_exist(desk):
    hidden = build.unit("Đảng bộ xã Khác", kind=Kind.COMMUNE)

    for page, more in (("desk:unit", []), ("desk:measure", ["works.money"]),
                       ("desk:silent", ["works"]), ("reports:ask", [])):  # fmt: skip
        answers = [desk.get(reverse(page, args=[u, *more])) for u in (hidden.uuid, uuid4())]
        assert [answer.status_code for answer in answers] == [403, 403]
        bodies = [TOKEN.sub("", answer.content.decode()) for answer in answers]
        assert bodies[0] == bodies[1]


def test_search_finds_only_what_may_be_seen(desk, cell):
    build.unit("Chi bộ ấp Đông của xã khác")

    page = desk.get("/don-vi/?q=ap dong").content.decode()

    assert "Chi bộ ấp Đông" in page
    assert "của xã khác" not in page


def test_search_says_of_a_closed_unit_where_its_past_counts_and_asks_for_old_names(desk, commune):
    cells = [build.unit(f"Chi bộ ấp {name}", under=commune) for name in ("Tây", "Nam")]
    decide.close(cells[0], into=cells[1], on=date(2026, 2, 1))

    page = desk.get("/don-vi/?q=ap tay").content.decode()

    assert "nay tính vào Chi bộ ấp Nam" in page
    assert f'href="{reverse("reorganisation:became")}?ten=ap%20tay"' in page


def test_search_says_which_units_are_samples(client):
    root = build.root("Đảng bộ xã Mẫu", is_simulated=True)
    build.unit("Chi bộ ấp Đông", under=root)
    client.force_login(build.clerk(root), backend=PASSWORD)

    page = client.get("/don-vi/?q=ap dong").content.decode()

    assert "Chi bộ ấp Đông (số liệu mẫu)" in page


@pytest.mark.unsealed
def test_a_post_that_has_ended_opens_nothing(client, commune):
    user = build.clerk(commune)
    Post.objects.filter(user=user).update(until=date(2026, 1, 1))
    client.force_login(user, backend=PASSWORD)

    assert client.get(reverse("desk:unit", args=[commune.uuid])).status_code == 403
    assert "chưa được giao đơn vị nào" in client.get("/").content.decode()


def test_a_former_district_keeps_its_line_and_its_last_day(client):
    province = build.unit("Đảng bộ tỉnh Thử")
    district = build.unit("Đảng bộ huyện Thử", under=province, kind=Kind.DISTRICT)
    build.meeting(at=district, on=SPRING)
    decide.close(district, into=province, on=date(2026, 7, 1))
    client.force_login(build.clerk(province), backend=PASSWORD)

    page = client.get(reverse("desk:measure", args=[province.uuid, "meetings.held"]) + YEAR)

    assert "Đảng bộ huyện Thử (đến 30/6/2026): số liệu cấp huyện cũ, không phân bổ" in (
        page.content.decode()
    )


def test_simulated_figures_say_so_on_every_page(client):
    unit = build.root("Đảng bộ xã Mẫu", kind=Kind.COMMUNE, is_simulated=True)
    client.force_login(build.clerk(unit, Post.Right.ADMIN), backend=PASSWORD)

    for page in ("desk:unit", "reports:ask", "meetings:list", "works:record", "office:cards"):
        answer = client.get(reverse(page, args=[unit.uuid]))
        assert "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT" in answer.content.decode(), page


def test_wrong_name_and_wrong_password_get_the_same_sentence(client):
    build.person("van-thu")

    answers = [
        client.post("/dang-nhap/", {"username": name, "password": "sai mất rồi nhé"})
        for name in ("van-thu", "khong-co")
    ]

    sentence = "Tên đăng nhập hoặc mật khẩu chưa đúng"
    assert all(sentence in answer.content.decode() for answer in answers)


def test_the_report_page_hands_out_word_and_excel(desk, commune, cell):
    build.meeting(at=cell, on=SPRING, members_present=18)
    asked = {"first": "2026-01-01", "last": "2026-12-31", "day": "2026-11-20"}

    for kind in ("docx", "xlsx"):
        answer = desk.post(reverse("reports:ask", args=[commune.uuid]), asked | {"kind": kind})
        assert answer.content[:2] == b"PK"
        assert (
            f"bao-cao_dang-bo-xa-thu_2026-01-01_2026-12-31.{kind}" in answer["Content-Disposition"]
        )


def test_a_report_refused_keeps_what_was_typed(desk, commune):
    asked = {"first": "2026-12-01", "last": "2026-01-01", "day": "2026-11-20", "number": "12",
             "kind": "docx"}  # fmt: skip

    page = desk.post(reverse("reports:ask", args=[commune.uuid]), asked).content.decode()

    assert "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi" in page
    assert 'value="12"' in page


@pytest.mark.parametrize(("size", "is_read"), [(5_000_000, True), (5_000_001, False)])
def test_a_layout_of_more_than_five_megabytes_is_refused_before_it_is_read(size, is_read):
    file = SimpleUploadedFile("mau.docx", bytes(size))

    form = LayoutForm(None, {"layout": file})

    assert form.is_valid() is is_read
    assert ("lớn hơn 5 MB" in str(form.errors)) is not is_read
    assert file.tell() == 0


def test_the_page_of_a_unit_shows_the_head_of_its_book(client, commune):
    client.force_login(build.clerk(commune))

    page = client.get(reverse("desk:unit", args=[commune.uuid])).content.decode()

    head = head_now(commune.home)
    assert f"Nhật ký {head.lines} dòng" in page
    assert f'translate="no">{head.code}</span>' in page
    assert reverse("office:head", args=[commune.uuid]) in page


def test_a_layout_changed_in_word_is_used_and_a_broken_one_refused(client, commune):
    admin = build.clerk(commune, Post.Right.ADMIN)
    client.force_login(admin, backend=PASSWORD)
    address = reverse("reports:layout", args=[commune.uuid])

    refused = client.post(address, {"layout": SimpleUploadedFile("mau.docx", b"not a word file")})
    layout = client.get(reverse("reports:layout-file", args=[commune.uuid])).content
    taken = client.post(address, {"layout": SimpleUploadedFile("mau.docx", layout)}, follow=True)

    assert "errorlist" in refused.content.decode() or "Word" in refused.content.decode()
    assert "Đang dùng mẫu do đơn vị sửa" in taken.content.decode()
