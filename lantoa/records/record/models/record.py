"""The columns that every record has, and what every kind answers."""

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
from lantoa.records.record.columns import Address, Day, Mark, Phrase, Tied
from lantoa.records.record.models.ties import USUAL, Tie, Ties
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

    def of_movement(self, code: str) -> Self:
        """Keep what belongs to a movement: by name, or to the usual one by naming none."""
        if not code:
            return self
        named = Q(ties__in=Tie.objects.filter(movement__code=code).values("ties"))
        if code != USUAL:
            return self.filter(named)
        some = Tie.objects.filter(movement__isnull=False).values("ties")
        return self.filter(named | Q(ties__isnull=True) | ~Q(ties__in=some))

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
        columns.Tied,
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
    ties: "models.ForeignKey[Ties | None, Ties | None]" = Tied(
        Ties, "Cùng làm, phong trào", default=None
    )
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
            models.Index(
                fields=["ties"],
                name="%(app_label)s_%(class)s_tied",
                condition=Q(ties__isnull=False),
            ),
        ]
