"""Lists that an administrator keeps: dated rows of which records choose one."""

import uuid
from collections.abc import Collection
from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.trail.guards import Guard, never_deleted, unchanged

K = TypeVar("K", bound=models.Model)


class KeptRowQuerySet(models.QuerySet[K]):
    """Rows of a list, chosen by the day on which they are in use."""

    listed_by: tuple[str, ...] = ("place", "label")

    def in_use(self, on: date) -> Self:
        """Keep what is in use on a day."""
        return self.filter(valid_from__lte=on).exclude(valid_to__lte=on)

    def offered(self, on: date, *, known: Collection[int] = ()) -> Self:
        """Keep what is in use on a day, and what is chosen already, in the order of the list."""
        in_use = Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))
        return self.filter(in_use | Q(pk__in=known)).order_by(*self.listed_by)


class KeptRow(models.Model):
    """One row of a list: its words, and from which day to which it is in use.

    A row is written once; what changes with the years is ended, and another row begins. One that
    nobody recorded comes with the programme.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField("mã", max_length=40, unique=True)
    label = LineColumn("tên gọi", max_length=150)
    place = models.PositiveSmallIntegerField("thứ tự", default=100)
    valid_from = models.DateField("dùng từ ngày")
    valid_to = models.DateField("thôi dùng từ ngày", null=True, blank=True)
    source = LineColumn("căn cứ", max_length=300)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )

    objects = KeptRowQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                violation_error_code="valid_to",
                violation_error_message="Ngày thôi dùng phải sau ngày bắt đầu dùng.",
            )
        ]

    def __str__(self) -> str:
        """Return its words."""
        return self.label


def guards_of_list(model: type[KeptRow]) -> list[Guard]:
    """Return the guards of a list: nothing is deleted, and only an open row is ended."""
    table, columns = model._meta.db_table, model._meta.concrete_fields
    content = [str(each.column) for each in columns if each.name not in {"id", "valid_to"}]
    ended = Guard(
        name=f"{table}_ended_for_good",
        table=table,
        event="UPDATE",
        message="Dòng đã thôi dùng không được sửa nữa.",
        refused_when="OLD.valid_to IS NOT NULL",
    )
    return [never_deleted(table), ended, unchanged(table, content)]
