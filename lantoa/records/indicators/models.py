"""Tables of indicators: what may be stated, what is to be reached, and what was stated."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from lantoa.figures.charted import MEMBERS, ON_CHART
from lantoa.figures.formula import Misformed, read_formula
from lantoa.figures.measure import Nature
from lantoa.formats.lines import LineColumn
from lantoa.records.record.columns import Choice, Number, Part, Phrase
from lantoa.records.record.kinds import counted_kinds
from lantoa.records.record.lists import KeptRow
from lantoa.records.record.models import Approximation, Record
from lantoa.units.models import Unit

STATED = Part("Chỉ tiêu", more="Số của cả một khoảng thời gian", template="indicators/what.html")


def codes_counted() -> set[str]:
    """Return the codes of every measure that a formula may name: those that are not formulas."""
    every = (each for kind in counted_kinds() for each in kind.counted.measures())
    return {each.code for each in (*ON_CHART, MEMBERS, *every) if not each.formula}


class Sort(KeptRow):
    """One indicator: its words, unit of measure, how it may be added, or how it is worked out.

    A list with days of validity that the administrator keeps: what is asked for changes with the
    years. One with a formula is never stated: it is worked out of other measures when asked for.
    """

    class Adds(models.TextChoices):
        """How figures of several units may be added."""

        FLOW = Nature.FLOW.value, "Cộng: phát sinh trong kỳ"
        STOCK = Nature.STOCK.value, "Cộng theo đơn vị: có tại ngày cuối kỳ"
        WEIGHTED = Nature.WEIGHTED.value, "Bình quân gia quyền theo tổng số ghi kèm"
        LOOSE = Nature.LOOSE.value, "Lấy số mới nhất, không cộng: thứ hạng, bình quân, tỷ lệ"
        APART = Nature.APART.value, "Không cộng, không gộp: mỗi số đứng riêng"

    measured_in = LineColumn("đơn vị tính", max_length=30)
    nature = models.CharField("cách cộng", max_length=10, choices=Adds.choices)
    scale = models.PositiveSmallIntegerField("số chữ số thập phân", default=0)
    has_whole = models.BooleanField("có mẫu số", default=False)
    sensitive = models.BooleanField("nhóm cần bảo vệ", default=False)
    formula = LineColumn("công thức", max_length=300, default="", blank=True)
    lower_is_better = models.BooleanField("càng thấp càng tốt", default=False)
    near_percent = models.PositiveSmallIntegerField("sắp đạt khi tới", default=90)

    class Meta(KeptRow.Meta):
        verbose_name = "loại chỉ tiêu"
        constraints = [
            *KeptRow.Meta.constraints,
            models.CheckConstraint(
                name="indicators_sort_weighted_has_a_whole",
                condition=~Q(nature="weighted") | Q(has_whole=True),
                violation_error_code="has_whole",
                violation_error_message="Bình quân gia quyền thì phải có tổng số ghi kèm.",
            ),
            models.CheckConstraint(
                name="indicators_sort_near_is_a_part",
                condition=Q(near_percent__gte=1, near_percent__lte=100),
                violation_error_code="near_percent",
                violation_error_message="Ghi từ 1 đến 100.",
            ),
            models.CheckConstraint(
                name="indicators_sort_few_decimals",
                condition=Q(scale__lte=4),
                violation_error_code="scale",
                violation_error_message="Nhiều nhất 4 chữ số thập phân.",
            ),
        ]

    def clean(self) -> None:
        """Refuse a formula that cannot be read, or that names what is not counted."""
        if not self.formula:
            return
        try:
            unknown = read_formula(self.formula).unknown(codes_counted())
        except Misformed as refusal:
            raise ValidationError({"formula": str(refusal)}) from None
        if unknown:
            named = ", ".join(f"[{each}]" for each in unknown)
            raise ValidationError({"formula": f"Không có số liệu ghi với mã {named}."})


class IndicatorTarget(KeptRow):
    """What an indicator of a unit is to come to in one year, by which resolution.

    The years of one resolution are its yearly path. What another paper sets anew ends the row, and
    a row of its own begins.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    sort = models.ForeignKey(Sort, models.PROTECT, related_name="+", verbose_name="chỉ tiêu")
    year = models.PositiveSmallIntegerField("năm")
    value = models.PositiveBigIntegerField("mức đặt ra")

    class Meta(KeptRow.Meta):
        verbose_name = "mức phải đạt"
        constraints = [
            *KeptRow.Meta.constraints,
            models.UniqueConstraint(
                name="indicators_indicatortarget_one_in_use",
                fields=["unit", "sort", "year"],
                condition=Q(valid_to__isnull=True),
                violation_error_message="Năm này đã có mức đang dùng. Thôi dùng mức cũ trước.",
            ),
            models.CheckConstraint(
                name="indicators_indicatortarget_year",
                condition=Q(year__gte=2016, year__lte=2100),
                violation_error_code="year",
                violation_error_message="Năm từ 2016 đến 2100.",
            ),
        ]


class Indicator(Record):
    """A number that a unit states of its area, over a stretch or on a day.

    `value` is an integer with the decimals that its sort says, unknown where nobody told it;
    `whole` is the 67 of "54 of 67", and the weight of what is added by weight. `agency` is who
    vouches for the number: it stands beside it wherever it is shown.
    """

    sort: "models.ForeignKey[Sort, Sort]" = models.ForeignKey(
        Sort, models.PROTECT, verbose_name="chỉ tiêu"
    )
    value: Number = Number(
        "Số đạt được",
        STATED,
        help_text="Số lẻ ghi sau dấu phẩy: 6,06. Tiền: 73,5 triệu. Chưa có số thì để trống.",
        default=None,
    )
    whole: Number = Number(
        "Trên tổng số",
        STATED,
        help_text="Ví dụ 67, khi đạt 54 trên 67 trường.",
        default=None,
    )
    approximation: Choice = Choice(
        "Mức chính xác",
        STATED,
        choices=Approximation.choices,
        missing="Hãy chọn mức chính xác.",
        max_length=6,
        default=Approximation.EXACT,
    )
    agency: Phrase = Phrase(
        "Cơ quan cung cấp",
        STATED,
        help_text="Ví dụ: Phòng Giáo dục và Đào tạo.",
        asked="more",
        max_length=120,
        default="",
    )

    class Meta(Record.Meta):
        verbose_name = "chỉ tiêu"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="indicators_indicator_whole_is_positive",
                condition=Q(whole__isnull=True) | Q(whole__gt=0),
                violation_error_code="whole",
                violation_error_message="Tổng số phải lớn hơn 0.",
            ),
            models.CheckConstraint(
                name="indicators_indicator_not_negative",
                condition=Q(value__gte=0),
                violation_error_code="value",
                violation_error_message="Số không được âm.",
            ),
        ]

    def __str__(self) -> str:
        """Return what it states."""
        return str(self.sort)

    @classmethod
    def completed(cls, rows: Any, as_known: datetime | None = None) -> Any:
        """Return rows with their sorts, which every line of a list names."""
        return rows.select_related("sort")
