"""How commitments stand on pages, and the sheet that is posted."""

from typing import Any

from lantoa.figures.writing import write_number
from lantoa.records.commitments import urls
from lantoa.records.commitments.models import Commitment
from lantoa.records.commitments.queries import later_standard
from lantoa.records.record.forms import form_of
from lantoa.records.record.pages import Action, Pages

Sort = Commitment.Sort


def line(row: Commitment) -> str:
    """Return it in one line: what, how many or what came of it."""
    what = row.get_sort_display()
    if row.sort == Sort.PLEDGES:
        signed, to_sign = write_number(row.signed), write_number(row.to_sign)
        return f"{what}: đã ký {signed}, phải ký {to_sign}"
    if row.sort in (Sort.STANDARD, Sort.CHECK, Sort.PACT):
        return f"{what}: {write_number(row.units_involved)} đơn vị"
    return f"{what}: {row.get_outcome_display() or 'chưa rõ kết quả'}"


def _beside(row: Commitment) -> dict[str, Any]:
    return {"is_standard": row.sort == Sort.STANDARD, "later": later_standard(row)}


PAGES = Pages(
    one="cam kết",
    many="Cam kết, chuẩn mực, nêu gương",
    recorded="bản ghi cam kết, chuẩn mực, nêu gương",
    word="cam-ket",
    link="Cam kết",
    icon="card",
    button="Ghi cam kết, nêu gương",
    form=form_of(Commitment),
    line=line,
    beside=_beside,
    actions=[
        Action("Ghi cam kết", "Bản cam kết, nêu gương, việc nhận làm", icon="card", first_of=())
    ],
    more=urls.urlpatterns,
)
