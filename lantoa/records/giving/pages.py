"""How giving stands on pages."""

from typing import Any

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong
from lantoa.money.queries import transfers_of
from lantoa.records.giving import queries, urls
from lantoa.records.giving.forms import GivingForm
from lantoa.records.giving.models import APPEAL, GIVERS, MONEY, NOT_A_LEDGER, WHAT, Giving
from lantoa.records.giving.operations.checking import columns_for
from lantoa.records.record.columns import names
from lantoa.records.record.funding import funded_by_key
from lantoa.records.record.pages import Action, Fact, Group, Pages, groups_of
from lantoa.units.models import Kind

GATHERING = (
    Kind.FRONT,
    Kind.YOUTH,
    Kind.WOMEN,
    Kind.FARMERS,
    Kind.VETERANS,
    Kind.LABOUR,
    Kind.SOCIETY,
    Kind.NEIGHBOURHOOD,
)
"""Who gathers and gives out so often that it stands first on a phone."""


def groups(row: Giving) -> list[Group]:
    """Return what a record says, without what its sort does not."""
    wanted = columns_for(row.sort) | {*names(Giving, WHAT)}
    every = {name for sort in Giving.Sort for name in columns_for(sort)}
    said: dict[str, str | None] = dict.fromkeys(every - wanted)
    for name in ("closes_on", "voucher_day"):
        day = getattr(row, name)
        said[name] = write_day(day) if day and name in wanted else None
    said |= {"work": None, "appeal": queries.appeal_title(row.appeal) or None}
    besides = {MONEY: _of_money(row), GIVERS: [], APPEAL: []}
    found = groups_of(row, said=said, besides=besides)
    return [each for each in found if each.facts]


def _of_money(row: Giving) -> list[Fact]:
    if "money" not in columns_for(row.sort):
        return []
    facts = [Fact("Quỹ", str(row.fund) if row.fund else "không vào quỹ nào")]
    if row.work and (found := funded_by_key([row.work]).get(row.work)):
        kind, work = found
        facts.append(Fact("Cho công trình", str(work), kind.at("show", work)))
    return [*facts, Fact("Lưu ý", NOT_A_LEDGER)]


def line(row: Giving) -> str:
    """Return it in one line: what happened, money and goods as far as they are known."""
    said = [write_dong(row.money)] if row.money is not None else []
    if row.goods_text:
        said.append(Fact.count("", row.quantity, f"{row.goods_in} {row.goods_text}".strip()).text)
    return f"{row.get_sort_display()}: {'; '.join(said) or 'chưa có số'}"


def _beside(row: Giving) -> dict[str, Any]:
    is_receipt = row.sort == Giving.Sort.RECEIPT
    slips = queries.slips_of(row.uuid) if is_receipt else []
    return {
        "transfers": transfers_of(row.uuid),
        "slips": slips,
        "may_make_slip": is_receipt and not any(each.cancelled_at is None for each in slips),
    }


PAGES = Pages(
    one="việc vận động, tiếp nhận, phân bổ",
    many="Vận động, tiếp nhận, phân bổ",
    recorded="bản ghi vận động, tiếp nhận, phân bổ",
    word="van-dong",
    link="Vận động",
    icon="money",
    button="Ghi vận động, tiếp nhận",
    form=GivingForm,
    groups=groups,
    line=line,
    beside=_beside,
    actions=[
        Action(
            "Ghi tiền, quà tiếp nhận",
            "Tiền, hiện vật, ngày công góp vào",
            icon="money",
            filled={"sort": "receipt"},
            first_of=GATHERING,
        ),
        Action(
            "Ghi hỗ trợ, trao quà",
            "Cho hộ, người, học sinh",
            icon="people",
            filled={"sort": "aid"},
            first_of=GATHERING,
        ),
    ],
    more=urls.urlpatterns,
)
