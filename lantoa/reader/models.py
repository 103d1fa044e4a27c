"""Tables of the reader: documents, what people decided of their figures, and words learned."""

import uuid

from django.db import models

from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed
from lantoa.units.models import Unit


class Reading(Sealed):
    """One document that somebody reads at a unit.

    `text` is what a publication or a report of our own says; it may be deleted once its figures
    are confirmed, and is empty from then on. `stretches` are (start, end, place in the file).
    """

    class Sort(models.TextChoices):
        """What sort of document it is."""

        PUBLISHED = "published", "Bài báo, báo cáo đã công bố"
        OWN = "own", "Báo cáo của chính đơn vị, sắp gửi"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="readings", verbose_name="đơn vị")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người đọc")
    at = models.DateTimeField("đọc lúc")
    sort = models.CharField("loại tài liệu", max_length=10, choices=Sort.choices)
    title = LineColumn("tên tài liệu", max_length=200)
    source = LineColumn("nguồn", max_length=300)
    source_url = models.CharField("địa chỉ nguồn", max_length=500, default="", blank=True)
    day = models.DateField("ngày của tài liệu")
    sha256 = models.CharField("dấu của tệp", max_length=64)
    text = models.TextField("văn bản", default="", blank=True)
    stretches = models.JSONField("chỗ trong tệp", default=list)
    remarks = models.JSONField("lưu ý khi đọc", default=list)
    forgotten_at = models.DateTimeField("xóa văn bản lúc", null=True)

    class Meta:
        verbose_name = "lần đọc tài liệu"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "sha256"],
                condition=models.Q(forgotten_at__isnull=True),
                name="reader_reading_one_of_a_file",
                violation_error_message="Tài liệu này đang được đọc ở đơn vị.",
            )
        ]

    def __str__(self) -> str:
        """Return its title."""
        return self.title


class Finding(models.Model):
    """What a person decided of one figure of a document: quoted, or skipped.

    `tries` counts how often it was confirmed, so that each confirmation is a quotation of its own.
    """

    class Choice(models.TextChoices):
        """What was decided."""

        OPEN = "open", "chưa xem"
        CONFIRMED = "confirmed", "đã trích"
        SKIPPED = "skipped", "bỏ qua"

    reading = models.ForeignKey(
        Reading, models.CASCADE, related_name="findings", verbose_name="lần đọc"
    )
    start = models.PositiveIntegerField("từ chữ thứ")
    words = models.CharField("số trong tài liệu", max_length=200)
    choice = models.CharField(
        "quyết định", max_length=10, choices=Choice.choices, default=Choice.OPEN
    )
    quotation = models.UUIDField("số liệu trích dẫn", null=True)
    tries = models.PositiveSmallIntegerField("số lần trích", default=0)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người quyết định")
    at = models.DateTimeField("quyết định lúc")

    class Meta:
        verbose_name = "số liệu tìm thấy"
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "start"],
                name="reader_finding_once",
                violation_error_message="Số này đã được xem.",
            )
        ]

    def __str__(self) -> str:
        """Return the words of the document."""
        return self.words


class Synonym(models.Model):
    """Words of documents that people confirmed to mean a measure, under one root.

    An empty measure says that they mean none of ours. The latest choice counts.
    """

    home = models.UUIDField("quyển nhật ký")
    phrase = models.CharField("cách nói", max_length=120)
    counted = models.CharField("đếm gì", max_length=20)
    measure = models.CharField("chỉ tiêu", max_length=80, default="", blank=True)
    times = models.PositiveIntegerField("số lần", default=1)
    at = models.DateTimeField("lần cuối")

    class Meta:
        verbose_name = "cách nói đã học"
        constraints = [
            models.UniqueConstraint(
                fields=["home", "phrase", "counted"],
                name="reader_synonym_one_meaning",
                violation_error_message="Cách nói này đã có nghĩa.",
            )
        ]

    def __str__(self) -> str:
        """Return the words and what they mean."""
        return f"{self.phrase}: {self.measure or 'không chỉ tiêu nào'}"
