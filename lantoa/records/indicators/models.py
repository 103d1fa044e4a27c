"""Tables of indicators: what may be stated, and what was."""

from django.db import models
from django.db.models import Q

from lantoa.figures.measure import Nature
from lantoa.records.record.columns import Choice, Number, Part, Phrase, Value
from lantoa.records.record.models import Approximation, Record

STATED = Part("Chỉ tiêu", more="Số của cả một khoảng thời gian", template="indicators/what.html")


class Sort(models.Model):
    """One indicator that units may state: its words, unit of measure and how it may be added.

    A code list with days of validity: what is asked for changes with the years.
    """

    class Adds(models.TextChoices):
        """How figures of several units may be added."""

        FLOW = Nature.FLOW.value, "phát sinh trong kỳ, cộng được"
        STOCK = Nature.STOCK.value, "có tại ngày cuối kỳ, cộng được theo đơn vị"
        LOOSE = Nature.LOOSE.value, "không cộng được (thứ hạng, bình quân, tỷ lệ)"

    code = models.SlugField("mã", max_length=40, unique=True)
    label = models.CharField("tên chỉ tiêu", max_length=150)
    measured_in = models.CharField("đơn vị tính", max_length=30)
    nature = models.CharField("cách cộng", max_length=10, choices=Adds.choices)
    scale = models.PositiveSmallIntegerField("số chữ số thập phân", default=0)
    has_whole = models.BooleanField("có mẫu số", default=False)
    sensitive = models.BooleanField("nhóm cần bảo vệ", default=False)
    valid_from = models.DateField("dùng từ ngày")
    valid_to = models.DateField("thôi dùng từ ngày", null=True, blank=True)

    class Meta:
        verbose_name = "loại chỉ tiêu"

    def __str__(self) -> str:
        """Return its label."""
        return self.label


class Indicator(Record):
    """A number that a unit states of its area, over a stretch or on a day.

    `value` is an integer with the decimals that its sort says; `whole` is the 67 of "54 of 67".
    """

    sort: "models.ForeignKey[Sort, Sort]" = models.ForeignKey(
        Sort, models.PROTECT, verbose_name="chỉ tiêu"
    )
    value: Value = Value(
        "Số đạt được",
        STATED,
        help_text="Số lẻ ghi sau dấu phẩy: 6,06. Tiền: 73,5 triệu.",
        missing="Hãy ghi số này.",
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
