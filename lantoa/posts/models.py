"""Who may reach a unit, for which work, over which days."""

import uuid

from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed
from lantoa.units.models import END, Unit


class Post(Sealed):
    """Who may reach a unit, for which work, from which day to which."""

    class Right(models.TextChoices):
        """What a post may do at its unit."""

        RECORD = "record", "ghi số liệu của riêng đơn vị"
        VIEW = "view", "xem đơn vị và các đơn vị trực thuộc"
        CLERK = "clerk", "văn thư: ghi, xem, in báo cáo, cấp thẻ"
        ADMIN = "admin", "quản trị: như văn thư, thêm tài khoản và đơn vị"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name="tài khoản")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="đơn vị")
    right = models.CharField("quyền", max_length=10, choices=Right.choices)
    title = LineColumn("chức danh", max_length=120, default="", blank=True)
    since = models.DateField("từ ngày")
    until = models.DateField("đến trước ngày", default=END)
    given_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người giao"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "nhiệm vụ được giao"
        constraints = [
            models.CheckConstraint(
                name="posts_post_ends_after_it_begins",
                condition=Q(until__gte=F("since")),
                violation_error_message="Ngày thôi nhiệm vụ phải từ ngày được giao trở đi.",
            )
        ]

    def __str__(self) -> str:
        """Return the title, or what the post may do."""
        return self.title or self.get_right_display()


class FactorRule(Sealed):
    """Who holds a right at a unit, or anywhere under it, must sign in with a second factor."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    right = models.CharField("quyền", max_length=10, choices=Post.Right.choices)

    class Meta:
        verbose_name = "quyền phải có mã xác nhận"
        constraints = [models.UniqueConstraint("unit", "right", name="posts_factorrule_once_each")]

    def __str__(self) -> str:
        """Return the right."""
        return self.get_right_display()
