"""Groups of givers, and slips of gifts."""

import uuid

from django.db import models
from django.db.models import F, Q

from lantoa.figures.period import write_day
from lantoa.formats.lines import LineColumn
from lantoa.money.models import Transfer
from lantoa.people.models import User
from lantoa.records.record.lists import KeptRowQuerySet
from lantoa.seals.models import Sealed


class GiverGroupQuerySet(KeptRowQuerySet["GiverGroup"]):
    """Groups of givers, in the order in which they were taken in."""

    listed_by = ("pk",)


class GiverGroup(models.Model):
    """A group of givers, from a day to the day before another; the administrator keeps the list.

    `source` is how works tell money of this group. A row that nobody recorded comes with the
    programme.
    """

    code = models.SlugField("mã", max_length=40, unique=True)
    label = LineColumn("tên nhóm", max_length=120)
    source = models.CharField("nguồn", max_length=10, choices=Transfer.Source.choices)
    valid_from = models.DateField("dùng từ ngày")
    valid_to = models.DateField("thôi dùng từ ngày", null=True, blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người ghi"
    )

    objects = GiverGroupQuerySet.as_manager()

    class Meta:
        verbose_name = "nhóm người góp"
        constraints = [
            models.UniqueConstraint(
                fields=["label"],
                condition=Q(valid_to__isnull=True),
                name="giving_givergroup_named_once",
                violation_error_code="label",
                violation_error_message="Đã có nhóm tên này.",
            ),
            models.CheckConstraint(
                name="giving_givergroup_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                violation_error_code="valid_to",
                violation_error_message="Ngày thôi dùng phải sau ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        """Return its name."""
        return self.label


class GiftSlip(Sealed):
    """A slip that confirms a gift, and no more: it never stands for an accountant's paper.

    `digest` is that of the version that it was made of; `code` stands on it. It is cancelled with a
    reason, once, and stays to be seen.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gift = models.UUIDField("bản ghi tiếp nhận", db_index=True)
    digest = models.CharField("dấu nội dung", max_length=64)
    code = models.CharField("mã", max_length=20, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")
    made_at = models.DateTimeField("lập lúc")
    cancelled_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người hủy"
    )
    cancelled_at = models.DateTimeField("hủy lúc", null=True)
    reason = LineColumn("lý do hủy", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "giấy xác nhận đóng góp"
        constraints = [
            models.UniqueConstraint(
                fields=["gift"],
                condition=Q(cancelled_at__isnull=True),
                name="giving_giftslip_one_holds",
                violation_error_message="Việc này đã có giấy xác nhận.",
            )
        ]

    def __str__(self) -> str:
        """Return its code and day."""
        return f"{self.code}, {write_day(self.made_at.date())}"
