"""How commendations stand on pages, and the papers that are printed of them."""

from typing import Any

from lantoa.figures.writing import write_number
from lantoa.records.commendations import urls
from lantoa.records.commendations.forms import QuotaForm
from lantoa.records.commendations.models import DECISION, AwardForm, AwardQuota, Honour
from lantoa.records.commendations.operations import quota_words
from lantoa.records.commendations.queries import quotas_used
from lantoa.records.record.forms import form_of
from lantoa.records.record.pages import Action, Fact, Group, KeptList, Pages, groups_of

UNNUMBERED = "chưa rõ số quyết định"


def groups(row: Honour) -> list[Group]:
    """Return what a commendation says, and how much of a quota it uses."""
    said = {"decision": UNNUMBERED} if row.lacks_number else {}
    form = row.form.pk if row.form else None
    used = quotas_used(row.unit, form=form, on=row.last_day)
    facts = [Fact("Mức được đề nghị", quota_words(each)) for each in used]
    return groups_of(row, said=said, besides={DECISION: facts})


def line(row: Honour) -> str:
    """Return it in one line: what, which level, for how many, how far."""
    what = str(row.form or row.get_sort_display())
    level = f", {row.get_level_display()}" if row.level else ""
    stage = UNNUMBERED if row.lacks_number else row.get_stage_display().lower()
    return f"{what}{level}: {_counts(row)}; {stage}"


def _counts(row: Honour) -> str:
    words = ((row.collectives, "tập thể"), (row.individuals, "cá nhân"),
             (row.unseparated, "chưa tách"))  # fmt: skip
    known = [f"{write_number(count)} {word}" for count, word in words if count is not None]
    return ", ".join(known) or "chưa có số"


def _beside(row: Honour) -> dict[str, Any]:
    return {"is_decided": row.is_decided}


FORMS = KeptList(
    model=AwardForm,
    word="hinh-thuc-khen",
    title="Hình thức khen",
    help="Các hình thức mà đơn vị chọn khi ghi một lượt khen.",
)
QUOTAS = KeptList(
    model=AwardQuota,
    word="muc-de-nghi-khen",
    title="Mức đề nghị khen",
    help="Mỗi đơn vị được đề nghị tối đa bao nhiêu tập thể, cá nhân trong một năm, theo văn bản "
    "nào. Vượt mức thì hệ thống hỏi lại, không cấm.",
    form=QuotaForm,
    line=lambda row: (
        f"{row.form}; tập thể {write_number(row.collectives)}, "
        f"cá nhân {write_number(row.individuals)}"
    ),
)
PAGES = Pages(
    one="lượt khen",
    many="Biểu dương, khen thưởng",
    recorded="bản ghi biểu dương, khen thưởng",
    word="khen-thuong",
    link="Khen thưởng",
    icon="check",
    button="Ghi biểu dương, khen thưởng",
    form=form_of(Honour),
    groups=groups,
    line=line,
    beside=_beside,
    actions=[
        Action(
            "Ghi biểu dương, khen thưởng",
            "Đề xuất, biểu dương, quyết định khen",
            icon="check",
            first_of=(),
        )
    ],
    more=urls.urlpatterns,
    lists=[FORMS, QUOTAS],
)
