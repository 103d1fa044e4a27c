"""How ratings stand on pages: counts by level, titles, marks of a sheet; the lists they need."""

from typing import Any

from lantoa.figures.writing import write_number
from lantoa.records.ratings.forms import RatingForm, RatingQuotaForm, ScoreSheetForm
from lantoa.records.ratings.models import (
    HOW_MANY,
    LEVELS,
    SCORED,
    TITLES,
    WHAT,
    Rating,
    RatingQuota,
    ScoreSheet,
)
from lantoa.records.ratings.operations import allowances_of
from lantoa.records.ratings.queries import quotas_on
from lantoa.records.ratings.scoring import write_points
from lantoa.records.record.pages import Action, Fact, Group, KeptList, Pages, groups_of

Sort = Rating.Sort
SHORT = (
    ("excellent", "xuất sắc"),
    ("well", "tốt"),
    ("fulfilled", "hoàn thành"),
    ("failed", "không hoàn thành"),
    ("unrated", "chưa xếp loại"),
)
PARTS = {
    Sort.LEVELS: (WHAT, HOW_MANY, LEVELS),
    Sort.FOUR_GOODS: (WHAT, HOW_MANY, TITLES),
    Sort.CLEAN_STRONG: (WHAT, HOW_MANY, TITLES),
    Sort.SCORE: (WHAT, SCORED),
}
"""Which parts a record of each sort shows."""


def groups(row: Rating) -> list[Group]:
    """Return what a rating says: counts with the arithmetic of quotas, or the marks of a sheet."""
    besides = {LEVELS: _quotas(row), SCORED: _scored(row)}
    said: dict[str, str | None] = dict.fromkeys(("marks", "points", "points_of"))
    shown = {part.title for part in PARTS[Sort(row.sort)]}
    if row.sort != Sort.LEVELS:
        said["share_told"] = None if row.share_told is None else f"{row.share_told}%"
    found = groups_of(row, said=said, besides=besides)
    return [each for each in found if each.title in shown]


def _quotas(row: Rating) -> list[Fact]:
    if row.sort != Sort.LEVELS:
        return []
    quotas = quotas_on(row.last_day)
    return [Fact(str(each.quota), each.arithmetic) for each in allowances_of(row, quotas)]


def _scored(row: Rating) -> list[Fact]:
    marks = [Fact(what, points) for what, points in row.told_marks()]
    return [*marks, Fact("Cộng", _points(row))] if marks else []


def _points(row: Rating) -> str:
    if row.points is None or row.points_of is None:
        return write_number(None)
    band = f", {row.band.lower()}" if row.band else ""
    return f"{write_points(row.points)}/{write_points(row.points_of)} điểm{band}"


def line(row: Rating) -> str:
    """Return it in one line: of whom, of which stretch, how many at which level."""
    if row.sort == Sort.SCORE:
        return f"{row.get_cadence_display()}: {_points(row)}"
    if row.sort != Sort.LEVELS:
        told = "" if row.share_told is None else f"; nguồn nêu {row.share_told}%"
        return f"Được công nhận {write_number(row.recognised)}/{write_number(row.total)}{told}"
    counts = [(getattr(row, name), word) for name, word in SHORT]
    known = [f"{write_number(count)} {word}" for count, word in counts if count is not None]
    return ", ".join(known) or write_number(None)


def _sheet_line(row: Any) -> str:
    sheet = row.read
    return f"{write_number(len(sheet.marked))} tiêu chí, {write_points(sheet.most)} điểm"


def _quota_line(row: Any) -> str:
    return (
        f"{row.get_whom_display()}; {row.percent}% {row.get_base_display()}, "
        f"{row.get_rounding_display()}"
    )


SHEETS = KeptList(
    model=ScoreSheet,
    word="bang-diem",
    title="Bảng điểm",
    help="Các bảng chấm điểm, mỗi dòng một phiên bản có ngày. Muốn sửa bảng thì thêm bảng mới rồi "
    "cho bảng cũ thôi dùng; điểm đã chấm giữ nguyên.",
    form=ScoreSheetForm,
    line=_sheet_line,
)
QUOTAS = KeptList(
    model=RatingQuota,
    word="muc-tran-xep-loai",
    title="Mức trần xếp loại",
    help="Tối đa bao nhiêu phần trăm được xếp hoàn thành xuất sắc, tính trên số nào, làm tròn ra "
    "sao. Vượt mức thì phải ghi lý do.",
    form=RatingQuotaForm,
    line=_quota_line,
)
PAGES = Pages(
    one="lần đánh giá, xếp loại",
    many="Đánh giá, xếp loại",
    recorded="bản ghi đánh giá, xếp loại",
    word="xep-loai",
    link="Xếp loại",
    icon="chart",
    button="Ghi đánh giá, xếp loại",
    form=RatingForm,
    groups=groups,
    line=line,
    actions=[
        Action(
            "Ghi đánh giá, xếp loại",
            "Bốn mức, danh hiệu, chấm điểm theo bảng",
            icon="chart",
            first_of=(),
        )
    ],
    lists=[SHEETS, QUOTAS],
)
