"""Emulation drives."""

from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.guidance.models.documents import FrameworkDocument
from lantoa.guidance.models.rows import GuidanceRow, one_believed


class Drive(GuidanceRow):
    """An emulation drive that a unit launched; how many joined may be unknown, never zero for it.

    The interim review and the closing are each a day and words, written down by a correction.
    """

    name = LineColumn("tên phong trào", max_length=200)
    document = models.ForeignKey(
        FrameworkDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="theo văn bản",
    )
    first_day = models.DateField("phát động từ ngày", null=True, blank=True)
    last_day = models.DateField("đến ngày", null=True, blank=True)
    contents = LineColumn("nội dung thi đua", max_length=1000, default="", blank=True)
    units_joined = models.PositiveIntegerField("số đơn vị tham gia", null=True, blank=True)
    people_joined = models.PositiveIntegerField("số người tham gia", null=True, blank=True)
    households_joined = models.PositiveIntegerField("số hộ tham gia", null=True, blank=True)
    reviewed_on = models.DateField("sơ kết ngày", null=True, blank=True)
    review = LineColumn("kết quả sơ kết", max_length=1000, default="", blank=True)
    closed_on = models.DateField("tổng kết ngày", null=True, blank=True)
    closing = LineColumn("kết quả tổng kết", max_length=1000, default="", blank=True)
    source = LineColumn("nguồn", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "phong trào thi đua"
        constraints = [
            one_believed("guidance_drive_one_version"),
            models.CheckConstraint(
                name="guidance_drive_days_in_order",
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(last_day__gte=F("first_day")),
                violation_error_code="last_day",
                violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
            ),
            models.CheckConstraint(
                name="guidance_drive_reviewed_before_it_closed",
                condition=Q(reviewed_on__isnull=True)
                | Q(closed_on__isnull=True)
                | Q(closed_on__gte=F("reviewed_on")),
                violation_error_code="closed_on",
                violation_error_message="Ngày tổng kết phải từ ngày sơ kết trở đi.",
            ),
        ]

    def __str__(self) -> str:
        """Return its name."""
        return self.name
