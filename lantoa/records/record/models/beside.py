"""What stands beside records: that nothing happened, dated steps, doubts, what was brought back."""

import uuid

from django.db import models
from django.db.models import Q

from lantoa.figures.period import Period
from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.records.record.columns import Flag, Mark, Part, Phrase
from lantoa.records.record.models.record import Record
from lantoa.seals.models import Sealed
from lantoa.units.models import Unit


class NothingHappened(Record):
    """That a unit has nothing to record of one kind between two days: "không phát sinh".

    `record_kind` is the code of the kind. Where something is recorded later after all, both stay,
    and what was recorded counts.
    """

    record_kind: Mark = Mark("Loại bản ghi", Part("Không phát sinh"), max_length=40)

    class Meta(Record.Meta):
        verbose_name = "lời báo không phát sinh"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["unit", "record_kind", "first_day", "last_day"],
                condition=Q(superseded_at__isnull=True),
                name="record_nothinghappened_once",
                violation_error_message="Đơn vị đã báo không phát sinh cho đúng kỳ này.",
            ),
        ]

    def __str__(self) -> str:
        """Return what was said of which days."""
        return f"không phát sinh {Period(self.first_day, self.last_day)}"


class DatedStep(Record):
    """A dated step beside a record through all its corrections: taken, which counts, or planned.

    The kind of `record_kind` says which `step` and which `level` there are."""

    record_kind: Mark = Mark("Loại bản ghi", max_length=40)
    record: "models.UUIDField[uuid.UUID, uuid.UUID]" = models.UUIDField("bản ghi", db_index=True)
    step: Mark = Mark("Bước", max_length=20, missing="Hãy chọn bước.")
    level: Mark = Mark("Cấp", max_length=20, default="")
    number: Phrase = Phrase("Số quyết định", max_length=60, default="")
    is_planned: Flag = Flag("mới dự kiến", default=False)

    class Meta(Record.Meta):
        verbose_name = "bước của bản ghi"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["record", "step", "level", "is_planned", "first_day", "last_day"],
                condition=Q(superseded_at__isnull=True),
                name="record_datedstep_once",
                violation_error_message="Bước này, ngày này đã ghi rồi.",
            ),
        ]

    def __str__(self) -> str:
        """Return the day of the step."""
        return f"bước {Period(self.first_day, self.last_day)}"


class Doubt(Sealed):
    """Something odd about a record that was recorded all the same: it stands until it is settled.

    `twin` is the other record where there may be one too many. It is settled by a correction or a
    withdrawal, or by somebody who says why it is right.
    """

    class How(models.TextChoices):
        """How it was settled."""

        CORRECTED = "corrected", "đã đính chính"
        WITHDRAWN = "withdrawn", "đã hủy ghi"
        RIGHT = "right", "đúng như vậy"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    record_kind = models.CharField("loại bản ghi", max_length=40)
    record = models.UUIDField("bản ghi", db_index=True)
    twin = models.UUIDField("bản ghi giống", null=True, db_index=True)
    mark = models.CharField("dấu câu hỏi", max_length=43)
    title = models.CharField("tên bản ghi", max_length=300)
    day = models.DateField("ngày của bản ghi")
    words = models.CharField("câu hỏi", max_length=600)
    asked_at = models.DateTimeField("hỏi lúc")
    asked_of = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    settled_at = models.DateTimeField("xong lúc", null=True)
    settled_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người trả lời"
    )
    how = models.CharField("xong cách nào", max_length=10, choices=How, default="", blank=True)
    reason = LineColumn("lý do", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "điều cần xem lại"
        constraints = [
            models.UniqueConstraint(
                fields=["record", "mark"],
                condition=Q(settled_at__isnull=True),
                name="record_doubt_stands_once",
                violation_error_message="Điều này đang chờ xem lại.",
            )
        ]

    def __str__(self) -> str:
        """Return what is odd."""
        return self.words


class BroughtBack(Sealed):
    """Why a withdrawn record was brought back, by whom and when: the moment of its new row."""

    record_kind = models.CharField("loại bản ghi", max_length=40)
    record = models.UUIDField("bản ghi", db_index=True)
    at = models.DateTimeField("khôi phục lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người khôi phục")
    reason = LineColumn("lý do", max_length=300)

    class Meta:
        verbose_name = "lần khôi phục bản ghi"

    def __str__(self) -> str:
        """Return the reason."""
        return self.reason
