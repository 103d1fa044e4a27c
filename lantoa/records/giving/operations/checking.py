"""What is wrong with an entry of giving that no single column sees."""

from collections.abc import Iterable, Sequence

from lantoa.records.giving.models import APPEAL, GIVERS, GOODS, MONEY, SERVED, Giving
from lantoa.records.giving.queries import appeals_among
from lantoa.records.record.columns import columns_of, names
from lantoa.records.record.entry import Problem
from lantoa.records.record.funding import funded_by_key

Sort = Giving.Sort
PARTS = {
    Sort.APPEAL: (APPEAL, GIVERS),
    Sort.RECEIPT: (GIVERS, MONEY, GOODS),
    Sort.AID: (MONEY, GOODS, SERVED),
}
"""Which parts belong to which sort, beside the first."""
NOT_FOR = {
    Sort.APPEAL: ("appeal", "organisation", "publicity", "voucher", "voucher_day"),
    Sort.RECEIPT: (),
    Sort.AID: ("work", "workdays"),
}
"""What of these parts is not asked all the same."""
CHOSEN = {"money_approximation", "publicity"}
"""Columns that stand at a default where they mean nothing."""
ALL_PARTS = (APPEAL, GIVERS, MONEY, GOODS, SERVED)
LABELS = {each.name: str(each.verbose_name) for each in columns_of(Giving)}
EMPTY: tuple[object, ...] = (None, "")


def columns_for(sort: str) -> set[str]:
    """Return the names of the columns that belong to a sort; its fund is one of money."""
    parts = PARTS[Sort(sort)]
    found = {name for part in parts for name in names(Giving, part)}
    return (found | {"fund", "appeal"} if MONEY in parts else found) - {*NOT_FOR[Sort(sort)]}


def foreign_problems(entries: Sequence[Giving]) -> Iterable[Problem]:
    """Yield what an entry says that its sort does not."""
    every = {name for part in ALL_PARTS for name in names(Giving, part)} | {"appeal"}
    for place, entry in enumerate(entries):
        for name in sorted(every - columns_for(entry.sort) - CHOSEN):
            said = entry.apart.get(name) if name == "groups" else getattr(entry, name)
            if said and said not in EMPTY:
                label = LABELS[name]
                words = f"“{label}” không dùng cho việc {entry.get_sort_display().lower()}."
                yield Problem(place, name, words)


def fund_problems(entries: Sequence[Giving]) -> Iterable[Problem]:
    """Yield funds of other units, and those that were not in use on the day."""
    for place, entry in enumerate(entries):
        fund = entry.fund
        if fund is None:
            continue
        if fund.unit_id != entry.unit.pk or fund.side != fund.Side.FUND:
            yield Problem(place, "fund", "Đơn vị không có quỹ này. Hãy chọn lại.")
        elif entry.last_day < fund.opened_on or (
            fund.closed_on and entry.last_day >= fund.closed_on
        ):
            yield Problem(place, "fund", f"{fund.name} không dùng trong ngày này.")
        elif entry.money == 0:
            yield Problem(place, "money", "Vào quỹ thì số tiền phải lớn hơn 0.")
        yield from _not_exact(place, entry)


def _not_exact(place: int, entry: Giving) -> Iterable[Problem]:
    if entry.money is not None and entry.money_approximation != "exact":
        words = "Số gần đúng không vào quỹ. Bỏ chọn quỹ, hoặc ghi đúng số."
        yield Problem(place, "money", words)
    if entry.first_day != entry.last_day:
        words = "Vào quỹ thì mỗi lần một ngày. Bỏ trống ô “Từ ngày”."
        yield Problem(place, "first_day", words)


def named_problems(entries: Sequence[Giving]) -> Iterable[Problem]:
    """Yield works that are not there, that tell their own money, and appeals that are not there."""
    works = funded_by_key({each.work for each in entries if each.work})
    appeals = appeals_among({each.appeal for each in entries if each.appeal})
    appeals |= {each.key for each in entries if each.sort == Sort.APPEAL}
    for place, entry in enumerate(entries):
        if entry.appeal and entry.appeal not in appeals:
            yield Problem(place, "appeal", "Không có đợt vận động này. Hãy chọn lại.")
        if entry.work and (
            entry.work not in works or works[entry.work][1].unit.home != entry.unit.home
        ):
            yield Problem(place, "work", "Không có công trình này. Hãy chọn lại.")
        elif entry.work and not works[entry.work][1].takes_gifts:
            yield Problem(
                place,
                "work",
                "Công trình này đã tự ghi kinh phí, hoặc tính chung ở công trình khác, nên không "
                "tính thêm tiền góp. Xóa kinh phí ở công trình, hoặc bỏ chọn công trình ở đây.",
            )
