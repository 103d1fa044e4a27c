"""Tables of what is asked: documents and themes, and who owes which kind of record; all dated."""

import uuid

from django.db import models
from django.db.models import F, Q

from lantoa.figures.period import write_day
from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.units.models import Kind, Unit


class FrameworkDocument(models.Model):
    """A document that the movement rests on, or that is taught in its meetings.

    `leads` marks those that a report is written on; such a one holds from `valid_from` to the day
    before `valid_to`. `movement` is the movement's name in the words of that document.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField("số, ký hiệu", max_length=40, unique=True)
    sort = models.CharField("thể loại", max_length=40)
    issuer = models.CharField("cơ quan ban hành", max_length=120)
    issued_on = models.DateField("ngày ban hành")
    title = models.CharField("trích yếu", max_length=300)
    movement = models.CharField("tên gọi của việc học tập", max_length=200, default="", blank=True)
    leads = models.BooleanField("văn bản khung của báo cáo", default=False)
    valid_from = models.DateField("có hiệu lực từ ngày")
    valid_to = models.DateField("hết hiệu lực từ ngày", null=True, blank=True)
    source = models.CharField("nguồn", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "văn bản khung"
        constraints = [
            models.CheckConstraint(
                name="guidance_document_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                violation_error_message="Ngày hết hiệu lực phải sau ngày có hiệu lực.",
            )
        ]

    def __str__(self) -> str:
        """Return how reports cite it."""
        return cite(self.sort, self.number)


def cite(sort: str, number: str) -> str:
    """Name a document by sort and number: "Kết luận số 01-KL/TW"; a name needs no "số"."""
    return f"{sort} số {number}" if "/" in number else f"{sort} {number}"


class Theme(models.Model):
    """A topic of a term or of years, set by a level of the organisation."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField("tên chuyên đề", max_length=300)
    short = models.CharField("tên gọn", max_length=80)
    set_by = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, verbose_name="đơn vị đề ra"
    )
    scope = models.CharField("phạm vi", max_length=80)
    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến ngày")
    source = models.CharField("nguồn", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "chuyên đề"
        constraints = [
            models.UniqueConstraint(
                fields=["short", "scope"],
                name="guidance_theme_named_once",
                violation_error_message="Chuyên đề này đã có.",
            ),
            models.CheckConstraint(
                name="guidance_theme_days_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
            ),
        ]

    def __str__(self) -> str:
        """Return its short name."""
        return self.short


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
