"""Tables of what is asked: documents and themes, dated."""

import uuid

from django.db import models
from django.db.models import F, Q

from lantoa.units.models import Unit


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
