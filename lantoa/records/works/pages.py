"""How works stand on pages: what is asked, what they say, and the files that prove them."""

from typing import Any

from django.urls import reverse

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong
from lantoa.money.queries import given_for
from lantoa.records.record.columns import columns_of
from lantoa.records.record.pages import Action, Asker, Fact, Group, KeptList, Pages, groups_of
from lantoa.records.works import queries, urls
from lantoa.records.works.forms import ProofForm, WorkForm, WorkSortForm
from lantoa.records.works.models import COST, BeneficiaryClass, Work, WorkSort
from lantoa.records.works.operations import add_proofs


def groups(work: Work) -> list[Group]:
    """Return what a work says: a house by whom it is for, the quantity in the word of its sort."""
    said = _unsaid(work) | {
        "sort": work.sort_text,
        "house": None,
        "other_sort": None,
        "quantity": Fact.count("", work.quantity, work.measured_in).text,
        "cost_at": None,
    }
    cost = [Fact("Cộng các nguồn", write_dong(work.own_money)), *_gifts(work), *_joint(work)]
    return [each for each in groups_of(work, said=said, besides={COST: cost}) if each.facts]


def _unsaid(work: Work) -> dict[str, str | None]:
    """Return what few works say, and this one does not: it stands on no page."""
    more = [each for each in columns_of(Work) if each.asked == "more"]
    return {each.name: None for each in more if not _is_said(work, each.name)}


def _is_said(work: Work, name: str) -> bool:
    if name in Work.several():
        return bool(getattr(work, name).all())
    return getattr(work, name) not in ("", None)


def _joint(work: Work) -> list[Fact]:
    """Return the works with which it shares one stated sum: it is counted once, and where."""
    others = queries.sharing_cost(work)
    label = "Kinh phí tính chung ở" if work.cost_at else "Kinh phí trên tính chung cho"
    if work.cost_at and not others:
        return [Fact(label, "một công trình đã hủy ghi")]
    return [Fact(label, each.title, reverse("works:show", args=[each.uuid])) for each in others]


def _gifts(work: Work) -> list[Fact]:
    """Return the gifts for a work, each with the record that says so; and what they come to."""
    if work.given_money is None:
        return []
    found = given_for(work.key)
    facts = [
        Fact(
            f"Góp ngày {write_day(each.day)}",
            f"{'' if each.is_exact else 'khoảng '}{write_dong(each.amount)}: {each.words}",
            reverse(f"{each.record_kind}:show", args=[each.record]) if each.record else "",
        )
        for each in found
    ]
    return [*facts, Fact("Cộng tiền góp cho công trình", write_dong(work.given_money))]


def line(work: Work) -> str:
    """Return a work in one line: its sort, how much of it, and its money."""
    amount = Fact.count("", work.quantity, work.measured_in).text
    money = "tính chung ở công trình khác" if work.cost_at else write_dong(work.money)
    return f"{work.sort_text}: {amount}; kinh phí: {money}"


def _keep(form: ProofForm, work: Work, asked: Asker) -> None:
    add_proofs(form.cleaned_data["papers"], work=work, by=asked.by, at=asked.at)


def _proofs(work: Work) -> dict[str, Any]:
    return {"proofs": queries.proofs_of(work.uuid), "form": ProofForm()}


SORTS = KeptList(
    model=WorkSort,
    word="loai-cong-trinh-khac",
    title="Loại công trình, phần việc khác",
    help="Camera, cống, trạm y tế…: chọn khi loại là “Công trình, phần việc khác”. Mỗi dòng có số "
    "liệu riêng theo đơn vị tính của nó.",
    form=WorkSortForm,
    line=lambda row: f"tính theo {row.measured_in}",
)
CLASSES = KeptList(
    model=BeneficiaryClass,
    word="nhom-duoc-huong",
    title="Nhóm được hưởng",
    help="Chọn khi biết công trình, phần quà cho nhóm nào. Chỉ ghi nhóm, không ghi tên người.",
)
PAGES = Pages(
    one="công trình, phần việc",
    many="Công trình, phần việc",
    recorded="bản ghi công trình, phần việc, quà tặng",
    word="cong-trinh",
    link="Công trình",
    icon="house",
    button="Ghi công trình, quà tặng",
    form=WorkForm,
    groups=groups,
    line=line,
    beside=_proofs,
    keep=_keep,
    actions=(
        Action(label="Ghi công trình, quà tặng", note="Nhà, đường, cầu, quà, hỗ trợ", icon="house"),
    ),
    more=urls.urlpatterns,
    lists=[SORTS, CLASSES],
)
