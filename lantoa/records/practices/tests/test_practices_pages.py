"""Pages of practices: the spread drawn, models found and copied, steps and months written down."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.posts.models import Post
from lantoa.records.practices.models import PracticeField
from lantoa.records.practices.operations import DONE, adopt_known
from lantoa.records.practices.queries import listed_row, spread_of
from lantoa.records.practices.tests.test_practices import DAY, figures, output, practice, step
from lantoa.records.record.entry import changed
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
RICE = "Nắm gạo tình thương"


@pytest.fixture
def district():
    return build.unit("Huyện An Phú", under=build.unit("Tỉnh"), kind=Kind.DISTRICT)


def spread(district, copies, **more):
    """Return a shared practice of a district, and its communes, some of which copy it."""
    origin = practice(district, key="goc", title=RICE, sharing="root", summary="Mỗi bữa một nắm")
    communes = [build.unit(f"Xã {n}", under=district, kind=Kind.COMMUNE) for n in range(1, 15)]
    for n, each in enumerate(communes[:copies]):
        practice(each, key=f"chep{n}", title=RICE, origin="goc", **more)
    return origin, communes


def page(client, row):
    return client.get(f"/mo-hinh/{row.uuid}/").content.decode()


def sent(client, address, **boxes):
    """Send a page as it was asked for, with its key."""
    shown = client.get(address).context
    beside = shown.get("beside") or shown["sending"]
    return client.post(address, {"key": beside["key"].value(), **boxes})


def test_nam_gao_is_in_fourteen_of_fourteen_communes_and_the_spread_is_drawn(client, district):
    origin, communes = spread(district, 14)
    client.force_login(build.clerk(district))

    shown = page(client, origin)

    assert "Lan tỏa: 14 nơi làm theo" in shown
    assert "Huyện An Phú: <strong>14/14</strong>" in shown
    assert all(f">Xã {n}</a>" in shown for n in range(1, 15))
    assert figures(*communes)["copies"] == 14


def test_a_copy_of_a_copy_hangs_below_it_and_counts_for_both(client, district):
    origin, communes = spread(district, 2, sharing="root")
    practice(communes[2], key="chau", title=RICE, origin="chep0")
    client.force_login(build.clerk(district))

    context = client.get(f"/mo-hinh/{origin.uuid}/").context

    tree = context["spread"]
    assert (tree.below, [each.below for each in tree.branches]) == (3, [1, 0])
    assert [(each.have, each.of) for each in context["covers"]] == [(3, 14)]


def test_who_may_not_see_a_copy_is_told_how_many_and_not_where(client, district):
    _, communes = spread(district, 3)
    own = practice(communes[5], key="kin", title="Bếp", sharing="root")
    practice(communes[6], key="kin-chep", title="Bếp", origin="kin")
    client.force_login(build.clerk(communes[5]))

    shown = page(client, own)

    assert "1 nơi khác không chia sẻ" in shown
    assert "Xã 7" not in shown


def test_a_shared_origin_is_named_to_a_copy_and_one_no_longer_shared_is_not(client, district):
    origin, communes = spread(district, 1)
    client.force_login(build.clerk(communes[0]))
    copy = spread_of("chep0")[0]
    assert f"{RICE}, Huyện An Phú" in page(client, copy)

    said = {"by": build.recorder(), "at": build.NOW, "reason": "Thôi chia sẻ"}
    DONE.correct(origin, entry=changed(origin, sharing=""), **said)

    assert "Huyện An Phú" not in page(client, copy)
    assert "một mô hình không còn chia sẻ" in page(client, copy)


def test_a_shared_model_is_found_and_copied_into_one_s_own_unit(client, district):
    _, communes = spread(district, 0)
    practice(district, key="kin", title="Nắm gạo kín")
    client.force_login(build.clerk(communes[3]))

    found = client.get(f"/don-vi/{communes[3].uuid}/mo-hinh/tim/?tu=nam+gao")
    (line,) = found.context["lines"]
    form = client.get(line.copy_url).context["form"]
    assert (line.unit, line.url) == ("Huyện An Phú", "")
    assert form["title"].value() == RICE
    assert form["summary"].value() == "Mỗi bữa một nắm"
    sent(client, line.copy_url, sort="model", title=RICE, origin="goc", times="1",
         carrier="", sharing="", last_day="10/3/2026")  # fmt: skip

    assert [each.unit for each in spread_of("goc")] == [district.pk, communes[3].pk]


def test_a_step_is_written_down_shown_and_taken_back(client, district):
    row = practice(district)
    client.force_login(build.clerk(district))
    address = f"/mo-hinh/{row.uuid}/buoc/"

    wrong = sent(client, address, step="effective", last_day="10/3/2036", state="taken")
    assert "còn ở phía trước" in wrong.content.decode()
    sent(client, address, step="recognised", level="province", number="12/QĐ", state="taken",
         last_day="11/3/2026")  # fmt: skip
    assert "Được công nhận, cấp tỉnh</strong>: ngày 11/3/2026, số 12/QĐ" in page(client, row)
    assert figures(district)["recognised_province"] == 1

    (shown,) = client.get(f"/mo-hinh/{row.uuid}/").context["stepped"]["steps"]
    seen = client.get(shown.url).context["form"]["seen"].value()
    client.post(shown.url, {"seen": seen, "reason": "Ghi nhầm"})
    assert "recognised_province" not in figures(district)


def test_a_month_of_a_service_is_written_down_shown_and_taken_back(client, district):
    adopt_known()
    row = practice(district, sort="service", title="Bếp ăn")
    client.force_login(build.clerk(district))
    address = f"/mo-hinh/{row.uuid}/thang/"
    days = {"first_day": "1/3/2026", "last_day": "31/3/2026"}

    nothing = sent(client, address, **days)
    assert "Hãy ghi ít nhất một số" in nothing.content.decode()
    sent(client, address, **days, did_meals="1.200")
    again = sent(client, address, **days, did_meals="1.300")
    assert "của những ngày này đã ghi rồi" in again.content.decode()
    assert figures(district)["did_meals"] == 1200

    (month,) = client.get(f"/mo-hinh/{row.uuid}/").context["months"]
    withdraw = f"/mo-hinh/thang/{month.rows[0].uuid}/bo/"
    seen = client.get(withdraw).context["form"]["seen"].value()
    client.post(withdraw, {"seen": seen, "reason": "Đếm lại"})
    assert "did_meals" not in figures(district)


def test_the_administrator_of_the_root_keeps_the_lists_and_nobody_else(client):
    adopt_known()
    province = build.unit("Tỉnh")
    commune = build.unit("Xã", under=province, kind=Kind.COMMUNE)
    lists = f"/don-vi/{province.uuid}/danh-muc-mo-hinh/"
    client.force_login(build.clerk(province, Post.Right.ADMIN))

    client.post(f"{lists}fields/them/", {"label": "Văn hóa", "valid_from": "1/1/2026",
                                         "source": "Kế hoạch năm"})  # fmt: skip
    early = client.post(f"{lists}fields/welfare/thoi/", {"on": "1/1/2000"})
    client.post(f"{lists}fields/welfare/thoi/", {"on": "1/6/2026"})

    assert "Văn hóa" in client.get(lists).content.decode()
    assert "Ngày thôi dùng phải sau ngày bắt đầu dùng." in early.content.decode()
    assert listed_row(PracticeField, "welfare").valid_to == date(2026, 6, 1)
    client.force_login(build.clerk(commune, Post.Right.ADMIN))
    assert client.get(f"/don-vi/{commune.uuid}/danh-muc-mo-hinh/").status_code == 403
    assert client.get(lists).status_code == 403


def test_a_stranger_gets_the_same_answer_everywhere(client, district):
    adopt_known()
    row = practice(district)
    taken, done = step(row, "effective"), output(row, "meals", 5)
    client.force_login(build.clerk(build.unit("Tỉnh khác")))

    for address in (f"/mo-hinh/{row.uuid}/", f"/mo-hinh/{row.uuid}/buoc/",
                    f"/mo-hinh/{row.uuid}/buoc/{taken.uuid}/bo/", f"/mo-hinh/{row.uuid}/thang/",
                    f"/mo-hinh/thang/{done.uuid}/bo/", f"/mo-hinh/thang/{row.uuid}/bo/",
                    f"/don-vi/{district.uuid}/mo-hinh/tim/"):  # fmt: skip
        assert client.get(address).status_code == 403, address


def test_pages_ask_as_many_statements_of_many_rows_as_of_few(client, district):
    adopt_known()
    origin, communes = spread(district, 3, sharing="root")
    step(origin, "registered")
    output(origin, "meals", 5)
    client.force_login(build.clerk(district))
    addresses = [f"/mo-hinh/{origin.uuid}/", f"/don-vi/{district.uuid}/mo-hinh/",
                 f"/don-vi/{district.uuid}/mo-hinh/tim/",
                 f"/don-vi/{district.uuid}/mo-hinh/ghi/?origin=goc"]  # fmt: skip
    few = [statements(client, each) for each in addresses]

    for n, each in enumerate(communes[3:]):
        practice(each, key=f"them{n}", title=RICE, origin="goc", sharing="root")
        practice(district, key=f"khac{n}", title=f"Khác {n}", sharing="root", on=DAY)
    for month in range(4, 9):
        output(origin, "meals", 5, month=month)
        step(origin, "rechecked", on=date(2026, month, 1))

    assert [statements(client, each) for each in addresses] == few


def statements(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
