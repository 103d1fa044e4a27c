"""Themes of years and of terms."""

from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.guidance.models.rows import GuidanceRow, one_believed


class Theme(GuidanceRow):
    """A topic of a term or of years, set by a level of the organisation."""

    class Sort(models.TextChoices):
        """Whether it is studied through the year, or is the year's motto."""

        THEME = "theme", "Chuyên đề học tập"
        MOTTO = "motto", "Chủ đề của năm"

    sort = models.CharField("loại", max_length=10, choices=Sort.choices, default=Sort.THEME)
    title = LineColumn("tên chuyên đề", max_length=300)
    short = LineColumn("tên gọn", max_length=80)
    scope = LineColumn("phạm vi", max_length=80, default="", blank=True)
    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến ngày")
    source = LineColumn("nguồn", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "chuyên đề"
        constraints = [
            one_believed("guidance_theme_one_version"),
            models.UniqueConstraint(
                fields=["short", "scope"],
                condition=Q(superseded_at__isnull=True, set_by__isnull=True),
                name="guidance_theme_named_once",
                violation_error_message="Chuyên đề này đã có.",
            ),
            models.UniqueConstraint(
                fields=["set_by", "short"],
                condition=Q(superseded_at__isnull=True),
                name="guidance_theme_named_once_by_a_unit",
                violation_error_code="short",
                violation_error_message="Đơn vị đã có chuyên đề mang tên gọn này.",
            ),
            models.CheckConstraint(
                name="guidance_theme_days_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_code="last_day",
                violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
            ),
        ]

    def __str__(self) -> str:
        """Return its short name."""
        return self.short
