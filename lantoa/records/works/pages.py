"""How works stand on pages: what is asked, what they say, and the files that prove them."""

from typing import Any

from django.urls import reverse

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong
from lantoa.money.queries import given_for
from lantoa.records.record.pages import Action, Asker, Fact, Group, Pages, groups_of
from lantoa.records.works import queries, urls
from lantoa.records.works.forms import ProofForm, WorkForm
from lantoa.records.works.models import COST, Work
from lantoa.records.works.operations import add_proofs


def groups(work: Work) -> list[Group]:
    """Return what a work says: a house by whom it is for, the quantity in the word of its sort."""
    return groups_of(
        work,
        said={
            "sort": work.get_house_display() or work.get_sort_display(),
            "house": None,
            "quantity": Fact.count("", work.quantity, work.measured_in).text,
        },
        besides={COST: [Fact("Cộng các nguồn", write_dong(work.own_money)), *_gifts(work)]},
    )


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
    sort = work.get_house_display() or work.get_sort_display()
    amount = Fact.count("", work.quantity, work.measured_in).text
    return f"{sort}: {amount}; kinh phí: {write_dong(work.money)}"


def _keep(form: ProofForm, work: Work, asked: Asker) -> None:
    add_proofs(form.cleaned_data["papers"], work=work, by=asked.by, at=asked.at)


def _proofs(work: Work) -> dict[str, Any]:
    return {"proofs": queries.proofs_of(work.uuid), "form": ProofForm()}


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
)
