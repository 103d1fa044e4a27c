"""Targets that a unit set, in words as well as in numbers."""

from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.guidance.models.documents import FrameworkDocument
from lantoa.guidance.models.rows import GuidanceRow, one_believed


class Target(GuidanceRow):
    """Something to be reached by a day: a class, a title, or a number with its unit of measure."""

    class Outcome(models.TextChoices):
        """Whether it was reached; empty while nobody has said."""

        REACHED = "reached", "Đạt"
        NOT_REACHED = "not_reached", "Chưa đạt"
        PARTLY = "partly", "Đạt một phần"

    words = LineColumn("chỉ tiêu", max_length=300)
    document = models.ForeignKey(
        FrameworkDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="theo văn bản",
    )
    figure = models.PositiveBigIntegerField("bằng số", null=True, blank=True)
    measured_in = LineColumn("đơn vị tính", max_length=40, default="", blank=True)
    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến ngày")
    outcome = models.CharField(
        "kết quả", max_length=12, choices=Outcome.choices, default="", blank=True
    )
    outcome_on = models.DateField("ngày xác định", null=True, blank=True)
    outcome_words = LineColumn("căn cứ kết quả", max_length=300, default="", blank=True)
    source = LineColumn("nguồn", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "chỉ tiêu"
        constraints = [
            one_believed("guidance_target_one_version"),
            models.CheckConstraint(
                name="guidance_target_days_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_code="last_day",
                violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
            ),
            models.CheckConstraint(
                name="guidance_target_figure_has_a_measure",
                condition=Q(figure__isnull=True) | ~Q(measured_in=""),
                violation_error_code="measured_in",
                violation_error_message="Chỉ tiêu bằng số thì ghi đơn vị tính.",
            ),
        ]

    def __str__(self) -> str:
        """Return its words."""
        return self.words
