"""Matters on the desk: raised, listed, answered, handed on, and hidden from strangers."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import localdate

from lantoa.figures.period import write_day
from lantoa.matters.models import MatterStep, RaisedMatter
from lantoa.matters.queries import shown
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


@pytest.fixture
def cell(commune):
    return build.unit("Chi bộ ấp Bắc", under=commune)


@pytest.fixture
def clerk(client, commune):
    user = build.clerk(commune)
    client.force_login(user)
    return user


def boxes(keeper, **more):
    today = localdate()
    said = {"sort": "proposal", "words": "Sửa đường ấp Bắc", "raised_on": write_day(today),
            "due": write_day(today + timedelta(days=5)), "keeper": str(keeper.uuid),
            "key": str(uuid4())}  # fmt: skip
    return said | more


def raised(client, cell, **more):
    client.post(f"/don-vi/{cell.uuid}/kien-nghi/ghi/", boxes(cell, **more))
    return RaisedMatter.objects.latest("pk")


def seen(matter):
    return str(shown(matter.uuid, today=localdate()).last.uuid)


def going(matter, **more):
    return {"key": str(uuid4()), "seen": seen(matter), "on": write_day(localdate())} | more


def test_a_matter_is_raised_listed_and_answered(client, cell, clerk):
    matter = raised(client, cell)
    listed = client.get(f"/don-vi/{cell.uuid}/kien-nghi/").content.decode()
    assert "Sửa đường ấp Bắc" in listed
    assert "Đang chờ (1)" in listed

    address = f"/kien-nghi/{matter.uuid}/"
    assert client.get(f"{address}tra-loi/").status_code == 200
    answer = client.post(f"{address}tra-loi/", going(matter, words="Đã sửa xong"))

    assert answer.url == address
    page = client.get(address).content.decode()
    assert "Đã sửa xong" in page
    assert "đã trả lời" in page
    assert "Đã trả lời (1)" in client.get(f"/don-vi/{cell.uuid}/kien-nghi/").content.decode()


def test_what_is_wrong_stands_beside_its_box_and_nothing_typed_is_lost(client, cell, clerk):
    wrong = boxes(cell, words="Số 123456789012", due="hôm nào")
    page = client.post(f"/don-vi/{cell.uuid}/kien-nghi/ghi/", wrong).content.decode()
    assert "Số 123456789012" in page
    assert "hôm nào" in page

    digits = boxes(cell, words="Số 123456789012")
    page = client.post(f"/don-vi/{cell.uuid}/kien-nghi/ghi/", digits).content.decode()
    assert "12 chữ số liền" in page
    assert not RaisedMatter.objects.exists()


def test_a_matter_is_handed_on_taken_back_corrected_and_withdrawn(client, commune, cell, clerk):
    matter = raised(client, cell)
    address = f"/kien-nghi/{matter.uuid}/"
    due = write_day(localdate() + timedelta(days=9))

    given = going(matter, words="Thuộc xã", keeper=str(commune.uuid), due=due)
    client.post(f"{address}chuyen/", given)
    assert MatterStep.objects.latest("pk").keeper == commune
    page = client.get(f"/don-vi/{cell.uuid}/kien-nghi/?xem=da-chuyen").content.decode()
    assert "Sửa đường ấp Bắc" in page

    client.post(f"{address}rut-buoc/", {"seen": seen(matter), "reason": "Chuyển nhầm"})
    assert "Chuyển nhầm" in client.get(address).content.decode()
    right = {"seen": matter.pk, "sort": "pressing", "words": "Sửa cầu", "reason": "Ghi sai"}
    client.post(f"{address}sua/", right)
    assert RaisedMatter.objects.latest("pk").words == "Sửa cầu"
    client.post(f"{address}huy/", {"seen": seen(matter), "reason": "Ghi trùng"})
    assert "Đã hủy" in client.get(address).content.decode()
    assert "Không có việc nào" in client.get(f"/don-vi/{cell.uuid}/kien-nghi/").content.decode()


def test_the_first_page_of_a_unit_counts_what_waits_in_it_and_below(client, commune, cell, clerk):
    page = client.get(f"/don-vi/{commune.uuid}/").content.decode()
    assert "chờ trả lời" not in page

    long_ago = write_day(localdate() - timedelta(days=9))
    raised(client, cell)
    raised(client, cell, raised_on=long_ago, due=long_ago)

    page = client.get(f"/don-vi/{commune.uuid}/").content.decode()
    assert "2 kiến nghị, ý kiến chờ trả lời" in page
    assert "1 quá hạn" in page


@pytest.mark.parametrize("rest", ["", "tra-loi/", "chuyen/", "sua/", "huy/", "khac/"])
def test_a_stranger_gets_the_same_answer_as_for_what_is_not_there(client, cell, clerk, rest):
    matter = raised(client, cell)
    client.force_login(build.clerk(build.unit("Tỉnh khác")))

    hidden = client.get(f"/kien-nghi/{matter.uuid}/{rest}")
    absent = client.get(f"/kien-nghi/{uuid4()}/{rest}")

    assert (hidden.status_code, absent.status_code) == (403, 403)
    assert client.get(f"/don-vi/{cell.uuid}/kien-nghi/").status_code == 403


def test_who_raised_it_sees_the_answer_and_may_not_give_it(client, commune, cell, clerk):
    client.post(f"/don-vi/{cell.uuid}/kien-nghi/ghi/", boxes(commune))
    matter = RaisedMatter.objects.latest("pk")
    client.force_login(build.clerk(cell))

    address = f"/kien-nghi/{matter.uuid}/"
    assert "tra-loi" not in client.get(address).content.decode()
    assert client.post(f"{address}tra-loi/", going(matter, words="Xong")).status_code == 403


def test_the_list_asks_as_much_for_many_as_for_one(
    client, cell, clerk, django_assert_max_num_queries
):
    raised(client, cell)
    with django_assert_max_num_queries(40) as one:
        client.get(f"/don-vi/{cell.uuid}/kien-nghi/")
    asked = len(one.captured_queries)
    for _ in range(5):
        raised(client, cell)
    with django_assert_max_num_queries(asked):
        client.get(f"/don-vi/{cell.uuid}/kien-nghi/")
