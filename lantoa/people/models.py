"""Tables of accounts and of the cards with which cells sign in."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from lantoa.formats.lines import LineColumn


class UserManager(BaseUserManager["User"]):
    """Finds accounts by the name they sign in with."""


class User(AbstractBaseUser):
    """An account: a person with a password, or a cell with a card.

    No e-mail address and no telephone number is kept.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField(
        "tên đăng nhập",
        max_length=60,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9][a-z0-9._-]*$",
                "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch ngang.",
            )
        ],
        error_messages={"unique": "Tên đăng nhập này đã có người dùng."},
    )
    name = LineColumn("tên hiển thị", max_length=120)
    is_active = models.BooleanField("đang dùng", default=True)
    is_card = models.BooleanField("đăng nhập bằng thẻ", default=False)
    is_demonstration = models.BooleanField("tài khoản dùng thử", default=False)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "tài khoản"

    def __str__(self) -> str:
        """Return the name people know it by."""
        return self.name


class Card(models.Model):
    """A printed card: an address to scan and six digits, which open one account.

    The digits are not kept: they are worked out from the token and the installation's secret. Ten
    wrong tries lock the card.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="cards", verbose_name="tài khoản")
    token = models.CharField("mã trên thẻ", max_length=32, unique=True)
    issued_at = models.DateTimeField("cấp lúc")
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người cấp")
    wrong_tries = models.PositiveSmallIntegerField("số lần nhập sai", default=0)
    first_used_at = models.DateTimeField("dùng lần đầu lúc", null=True)
    last_used_at = models.DateTimeField("dùng lần cuối lúc", null=True)
    cancelled_at = models.DateTimeField("hủy lúc", null=True)

    class Meta:
        verbose_name = "thẻ"
        constraints = [
            models.UniqueConstraint(
                "user",
                condition=Q(cancelled_at__isnull=True),
                name="people_card_one_live_card_each",
                violation_error_message="Tài khoản này đang có một thẻ còn hiệu lực.",
            )
        ]

    def __str__(self) -> str:
        """Return whose card it is."""
        return f"Thẻ của {self.user}"
