"""A gift names the work it is for: typed once, shown once as given and once as cost."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.money.models import Transfer
from lantoa.records.giving.models import GiverGroup, Giving
from lantoa.records.giving.operations import DONE, adopt_known
from lantoa.records.record.entry import Refused, changed
from lantoa.records.record.funding import MOST_OFFERED, funded_offered
from lantoa.records.works.models import MONEY, Work
from lantoa.records.works.operations import DONE as WORKS
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY, BEFORE = date(2026, 3, 10), date(2025, 12, 1)
SUM = 143_000_000


@pytest.fixture
def commune():
    adopt_known()
    return build.unit("Xã", under=build.unit("Tỉnh", code="T1"), kind=Kind.COMMUNE, code="X1")


def groups(*codes):
    return list(GiverGroup.objects.filter(code__in=codes))


def gift_for(work, *, at=build.NOW, **more):
    said = {"key": "góp", "sort": "receipt", "title": "Góp xây ba căn nhà", "money": SUM,
            "money_approximation": "about", "work": work.key, "last_day": BEFORE,
            "groups": groups("leaders", "officials")} | more  # fmt: skip
    said.setdefault("first_day", said["last_day"])
    entry = Giving(unit=work.unit, **said)
    return DONE.record(by=build.recorder(), at=at, entry=entry)


def totals(unit, first, last, **more):
    out = StringIO()
    call_command("figures", unit=unit, first=first, last=last, json=True, stdout=out, **more)
    measures = json.loads(out.getvalue())["measures"]
    return {code: line["total"] for code, line in measures.items() if line["total"] is not None}


def test_a_gift_for_a_work_is_given_on_its_day_and_cost_on_the_work_s(commune):
    gift_for(build.work(at=commune, on=DAY))

    given = totals("X1", "2025-01-01", "2025-12-31")
    cost = totals("X1", "2026-01-01", "2026-12-31")

    assert given.get("giving.money") == SUM
    assert "works.money" not in given
    assert (cost["works.money"], cost["works.members_money"]) == (SUM, SUM)
    assert "giving.money" not in cost


def test_the_same_sum_is_in_no_total_twice(commune):
    gift_for(build.work(at=commune, on=DAY))

    both = totals("T1", "2025-01-01", "2026-12-31")

    assert Transfer.objects.count() == 1
    assert [code for code, total in both.items() if total == SUM] == [
        "works.money", "works.members_money", "giving.money",
    ]  # fmt: skip
    assert 2 * SUM not in both.values()


def test_a_work_tells_its_own_money_or_has_gifts_never_both(commune):
    own = build.work(at=commune, on=DAY, people_money=5)
    with pytest.raises(Refused, match="đã tự ghi kinh phí"):
        gift_for(own)

    held = build.work(at=commune, on=DAY)
    gift_for(held)
    with pytest.raises(Refused) as refusal:
        WORKS.correct(
            held, entry=changed(held, people_money=5), by=build.recorder(), at=build.NOW,
            reason="Thêm",
        )  # fmt: skip
    assert [each.field for each in refusal.value.problems] == ["people_money"]


def test_no_gift_is_taken_for_a_work_whose_cost_is_told_at_another(commune):
    bearer = build.work(at=commune, on=DAY, unsplit_money=9)
    sharing = build.work(at=commune, on=DAY, cost_at=bearer.key)

    with pytest.raises(Refused, match="tính chung ở công trình khác"):
        gift_for(sharing)
    held = build.work(at=commune, on=DAY)
    gift_for(held)
    with pytest.raises(Refused) as refusal:
        WORKS.correct(
            held, entry=changed(held, cost_at=bearer.key), by=build.recorder(), at=build.NOW,
            reason="Tính chung",
        )  # fmt: skip
    assert [each.field for each in refusal.value.problems] == ["cost_at"]


def test_a_withdrawn_gift_leaves_the_work_without_known_cost(commune):
    gift = gift_for(build.work(at=commune, on=DAY))
    DONE.withdraw(gift, by=build.recorder(), at=build.NOW, reason="Nhầm")

    assert "works.money" not in totals("X1", "2026-01-01", "2026-12-31")


def test_a_gift_whose_givers_are_put_right_counts_under_the_right_source(commune):
    gift = gift_for(build.work(at=commune, on=DAY))
    right = changed(gift, groups=list(GiverGroup.objects.filter(code="people")))
    DONE.correct(gift, entry=right, by=build.recorder(), at=build.NOW, reason="Nhân dân góp")

    told = totals("X1", "2026-01-01", "2026-12-31")
    assert (told["works.people_money"], told["works.money"]) == (SUM, SUM)
    assert "works.members_money" not in told


def test_what_was_known_before_the_gift_has_no_cost(commune):
    gift_for(build.work(at=commune, on=DAY), at=build.NOW + timedelta(hours=2))

    told = totals("X1", "2026-01-01", "2026-12-31", as_known="2026-11-22T10:00")
    assert "works.money" not in told


def test_the_pages_of_work_and_gift_name_one_another(client, commune):
    work = build.work(at=commune, on=DAY)
    gift = gift_for(work)
    client.force_login(build.clerk(commune))

    shown = client.get(f"/cong-trinh/{work.uuid}/").content.decode()
    assert f"/van-dong/{gift.uuid}/" in shown
    assert "khoảng 143.000.000 đồng" in shown
    assert f"/cong-trinh/{work.uuid}/" in client.get(f"/van-dong/{gift.uuid}/").content.decode()
    listed = client.get(f"/don-vi/{commune.uuid}/cong-trinh/").content.decode()
    assert "143.000.000" in listed


def test_works_of_another_root_are_not_named(commune):
    other = build.unit("Xã khác", under=build.unit("Tỉnh khác"), kind=Kind.COMMUNE)
    work = build.work(at=other, on=DAY)
    with pytest.raises(ValidationError, match="Không có công trình này"):
        DONE.record(
            by=build.recorder(), at=build.NOW,
            entry=Giving(unit=commune, key="g", sort="receipt", title="Góp", money=5,
                         work=work.key, first_day=DAY, last_day=DAY),
        )  # fmt: skip


def test_a_work_that_takes_gifts_is_offered_behind_any_number_that_take_none(commune):
    older = build.work(at=commune, on=BEFORE, title="Nhà chị Sáu")
    later = [
        Work(unit=commune, first_day=DAY, last_day=DAY, key=f"sau{place}", sort="road",
             title=f"Đường số {place}", family_money=1_000_000)
        for place in range(MOST_OFFERED + 1)
    ]  # fmt: skip
    WORKS.record_unasked(by=build.recorder(), at=build.NOW, entries=later)

    assert funded_offered(commune) == [(older.key, str(older))]


@pytest.mark.parametrize("told", [*MONEY, "cost_at"])
def test_what_a_work_says_of_itself_holds_where_many_are_asked(commune, told):
    free = build.work(at=commune, on=DAY, title="Cầu chưa có tiền")
    said = {"cost_at": free.key} if told == "cost_at" else {told: 5_000_000}
    build.work(at=commune, on=DAY, title="Cầu đã có tiền", **said)

    rows = Work.objects.believed()

    assert set(Work.taking_gifts(rows)) == {each for each in rows if each.takes_gifts}


def test_the_page_of_a_gift_asks_once_for_the_work_that_it_is_for(client, commune):
    gift = gift_for(build.work(at=commune, on=BEFORE, title="Ba căn nhà"))
    client.force_login(build.clerk(commune))

    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/van-dong/{gift.uuid}/").content.decode()

    assert "Ba căn nhà" in page
    assert sum('FROM "works_work"' in each["sql"] for each in asked) == 1
