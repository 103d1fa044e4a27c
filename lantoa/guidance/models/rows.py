"""What every row of what is asked has: who set it, who wrote it down, and when it was believed."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed, SealedQuerySet
from lantoa.units.models import Unit
from lantoa.units.queries.chart import believed

M = TypeVar("M", bound=models.Model)


class GuidanceQuerySet(SealedQuerySet[M]):
    """Rows of what is asked, chosen by clock and by who sees them."""

    def believed(self, as_known: datetime | None = None) -> Self:
        """Keep what was believed at a moment; by default what is believed now."""
        return self.filter(believed(as_known))

    def seen_by(self, units: Collection[int]) -> Self:
        """Keep what holds for all, and what some units set: a unit and those above it."""
        return self.filter(Q(set_by__isnull=True) | Q(set_by__in=list(units)))


class GuidanceRow(Sealed):
    """One version of something that is asked; all versions bear the same `uuid`.

    `set_by` is the unit that set it; what nobody set holds for all and came with the programme,
    which then says in `known` under which name. A correction closes the row with a reason and
    writes another; nothing is changed in place. Who refers to it keeps the version of its day.
    """

    WRITTEN: ClassVar[frozenset[str]] = frozenset(
        {
            "id", "uuid", "set_by", "known", "recorded_by", "recorded_at", "superseded_at",
            "reason",
        }
    )  # fmt: skip
    """What is no content."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    set_by = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="đơn vị đề ra",
    )
    known = models.CharField("tên trong danh mục đi kèm", max_length=80, default="", blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True, blank=True)
    reason = LineColumn("lý do thay, bỏ", max_length=300, default="", blank=True)

    objects = GuidanceQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        abstract = True

    @classmethod
    def content(cls) -> list[str]:
        """Return the names of the columns that make its content."""
        return [each.name for each in cls._meta.concrete_fields if each.name not in cls.WRITTEN]


def one_believed(name: str) -> models.UniqueConstraint:
    """Return the constraint that of one thing only one version is believed."""
    return models.UniqueConstraint(
        fields=["uuid"],
        condition=Q(superseded_at__isnull=True),
        name=name,
        violation_error_message="Mục này vừa được người khác sửa. Hãy mở lại trang.",
    )
