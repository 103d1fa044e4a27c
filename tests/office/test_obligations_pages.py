"""The page of who owes what: seen by administrators, changed by those of a root."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.guidance.models import Obligation, Rhythm
from lantoa.guidance.operations import renew_known
from lantoa.guidance.queries import duties
from lantoa.posts.models import Post
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
PASSWORDS = "lantoa.people.access.PasswordSignIn"
ADMIN = Post.Right.ADMIN


@pytest.fixture
def province():
    return build.root("Đảng bộ tỉnh")


@pytest.fixture
def ward(province):
    return build.unit("Đảng bộ phường", under=province, kind=Kind.COMMUNE)


@pytest.fixture
def admin(province, client):
    return signed_in(client, build.clerk(province, ADMIN, name="Quản trị tỉnh"))


def signed_in(client, user):
    client.force_login(user, backend=PASSWORDS)
    return client


def page(name, unit, *more):
    return reverse(f"office:{name}", args=[unit.uuid, *more])


def text(answer):
    return " ".join(answer.content.decode().split())


def asked(**more):
    return {
        "unit_kind": "school",
        "rhythm": "monthly",
        "due_day": "10",
        "since": "2026-07-01",
        "source": "Kế hoạch số 12-KH/TU",
        **more,
    }


def works():
    return [each for each in duties() if each.record_kind == "works"]


def test_the_page_tells_by_kind_who_owes_it_and_which_kind_nobody_owes(admin, province):
    renew_known(at=build.NOW)

    shown = text(admin.get(page("obligations", province)))

    assert "Chi bộ" in shown
    assert "ngày 5 tháng sau" in shown
    assert "Điều lệ Đảng" in shown
    owed = {each.record_kind for each in duties() if each.is_anything}
    nobody = [kind for kind in kinds() if kind.pages.form and kind.code not in owed]
    assert shown.count("Không loại đơn vị nào phải ghi mục này.") == len(nobody) > 1
    assert page("oblige", province, "meetings") in shown


def test_a_change_is_written_down_and_shown_with_who_wrote_it(admin, province):
    done = admin.post(page("oblige", province, "works"), asked(), follow=True)

    (duty,) = works()
    assert (duty.unit_kind, duty.rhythm, duty.due_day) == ("school", Rhythm.MONTHLY, 10)
    assert (duty.since, duty.source) == (date(2026, 7, 1), "Kế hoạch số 12-KH/TU")
    assert done.redirect_chain[0][0] == page("obligations", province)
    assert "Trường học: mỗi tháng, từ 1/7/2026. <span" in text(done)
    assert "Quản trị tỉnh ghi lúc" in text(done)


def test_a_change_to_come_stands_apart_from_what_holds_today(admin, province):
    renew_known(at=build.NOW)
    tomorrow = localdate() + timedelta(days=1)
    coming = asked(unit_kind="cell", rhythm="never", due_day="", since=tomorrow.isoformat())

    shown = text(admin.post(page("oblige", province, "meetings"), coming, follow=True))

    today, later = shown.split("Sẽ đổi", 1)
    assert "mỗi tháng" in today
    assert "không phải ghi" in later


def test_a_due_day_is_kept_only_where_something_is_owed_every_month(admin, province):
    admin.post(page("oblige", province, "works"), asked(rhythm="once"))

    assert works()[0].due_day is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"due_day": ""}, "thì chọn hạn là ngày nào"),
        ({"due_day": "29"}, "Ghi một số từ 1 đến 28."),
        ({"due_day": "năm"}, "không phải là một số"),
        ({"unit_kind": ""}, "Chọn loại đơn vị."),
        ({"rhythm": ""}, "Chọn bao lâu một lần."),
        ({"since": ""}, "Hãy ghi ngày."),
        ({"since": "1/1/1925"}, "Năm phải từ 1930 đến 2200"),
        ({"source": " "}, "Ghi căn cứ"),
    ],
)
def test_what_is_missing_is_said_beside_its_box_and_nothing_is_written(
    admin, province, wrong, words
):
    answer = admin.post(page("oblige", province, "works"), asked(**wrong))

    assert (answer.status_code, words in text(answer)) == (200, True)
    assert works() == []


@pytest.mark.parametrize("kind", ["nation", "unplaced", "castle"])
def test_only_kinds_of_unit_that_can_owe_something_are_taken(admin, province, kind):
    admin.post(page("oblige", province, "works"), asked(unit_kind=kind))

    assert works() == []


def test_a_change_is_taken_back_with_a_reason(admin, province):
    admin.post(page("oblige", province, "works"), asked())
    row = Obligation.objects.get()
    address = page("take-back", province, row.uuid)

    shown = admin.get(address)
    silent = admin.post(address, {"reason": ""})
    done = admin.post(address, {"reason": "Nhầm loại"}, follow=True)
    late = admin.post(address, {"reason": "Nhầm loại"})

    assert "Trường học: mỗi tháng, từ 1/7/2026" in text(shown)
    assert "Ghi lý do." in text(silent)
    assert works() == []
    assert "Quy định trước đó lại có hiệu lực" in text(done)
    assert "đã được thay hoặc bỏ" in text(late)


def test_an_administrator_of_a_unit_below_looks_and_changes_nothing(client, province, ward):
    renew_known(at=build.NOW)
    below = signed_in(client, build.clerk(ward, ADMIN))
    row = Obligation.objects.first()

    shown = text(below.get(page("obligations", ward)))

    assert "Chỉ quản trị của đơn vị cao nhất thay đổi được" in shown
    assert page("oblige", ward, "meetings") not in shown
    for unit in (ward, province):
        assert below.post(page("oblige", unit, "works"), asked()).status_code == 403
        assert below.post(page("take-back", unit, row.uuid), {"reason": "x"}).status_code == 403
    assert works() == []


@pytest.mark.parametrize("right", [Post.Right.CLERK, Post.Right.VIEW, Post.Right.RECORD])
def test_only_administrators_reach_the_pages(client, province, right):
    clerk = signed_in(client, build.clerk(province, right))

    for address in (page("obligations", province), page("oblige", province, "works")):
        assert clerk.get(address).status_code == 403
        assert clerk.post(address, asked()).status_code == 403
    assert works() == []


def test_hidden_and_absent_get_the_same_answer(admin, province):
    elsewhere = build.root("Tỉnh khác")

    refused = [
        admin.get(page("obligations", elsewhere)),
        admin.get(reverse("office:obligations", args=[uuid4()])),
        admin.get(page("oblige", province, "castles")),
        admin.get(page("take-back", province, uuid4())),
    ]

    assert [each.status_code for each in refused] == [403] * 4


def test_the_navigation_of_administrators_leads_there(admin, province):
    assert page("obligations", province) in text(admin.get(page("posts", province)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"due_day": "5,5"}, "không phải số nguyên"),
        ({"due_day": "5.0"}, "không phải là một số"),
        ({"due_day": "５"}, "không phải là một số"),
        ({"due_day": "29"}, "từ 1 đến 28"),
        ({"due_day": "0"}, "từ 1 đến 28"),
        ({"source": "Theo 079123456789"}, "số căn cước"),
        ({"source": "\u200b"}, "Ghi căn cứ"),
        ({"source": "a" * 301}, "tối đa 300"),
    ],
)
def test_the_form_reads_and_refuses_as_the_forms_of_records_do(admin, province, typed, said):
    answer = admin.post(page("oblige", province, "works"), asked(**typed))

    assert answer.status_code == 200
    assert said in text(answer)
    assert not works()
