"""What the simulated commune asked for, received and passed on, and its funds."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import MONTHS, Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.money.models import MoneyAccount
from lantoa.money.operations import open_fund
from lantoa.money.queries import fund_named
from lantoa.people.models import User
from lantoa.records.giving.models import GiverGroup, Giving
from lantoa.records.giving.operations import DONE
from lantoa.units.models import Unit

Fund, Sort = MoneyAccount.Sort, Giving.Sort
THOUSAND, MILLION = 1000, 1_000_000
FUNDS = {
    Fund.LEARNING: ("", "Quỹ khuyến học"),
    Fund.POOR: ("MT", "Quỹ vì người nghèo"),
    Fund.GRATITUDE: ("", "Quỹ đền ơn đáp nghĩa"),
    Fund.RICE: ("PN", "Hũ gạo tình thương"),
}
"""Each fund with the body that keeps it; the commune keeps those of none."""
APPEALS = {1: "Tết vì người nghèo", 7: "Đền ơn đáp nghĩa", 8: "Tiếp sức đến trường"}


def open_funds(commune: Commune, *, by: User) -> None:
    """Open the funds of the commune, before its first month."""
    first = MONTHS[0]
    for sort, (code, name) in FUNDS.items():
        entry = MoneyAccount(
            unit=_keeper(commune, code), sort=sort, name=name, opened_on=first.day(1)
        )
        open_fund(by=by, at=first.written_at, entry=entry)


def _keeper(commune: Commune, code: str) -> Unit:
    return commune.bodies[code] if code else commune.root


def giving_of(commune: Commune, month: Month, chance: Random) -> Sequence[Giving]:
    """Return what was given in one month: much before Tết, little in some, unknown now and then."""
    return [
        *_appeal(commune, month),
        *_receipts(commune, month, chance),
        *_aid(commune, month, chance),
    ]


def _appeal(commune: Commune, month: Month) -> Sequence[Giving]:
    if month.month not in APPEALS:
        return []
    words = {"sort": Sort.APPEAL, "title": APPEALS[month.month], "issuer": "Đảng ủy"}
    return [_entry(commune.root, "phat-dong", month.day(2), month, words)]


def _receipts(commune: Commune, month: Month, chance: Random) -> Sequence[Giving]:
    found = []
    for sort, (code, name) in FUNDS.items():
        if chance.random() < 0.3:
            continue
        unit, group = _keeper(commune, code), chance.choice(("members", "people", "donors"))
        words: dict[str, Any] = {
            "sort": Sort.RECEIPT,
            "title": f"Ủng hộ {name}",
            "money": chance.randint(8, 60) * 100 * THOUSAND * (3 if month.month == 1 else 1),
            "fund": fund_named(unit, name),
            "groups": [GiverGroup.objects.get(code=group)],
            "voucher": f"PT {month.month:02}/{sort[:2].upper()}",
        }
        found.append(_entry(unit, f"thu-{sort}", month.day(chance.randint(3, 12)), month, words))
    if chance.random() < 0.25:
        words = {"sort": Sort.RECEIPT, "title": "Góp gạo, nhu yếu phẩm", "goods": "rice"}
        words["quantity"] = chance.randint(5, 40) * 10 if chance.random() < 0.7 else None
        found.append(_entry(commune.bodies["PN"], "gop-gao", month.day(14), month, words))
    return found


def _aid(commune: Commune, month: Month, chance: Random) -> Sequence[Giving]:
    if month.month in {1, 9}:
        return [_scholarships(commune, month, chance), _gifts(commune, month, chance)]
    return [_gifts(commune, month, chance)] if chance.random() < 0.4 else []


def _gifts(commune: Commune, month: Month, chance: Random) -> Giving:
    poor, near_poor = chance.randint(2, 6), chance.randint(1, 5)
    words = {
        "sort": Sort.AID,
        "title": "Tặng quà hộ nghèo, hộ cận nghèo từ quỹ",
        "money": (poor + near_poor) * 100 * THOUSAND,
        "fund": fund_named(commune.bodies["MT"], FUNDS[Fund.POOR][1]),
        "goods": "gift",
        "quantity": poor + near_poor,
        "poor_households": poor,
        "near_poor_households": near_poor,
    }
    return _entry(commune.bodies["MT"], "chi-qua", month.day(24), month, words)


def _scholarships(commune: Commune, month: Month, chance: Random) -> Giving:
    pupils = chance.randint(3, 8)
    words = {
        "sort": Sort.AID,
        "title": "Trao học bổng từ Quỹ khuyến học",
        "money": pupils * 200 * THOUSAND,
        "fund": fund_named(commune.root, FUNDS[Fund.LEARNING][1]),
        "goods": "scholarship",
        "quantity": pupils,
        "pupils": pupils,
    }
    return _entry(commune.root, "chi-hoc-bong", month.day(25), month, words)


def _entry(unit: Unit, code: str, on: date, month: Month, words: dict[str, Any]) -> Giving:
    key = f"mau.van-dong.{code}.{month.name}"
    return Giving(unit=unit, key=key, first_day=on, last_day=on, **words)


def take_one_back(*, by: User) -> None:
    """Withdraw one receipt that was typed twice, so that its transfer is reversed."""
    held = Giving._default_manager.filter(key__startswith="mau.van-dong.thu-")
    row = held.select_related("unit").order_by("key").first()
    if isinstance(row, Giving):
        DONE.withdraw(row, by=by, at=MONTHS[-1].written_at, reason="Ghi nhầm, phiếu thu đã hủy")
