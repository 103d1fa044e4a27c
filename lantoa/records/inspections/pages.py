"""How inspections stand on pages."""

from lantoa.figures.writing import write_number
from lantoa.records.inspections.models import Inspection, InspectionTheme
from lantoa.records.record.forms import form_of
from lantoa.records.record.pages import KeptList, Pages


def line(row: Inspection) -> str:
    """Return it in one line: how many, of how many."""
    theme = f"{row.theme}: " if row.theme else ""
    whom = f"{write_number(row.organisations)} tổ chức đảng, {write_number(row.members)} đảng viên"
    return f"{theme}{write_number(row.times)} cuộc; {whom}"


PAGES = Pages(
    one="cuộc kiểm tra, giám sát",
    many="Kiểm tra, giám sát",
    recorded="bản ghi kiểm tra, giám sát",
    word="kiem-tra-giam-sat",
    link="Kiểm tra, giám sát",
    icon="search",
    button="Ghi kiểm tra, giám sát",
    form=form_of(Inspection),
    line=line,
    lists=[
        KeptList(
            model=InspectionTheme,
            word="chu-de-kiem-tra",
            title="Chủ đề kiểm tra, giám sát",
            help="Chủ đề mà đơn vị chọn khi ghi một cuộc; bản ghi này không nhận chữ tự do.",
        )
    ],
)
