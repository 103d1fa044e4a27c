"""The columns that every record has, what every kind answers, and that nothing happened."""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, ClassVar, Self, dataclass_transform

from django.db import models
from django.db.models import F, Q

from lantoa.figures.period import Period
from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.records.record import columns
from lantoa.records.record.columns import Address, Day, Flag, Mark, Part, Phrase
from lantoa.records.record.steps import Steps
from lantoa.seals.models import Sealed, SealedQuerySet
from lantoa.units.models import Unit
from lantoa.units.queries.chart import believed
from lantoa.units.queries.within import among


class Approximation(models.TextChoices):
    """How exactly a source states a number."""

    EXACT = "exact", "đúng"
    ABOUT = "about", "khoảng, gần"
    OVER = "over", "hơn, trên"
    UNDER = "under", "dưới"


class RecordQuerySet(SealedQuerySet["Record"]):
    """Rows of one kind of record, chosen by clock, unit and period."""

    def believed(self, as_known: datetime | None = None) -> Self:
        """Keep what was believed at a moment; by default what is believed now."""
        return self.filter(believed(as_known))

    def of(self, units: Collection[int]) -> Self:
        """Keep the records of some units."""
        return among(self, "unit_id", units)  # type: ignore[return-value]

    def within(self, period: Period) -> Self:
        """Keep what lies wholly within a period: that is what counts in it."""
        return self.filter(first_day__gte=period.first, last_day__lte=period.last)


@dataclass_transform(
    kw_only_default=True,
    eq_default=False,
    field_specifiers=(
        columns.Address,
        columns.Choice,
        columns.Count,
        columns.Day,
        columns.Decimals,
        columns.Dong,
        columns.Flag,
        columns.Phrase,
        columns.Mark,
        columns.Whom,
        columns.Number,
        columns.OneOf,
        columns.Several,
        columns.SomeDay,
        columns.Times,
        columns.Value,
        models.ForeignKey,
        models.UUIDField,
    ),
)
class Asked(Sealed):
    """What somebody asks to be written down: mypy sees to it that a row says what it must."""

    class Meta:
        abstract = True


class Record(Asked):
    """Something that a unit did between two days, both included; one event or many.

    `uuid` is its identity through all corrections, `key` what its maker called it, so that sending
    it again is the same record. A correction closes the row and writes another; a withdrawal closes
    it with a reason. Nothing is changed in place.

    A row that is not saved is an entry: what its annotated columns say is asked to be written down.
    `apart` holds what an entry says that stands in tables of its own. `steps` are the dated steps
    that may stand beside a record, where a kind has any.
    """

    steps: ClassVar[Steps | None] = None

    uuid = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    key: Mark = Mark("khóa", max_length=80)
    digest = models.CharField("dấu nội dung", max_length=64, editable=False)
    unit: "models.ForeignKey[Unit, Unit]" = models.ForeignKey(
        Unit, models.PROTECT, related_name="%(class)ss", verbose_name="đơn vị", db_index=False
    )
    first_day: Day = Day("Từ ngày", missing="Hãy ghi ngày.")
    last_day: Day = Day("Ngày", missing="Hãy ghi ngày.")
    source: Phrase = Phrase(
        "Nguồn", help_text="Biên bản, báo cáo, bài báo nào.", max_length=300, default=""
    )
    source_url: Address = Address("Địa chỉ trang nguồn", max_length=500, default="")
    note: Phrase = Phrase("Ghi chú", max_length=500, default="")
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người ghi", db_index=False
    )
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True)
    superseded_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người thay thế",
        db_index=False,
    )
    reason = LineColumn("lý do đính chính, hủy ghi", max_length=300, default="", blank=True)
    is_withdrawn = models.BooleanField("đã hủy ghi", default=False)

    objects = RecordQuerySet.as_manager()  # type: ignore[misc]

    def __init__(self, *args: Any, **said: Any) -> None:
        """Take columns by name, and aside what stands in tables of its own."""
        self.apart: dict[str, Sequence[Any]] = {}
        for name in self.several() if said else ():
            if name in said:
                self.apart[name] = said.pop(name)
        super().__init__(*args, **said)

    @classmethod
    def completed(cls, rows: Any, as_known: datetime | None = None) -> Any:
        """Return rows with what other tables say of them; most kinds ask none."""
        return rows

    @classmethod
    def several(cls) -> list[str]:
        """Return the names of what stands in tables of its own."""
        return [each.name for each in cls._meta.many_to_many]

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(superseded_at__isnull=True),
                name="%(app_label)s_%(class)s_key_once",
                violation_error_message="Khóa này đã dùng cho một bản ghi khác.",
            ),
            models.UniqueConstraint(
                fields=["uuid"],
                condition=Q(superseded_at__isnull=True),
                name="%(app_label)s_%(class)s_one_believed",
                violation_error_message="Bản ghi này đã được đính chính.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_days_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_code="last_day",
                violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit", "last_day", "first_day"],
                name="%(app_label)s_%(class)s_counted",
                condition=Q(superseded_at__isnull=True),
            ),
            models.Index(
                fields=["last_day", "first_day", "unit"],
                name="%(app_label)s_%(class)s_long",
                condition=Q(superseded_at__isnull=True, last_day__gt=F("first_day")),
            ),
            models.Index(
                fields=["unit"],
                name="%(app_label)s_%(class)s_past",
                condition=Q(superseded_at__isnull=False),
            ),
        ]


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
