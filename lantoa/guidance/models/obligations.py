"""Who owes which kind of record how often."""

import uuid

from django.db import models
from django.db.models import Q

from lantoa.figures.period import write_day
from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.units.models import Kind


class Rhythm(models.TextChoices):
    """How often a kind of unit owes a kind of record."""

    MONTHLY = "monthly", "mỗi tháng"
    ONCE = "once", "một lần trong kỳ"
    NEVER = "never", "không phải ghi"


class Obligation(models.Model):
    """Which kind of unit owes which kind of record how often, from a day on.

    The next row of the same pair ends it. Rows are never changed: a correction closes the row and
    writes another. `record_kind` is the code of a kind of record; `due_day` is the day of the month
    after, by which what is owed every month must be there. A row that nobody recorded comes with
    the programme.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit_kind = models.CharField("loại đơn vị", max_length=20, choices=Kind.choices)
    record_kind = models.CharField("loại bản ghi", max_length=40)
    rhythm = models.CharField("bao lâu một lần", max_length=10, choices=Rhythm.choices)
    due_day = models.PositiveSmallIntegerField("hạn, ngày của tháng sau", null=True, blank=True)
    since = models.DateField("từ ngày")
    source = LineColumn("căn cứ", max_length=300)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True)

    class Meta:
        verbose_name = "quy định ai phải ghi gì"
        constraints = [
            models.UniqueConstraint(
                fields=["unit_kind", "record_kind", "since"],
                condition=Q(superseded_at__isnull=True),
                name="guidance_obligation_one_each_day",
                violation_error_message="Loại đơn vị này đã có thay đổi cùng loại trong ngày này.",
            ),
            models.CheckConstraint(
                name="guidance_obligation_due_where_monthly",
                condition=Q(rhythm="monthly", due_day__isnull=False)
                | (~Q(rhythm="monthly") & Q(due_day__isnull=True)),
                violation_error_message="Phải ghi mỗi tháng thì có ngày hạn; còn lại thì không.",
            ),
            models.CheckConstraint(
                name="guidance_obligation_due_in_every_month",
                condition=Q(due_day__isnull=True) | Q(due_day__gte=1, due_day__lte=28),
                violation_error_message="Hạn là một ngày từ 1 đến 28 của tháng sau.",
            ),
        ]

    def __str__(self) -> str:
        """Return who owes how often from when."""
        how = f"{self.get_unit_kind_display()}: {self.get_rhythm_display()}"
        return f"{how}, từ {write_day(self.since)}"
