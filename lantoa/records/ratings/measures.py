"""What is counted of ratings: each class by level, years and quarters apart; titles; points."""

from typing import Any

from django.db.models import Case, CharField, Q, Sum, Value, When
from django.db.models.functions import Coalesce

from lantoa.figures.measure import Measure
from lantoa.records.ratings.models import ORGANISATIONS, RatedClass, Rating
from lantoa.records.record.counting import Counted, Display

Sort, Cadence = Rating.Sort, Rating.Cadence
LEVELS = {
    "excellent": "hoàn thành xuất sắc nhiệm vụ",
    "well": "hoàn thành tốt nhiệm vụ",
    "fulfilled": "hoàn thành nhiệm vụ",
    "failed": "không hoàn thành nhiệm vụ",
    "unrated": "chưa xếp loại",
}
UNITS = {
    RatedClass.BASES: "tổ chức",
    RatedClass.CELLS: "chi bộ",
    RatedClass.COLLECTIVES: "tập thể",
    RatedClass.MEMBERS: "đảng viên",
}
TITLES = {
    "four_good_cells": ("“Chi bộ bốn tốt”", Sort.FOUR_GOODS, RatedClass.CELLS),
    "four_good_bases": ("“Đảng bộ cơ sở bốn tốt”", Sort.FOUR_GOODS, RatedClass.BASES),
    "clean_cells": ("Chi bộ “Trong sạch vững mạnh”", Sort.CLEAN_STRONG, RatedClass.CELLS),
    "clean_bases": (
        "Tổ chức cơ sở đảng “Trong sạch vững mạnh”",
        Sort.CLEAN_STRONG,
        RatedClass.BASES,
    ),
}
YEARLY = Q(sort=Sort.LEVELS, cadence=Cadence.YEAR)
QUARTERLY = Q(sort=Sort.LEVELS, cadence=Cadence.QUARTER)


def unit_of(whom: RatedClass) -> str:
    """Return in what a class is counted."""
    return UNITS.get(whom, "người")


def _by_level(before: str, head: str, kept: Q) -> dict[Measure, Any]:
    return {
        Measure(
            f"ratings.{before}{whom.value}_{level}",
            f"{head}{whom.label}: {words}",
            unit_of(whom),
            sensitive=level == "failed" and whom not in ORGANISATIONS,
        ): Sum(level, filter=kept & Q(whom=whom))
        for whom in RatedClass
        for level, words in LEVELS.items()
    }


def _reviewed() -> dict[Measure, Any]:
    return {
        Measure(
            f"ratings.{whom.value}_reviewed", f"{whom.label}: đã kiểm điểm", unit_of(whom)
        ): Sum("reviewed", filter=YEARLY & Q(whom=whom))
        for whom in RatedClass
    }


def _titles() -> dict[Measure, Any]:
    return {
        Measure(f"ratings.{code}", label, unit_of(whom)): Sum(
            "recognised", filter=Q(sort=sort, whom=whom)
        )
        for code, (label, sort, whom) in TITLES.items()
    }


def _titled() -> Coalesce:
    """Name a rating in a list: what it is, of whom."""
    kinds = [When(Q(sort=sort) & ~Q(sort=Sort.LEVELS), then=Value(sort.label)) for sort in Sort]
    whom = [When(whom=each, then=Value(f"Xếp loại: {each.label.lower()}")) for each in RatedClass]
    found = Case(*kinds, *whom, default=Value(Sort.LEVELS.label), output_field=CharField())
    return Coalesce(found, Value(""))


LEARNING = Sum(
    Case(When(learning=Rating.Learning.YES, then=1), When(learning=Rating.Learning.NO, then=0))
)
SCORES = Q(sort=Sort.SCORE)
COUNTED = Counted(
    model=Rating,
    label="Đánh giá, xếp loại",
    silence="chưa ghi lần xếp loại nào",
    titled=_titled(),
    sums={
        **_by_level("", "", YEARLY),
        **_reviewed(),
        **_titles(),
        Measure("ratings.learning", "Xếp loại lấy kết quả học tập làm tiêu chuẩn", "lần"): LEARNING,
        **_by_level("quarter_", "Xếp loại quý - ", QUARTERLY),
        Measure("ratings.scores", "Lần chấm điểm theo bảng", "lần"): Sum(Value(1), filter=SCORES),
        Measure(
            "ratings.points", "Điểm đạt theo bảng", "điểm", scale=1, share_of="ratings.points_of"
        ): Sum("points", filter=SCORES),
        Measure("ratings.points_of", "Điểm tối đa theo bảng", "điểm", scale=1): Sum(
            "points_of", filter=SCORES
        ),
    },
    shown=Display(
        headlines=("ratings.cells_excellent", "ratings.members_excellent"),
        of_children=(("ratings.members_excellent", "Đảng viên xuất sắc"),),
    ),
)
