"""Tables of matters, of what becomes of each, and of the limits of time that papers set."""

import uuid

from django.db import models
from django.db.models import Q

from lantoa.figures.period import write_day
from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed
from lantoa.units.models import Unit

LONGEST = 1000


def _signature(column: str) -> "models.ForeignKey[User | None, User | None]":
    return models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=column)


class RaisedMatter(Sealed):
    """Something about which a unit is asked for its word: by which unit, on which day, about what.

    `uuid` is its identity through all corrections, `key` makes sending it again the same matter.
    `origin` names the record that it came out of, "KIND:UUID"; matters import no kind. No name of a
    person is kept. What becomes of it stands in its steps.
    """

    class Sort(models.TextChoices):
        """What it is, as whoever raises it declares."""

        PROPOSAL = "proposal", "Kiến nghị, đề xuất"
        OPINION = "opinion", "Ý kiến tại đối thoại"
        PRESSING = "pressing", "Việc nổi cộm, bức xúc"
        REMEDY = "remedy", "Việc phải khắc phục"
        TASK = "task", "Việc được giao"
        QUESTION = "question", "Câu hỏi của người dân"
        REQUEST = "request", "Phản ánh, yêu cầu của người dân"

    uuid = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    key = models.CharField("khóa", max_length=80)
    sort = models.CharField("loại", max_length=10, choices=Sort)
    words = LineColumn("nội dung", max_length=LONGEST)
    raised_by = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị nêu")
    raised_on = models.DateField("ngày nêu")
    origin = models.CharField("từ bản ghi", max_length=80, default="", blank=True, db_index=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True)
    superseded_by = _signature("người thay thế")
    reason = LineColumn("lý do sửa, hủy", max_length=300, default="", blank=True)
    is_withdrawn = models.BooleanField("đã hủy", default=False)

    class Meta:
        verbose_name = "kiến nghị, ý kiến"
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(superseded_at__isnull=True),
                name="matters_raised_key_once",
                violation_error_message="Kiến nghị này đã được ghi.",
            ),
            models.UniqueConstraint(
                fields=["uuid"],
                condition=Q(superseded_at__isnull=True),
                name="matters_raised_one_believed",
                violation_error_message="Kiến nghị này đã được sửa. Hãy mở lại trang.",
            ),
        ]

    def __str__(self) -> str:
        """Return what it is about."""
        return self.words


class MatterStep(Sealed):
    """What became of a matter on a day: who keeps it from then on, and until when it is due.

    Steps are a chain: each names the one `after` which it comes, so that two people cannot go on
    from the same one. `unit` did it, `keeper` has the matter from then on.
    """

    class Sort(models.TextChoices):
        """What was done."""

        KEPT = "kept", "Giao xử lý"
        HANDED = "handed", "Chuyển tiếp"
        ANSWERED = "answered", "Trả lời"
        CLOSED = "closed", "Khép lại, không trả lời"

    OPEN = (Sort.KEPT, Sort.HANDED)
    """After these a matter waits for its keeper."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    matter = models.UUIDField("kiến nghị", db_index=True)
    after = models.UUIDField("sau bước", null=True)
    sort = models.CharField("bước", max_length=10, choices=Sort)
    on = models.DateField("ngày", db_column="done_on")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị làm")
    keeper = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị giữ")
    due = models.DateField("hạn")
    words = LineColumn("nội dung, lý do", max_length=LONGEST, default="", blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True)
    superseded_by = _signature("người rút")
    reason = LineColumn("lý do rút", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "bước xử lý kiến nghị, ý kiến"
        constraints = [
            models.UniqueConstraint(
                fields=["matter"],
                condition=Q(superseded_at__isnull=True, after__isnull=True),
                name="matters_step_one_first",
                violation_error_message="Kiến nghị này đã có đơn vị giữ.",
            ),
            models.UniqueConstraint(
                fields=["after"],
                condition=Q(superseded_at__isnull=True),
                name="matters_step_one_next",
                violation_error_message="Vừa có người xử lý việc này. Hãy mở lại trang.",
            ),
        ]

    def __str__(self) -> str:
        """Return what was done when."""
        return f"{self.get_sort_display()}, {write_day(self.on)}"


class TimeLimit(models.Model):
    """How many days something may take, or must be told ahead, from a day on, by which paper.

    `code` names what is limited, `label` says it. The next row of the same code ends it; without
    days there is no limit from then on. A row that nobody recorded comes with the programme.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField("mã", max_length=60)
    label = models.CharField("thời hạn", max_length=150)
    days = models.PositiveSmallIntegerField("số ngày", null=True, blank=True)
    since = models.DateField("từ ngày")
    source = LineColumn("căn cứ", max_length=300)
    recorded_by = _signature("người ghi")
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True)

    class Meta:
        verbose_name = "thời hạn"
        constraints = [
            models.UniqueConstraint(
                fields=["code", "since"],
                condition=Q(superseded_at__isnull=True),
                name="matters_limit_one_each_day",
                violation_error_message="Thời hạn này đã có thay đổi từ ngày này.",
            )
        ]

    def __str__(self) -> str:
        """Return how long from when."""
        days = "không đặt hạn" if self.days is None else f"{self.days} ngày"
        return f"{self.label}: {days}, từ {write_day(self.since)}"
