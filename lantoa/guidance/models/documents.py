"""Documents that are taught or carried out, of whatever level, and their files."""

import uuid

from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.guidance.models.rows import GuidanceRow, one_believed
from lantoa.people.models import User
from lantoa.seals.models import Sealed


class FrameworkDocument(GuidanceRow):
    """A document that the movement rests on, that is taught, or that a unit set for those below.

    Its number and day may be unknown. `leads` marks those that a report is written on; such a one
    holds from `valid_from` to the day before `valid_to`. `movement` is the movement's name in the
    words of that document. A plan is a document with tasks.
    """

    number = LineColumn("số, ký hiệu", max_length=40, default="", blank=True)
    sort = LineColumn("thể loại", max_length=40)
    issuer = LineColumn("cơ quan ban hành", max_length=120)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    title = LineColumn("trích yếu", max_length=300)
    addressees = LineColumn("nơi nhận", max_length=300, default="", blank=True)
    movement = LineColumn("tên gọi của việc học tập", max_length=200, default="", blank=True)
    leads = models.BooleanField("văn bản khung của báo cáo", default=False)
    valid_from = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    valid_to = models.DateField("hết hiệu lực từ ngày", null=True, blank=True)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thay thế"
    )
    carries_out = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cụ thể hóa"
    )
    source = LineColumn("nguồn", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "văn bản"
        constraints = [
            one_believed("guidance_document_one_version"),
            models.UniqueConstraint(
                fields=["set_by", "sort", "number", "issued_on"],
                condition=Q(superseded_at__isnull=True) & ~Q(number=""),
                name="guidance_document_once",
                violation_error_message="Văn bản cùng thể loại, số và ngày này đã có.",
            ),
            models.CheckConstraint(
                name="guidance_document_ends_after_it_begins",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gt=F("valid_from")),
                violation_error_code="valid_to",
                violation_error_message="Ngày hết hiệu lực phải sau ngày có hiệu lực.",
            ),
            models.CheckConstraint(
                name="guidance_document_leads_from_a_day",
                condition=Q(leads=False) | Q(valid_from__isnull=False),
                violation_error_code="valid_from",
                violation_error_message="Văn bản khung của báo cáo phải có ngày có hiệu lực.",
            ),
        ]

    def __str__(self) -> str:
        """Return how reports cite it."""
        return cite(self.sort, self.number) if self.number else f"{self.sort} {self.title}"


def cite(sort: str, number: str) -> str:
    """Name a document by sort and number: "Kết luận số 01-KL/TW"; a name needs no "số"."""
    return f"{sort} số {number}" if "/" in number else f"{sort} {number}"


class DocumentFile(Sealed):
    """What is to be seen of a document's file, on this installation's own disk.

    It refers to the document by its identity, through all corrections.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.UUIDField("văn bản", db_index=True)
    file = models.FileField("tệp", upload_to="guidance/%Y/%m", max_length=200)
    title = LineColumn("tên tệp", max_length=200)
    media_type = models.CharField("loại tệp", max_length=40)
    sha256 = models.CharField("dấu SHA-256", max_length=64)
    sent_sha256 = models.CharField("dấu SHA-256 của tệp đã gửi", max_length=64)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người thêm")
    added_at = models.DateTimeField("thêm lúc")
    removed_at = models.DateTimeField("gỡ lúc", null=True)

    class Meta:
        verbose_name = "tệp của văn bản"
        constraints = [
            models.UniqueConstraint(
                fields=["document", "sent_sha256"],
                condition=Q(removed_at__isnull=True),
                name="guidance_document_file_once",
                violation_error_message="Tệp này đã có.",
            )
        ]

    def __str__(self) -> str:
        """Return the name of the file."""
        return self.title
