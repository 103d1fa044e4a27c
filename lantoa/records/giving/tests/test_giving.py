"""Appeals, receipts and aid: recorded with their transfers, counted, refused, shown."""

from datetime import date
from itertools import count

import pytest

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.money.models import MoneyAccount
from lantoa.money.operations import open_fund
from lantoa.money.queries import balances, movements, transfers_of, turnover
from lantoa.posts.models import Post
from lantoa.records.giving.models import Giving
from lantoa.records.giving.operations import DONE, adopt_known
from lantoa.records.giving.queries import group, rows
from lantoa.records.record.counting import Counted
from lantoa.records.record.entry import Refused, changed
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.queries import versions
from lantoa.records.record.sums import Scope, Wanted
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)
_numbers = count(1)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def commune():
    adopt_known()
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


@pytest.fixture
def fund(commune):
    entry = MoneyAccount(
        unit=commune, name="Quỹ vì người nghèo", sort="poor", opened_on=date(2024, 1, 1)
    )
    return open_fund(by=build.recorder(), at=build.NOW, entry=entry)


def entry_of(unit, **more):
    said = {"key": f"k{next(_numbers)}", "sort": "receipt", "title": "Ủng hộ"} | more
    said.setdefault("first_day", said.get("last_day", DAY))
    return Giving(unit=unit, last_day=said.pop("last_day", DAY), **said)


def given(unit, **more):
    return DONE.record(by=build.recorder(), at=build.NOW, entry=entry_of(unit, **more))


def totals(unit):
    counted: Counted = kind_of("giving").counted
    found = counted.count(counted.measures(), Wanted([Scope([unit.pk], YEAR)])).own[0]
    figures = found.get(unit.pk, [])
    return {
        each.code.removeprefix("giving."): figure
        for each, figure in zip(counted.measures(), figures, strict=False)
        if figure
    }


def test_a_receipt_into_a_fund_and_aid_out_of_it_are_its_thu_and_chi(commune, fund):
    given(commune, money=5_000_000, fund=fund)
    given(commune, sort="aid", money=2_000_000, fund=fund, goods="card", quantity=40, people=40)

    told = turnover([fund.pk], YEAR)

    assert (told.taken, told.paid, told.after) == (5_000_000, 2_000_000, 3_000_000)
    assert totals(commune) == {
        "money": 5_000_000, "spent": 2_000_000, "cards": 40, "people": 40,
    }  # fmt: skip


def test_what_is_known_only_in_sum_is_mobilised_and_stands_in_no_balance(commune, fund):
    given(commune, sort="appeal", issuer="Đảng ủy xã")
    held = given(commune, money=26_000_000, money_approximation="over")

    assert totals(commune) == {"appeals": 1, "money": 26_000_000}
    assert balances([fund.pk], on=DAY) == {fund.pk: 0}
    assert transfers_of(held.uuid) == []


def test_a_record_of_which_nobody_told_a_number_is_taken_and_no_number_is_made_of_it(commune):
    for sort in ("appeal", "receipt", "aid"):
        given(commune, sort=sort)

    assert totals(commune) == {"appeals": 1}


def test_a_correction_of_the_sum_reverses_the_transfer_and_writes_another(commune, fund):
    held = given(commune, money=5_000_000, fund=fund)
    right = changed(held, money=500_000)

    row = DONE.correct(held, entry=right, by=build.recorder(), at=build.NOW, reason="Thừa một số 0")
    DONE.correct(
        row,
        entry=changed(row, note="đã đối chiếu"),
        by=build.recorder(),
        at=build.NOW,
        reason="Ghi",
    )

    assert balances([fund.pk], on=DAY) == {fund.pk: 500_000}
    assert len(movements(fund, YEAR)) == 3


def test_a_withdrawn_receipt_leaves_the_fund_and_comes_back_with_it(commune, fund):
    held = given(commune, money=5_000_000, fund=fund)
    DONE.withdraw(held, by=build.recorder(), at=build.NOW, reason="Nhầm")
    assert balances([fund.pk], on=DAY) == {fund.pk: 0}

    (gone,) = versions(Giving, held.uuid)
    for _ in range(2):
        DONE.bring_back(gone, by=build.recorder(), at=build.NOW, reason="Đúng rồi")

    assert balances([fund.pk], on=DAY) == {fund.pk: 5_000_000}


def test_the_same_sent_twice_is_one_record_and_one_transfer(commune, fund):
    entry = entry_of(commune, money=5_000_000, fund=fund)
    for _ in range(2):
        DONE.record(by=build.recorder(), at=build.NOW, entry=entry)

    assert len(movements(fund, YEAR)) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"sort": "loan"}, "sort"), ({"title": ""}, "title"), ({"money": -1}, "money"),
     ({"goods": "gold"}, "goods"), ({"quantity": -1}, "quantity"), ({"workdays": -2}, "workdays"),
     ({"publicity": "loud"}, "publicity"), ({"money_approximation": "xxx"}, "money_approximation"),
     ({"goods_value": -1}, "goods_value"), ({"voucher": "x" * 61}, "voucher"),
     ({"organisation": "012345678901"}, "organisation"),
     ({"voucher_day": "32/1/2026"}, "voucher_day"),
     ({"appeal": "không có"}, "appeal"), ({"work": "không có"}, "work"),
     ({"people": 3}, "people"), ({"issuer": "Xã"}, "issuer"),
     ({"sort": "aid", "work": "k"}, "work"), ({"sort": "appeal", "money": 5}, "money"),
     ({"last_day": date(2026, 12, 1)}, "last_day")],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_box(commune, wrong, field):
    with pytest.raises(Refused) as refusal:
        given(commune, **wrong)

    assert field in [problem.field for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"money_approximation": "about"}, "money"), ({"first_day": date(2026, 3, 1)}, "first_day"),
     ({"last_day": date(2023, 1, 1)}, "fund"), ({"money": 0}, "money")],
)  # fmt: skip
def test_what_may_not_stand_in_a_fund_is_said_beside_its_box(commune, fund, wrong, field):
    with pytest.raises(Refused) as refusal:
        given(commune, **{"money": 5, "fund": fund} | wrong)

    assert field in [problem.field for problem in refusal.value.problems]


def test_the_fund_of_another_unit_is_refused(commune, fund):
    cell = build.unit("Chi bộ", under=commune)
    with pytest.raises(Refused, match="không có quỹ này"):
        given(cell, money=5, fund=fund)


def test_it_is_asked_for_by_sort_and_written_into_the_fund(client, commune, fund):
    client.force_login(build.clerk(commune))
    address = f"/don-vi/{commune.uuid}/van-dong/ghi/"
    page = client.get(address, follow=True)
    assert {"money", "fund", "groups"} <= page.context["form"].fields.keys()
    assert "people" not in page.context["form"].fields
    asked = client.get(f"{address}?sort=appeal", follow=True).context["form"]
    assert "money" not in asked.fields

    boxes = {
        "sort": "receipt", "title": "Ủng hộ người nghèo", "money": "5 triệu", "fund": fund.pk,
        "groups": [group("people").pk], "last_day": "10/3/2026",
        "publicity": "named", "money_approximation": "exact",
        "key": page.context["beside"]["key"].value(),
    }  # fmt: skip
    answer = client.post(page.request["PATH_INFO"], boxes, follow=True)

    assert answer.status_code == 200
    assert "Tiếp nhận: 5.000.000 đồng" in answer.content.decode()
    assert balances([fund.pk], on=DAY) == {fund.pk: 5_000_000}
    (held,) = rows(units=[commune.pk], asked=Question(commune.pk, YEAR))
    shown = client.get(f"/van-dong/{held.uuid}/").content.decode()
    assert "Nhân dân" in shown
    assert "không thay sổ kế toán" in shown
    assert "Hộ nghèo" not in shown


def test_the_list_asks_as_many_statements_however_many_there_are(
    client, commune, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(build.clerk(commune))
    asked = []
    for n in (1, 6):
        for each in range(n):
            given(commune, key=f"{n}.{each}", money=n * 1000 + each)
        with CaptureQueriesContext(
            connection,
        ) as found:
            client.get(f"/don-vi/{commune.uuid}/van-dong/")
        asked.append(len(found))

    assert asked[0] == asked[1]


def test_a_slip_confirms_a_gift_is_no_voucher_and_is_cancelled_with_a_reason(client, commune, fund):
    client.force_login(build.clerk(commune))
    held = given(commune, money=5_000_000, fund=fund)

    page = client.post(f"/van-dong/{held.uuid}/giay-xac-nhan/", follow=True)
    shown, slip = page.content.decode(), page.context["slip"]
    assert "không thay chứng từ kế toán" in shown
    assert slip.code in shown
    refused = client.post(f"/giay-xac-nhan/{slip.uuid}/huy/", {"reason": ""})
    assert "Hãy ghi lý do hủy giấy." in refused.content.decode()
    client.post(f"/giay-xac-nhan/{slip.uuid}/huy/", {"reason": "Ghi nhầm"})

    assert "Giấy này đã hủy" in client.get(f"/giay-xac-nhan/{slip.uuid}/").content.decode()
    again = client.post(f"/van-dong/{held.uuid}/giay-xac-nhan/", follow=True)
    assert again.context["slip"].pk != slip.pk


def test_a_slip_of_before_a_correction_says_so(client, commune):
    client.force_login(build.clerk(commune))
    held = given(commune, money=5_000_000)
    slip = client.post(f"/van-dong/{held.uuid}/giay-xac-nhan/", follow=True).context["slip"]
    DONE.correct(
        held, entry=changed(held, money=6), by=build.recorder(), at=build.NOW, reason="Nhầm"
    )

    page = client.get(f"/giay-xac-nhan/{slip.uuid}/").content.decode()
    assert "thay đổi sau khi lập giấy" in page
    assert "5.000.000" in page


def test_a_stranger_sees_and_records_nothing(client, commune):
    held = given(commune, money=5)
    stranger = build.clerk(build.unit("Tỉnh khác"), Post.Right.ADMIN)
    client.force_login(stranger)

    for address in (f"/don-vi/{commune.uuid}/van-dong/ghi/", f"/van-dong/{held.uuid}/",
                    f"/don-vi/{commune.uuid}/nhom-nguoi-gop/"):  # fmt: skip
        assert client.get(address).status_code == 403
    assert client.post(f"/van-dong/{held.uuid}/giay-xac-nhan/").status_code == 403


def test_the_administrator_of_the_root_keeps_the_list_of_groups(client):
    adopt_known()
    top = build.unit("Tỉnh")
    client.force_login(build.clerk(top, Post.Right.ADMIN))
    address = f"/don-vi/{top.uuid}/nhom-nguoi-gop/"

    said = {"label": "Kiều bào", "source": "sponsors", "since": "1/1/2026"}
    client.post(address, said)
    client.post(f"{address}leaders/thoi/")

    assert group("kieu-bao").valid_from == date(2026, 1, 1)
    assert group("leaders").valid_to is not None
    assert "Đã có nhóm tên này" in client.post(address, said).content.decode()
    adopt_known()
    assert group("leaders").valid_to is not None
