"""Tables of accounts and of the cards with which cells sign in."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from lantoa.formats.lines import LineColumn
from lantoa.seals.models import Sealed, SealedQuerySet

NAMELESS = "da-xoa-"
"""How the sign-in name of an account begins whose name was erased; no other may begin so."""


class UserManager(BaseUserManager["User"]):
    """Finds accounts by the name they sign in with."""

    def get_queryset(self) -> SealedQuerySet["User"]:
        """Return accounts; what is written of them is sealed."""
        return SealedQuerySet(self.model, using=self._db)


class User(Sealed, AbstractBaseUser):
    """An account: a person with a password, or a cell with a card.

    No e-mail address and no telephone number is kept.
    """

    not_sealed = frozenset({"last_login"})
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
    factor_taken_at = models.DateTimeField("bị bỏ mã xác nhận lúc", null=True, blank=True)
    phones_allowed = models.PositiveSmallIntegerField("số máy mở được bằng thẻ", default=1)

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "tài khoản"

    def __str__(self) -> str:
        """Return the name people know it by."""
        return self.name

    @property
    def is_nameless(self) -> bool:
        """Tell whether its name was erased."""
        return self.username.startswith(NAMELESS)


class Card(Sealed):
    """A printed card: an address to scan and six digits, which open one account.

    The digits are not kept: they are worked out from the token and the installation's secret. Ten
    wrong tries lock the card.
    """

    not_sealed = frozenset({"wrong_tries", "first_used_at", "last_used_at"})
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


class Slowing(models.Model):
    """How many wrong tries to sign in are counted by one thing: a name, an address, a browser.

    The key cannot be read back into the name or the address.
    """

    is_passing = True
    key = models.CharField("theo", max_length=64, unique=True)
    tries = models.PositiveIntegerField("số lần sai", default=0)
    last_at = models.DateTimeField("lần cuối lúc", db_index=True)

    class Meta:
        verbose_name = "lần đăng nhập sai"

    def __str__(self) -> str:
        """Return how many tries are counted."""
        return f"{self.tries} lần"


class Factor(models.Model):
    """The second thing that an account signs in with: six digits of an app on a telephone.

    What the app holds is not kept: it is worked out from the seed and the installation's secret.
    """

    user = models.OneToOneField(User, models.PROTECT, verbose_name="tài khoản")
    seed = models.CharField("mầm", max_length=64)
    confirmed_at = models.DateTimeField("dùng từ lúc", null=True)
    last_step = models.BigIntegerField("lần dùng cuối", default=0)

    class Meta:
        verbose_name = "mã xác nhận"

    def __str__(self) -> str:
        """Return whose it is."""
        return f"Mã xác nhận của {self.user}"


class RecoveryCode(Sealed):
    """A code on paper that stands in for a lost telephone, once; only its digest is kept."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="recovery_codes", verbose_name="tài khoản"
    )
    digest = models.CharField("dấu", max_length=64, unique=True)
    used_at = models.DateTimeField("dùng lúc", null=True)

    class Meta:
        verbose_name = "mã dự phòng"

    def __str__(self) -> str:
        """Return whose it is."""
        return f"Mã dự phòng của {self.user}"


class Passkey(Sealed):
    """A key that a browser, a telephone or a stick holds: a second factor beside the app's digits.

    Only its public half is kept, with the count that it told when it was used last.
    """

    not_sealed = frozenset({"sign_count", "last_used_at"})
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        User, models.PROTECT, related_name="passkeys", verbose_name="tài khoản"
    )
    name = LineColumn("tên khóa", max_length=60)
    credential = models.CharField("dấu của khóa", max_length=1400, unique=True)
    public_key = models.TextField("nửa công khai của khóa")
    sign_count = models.BigIntegerField("số lần ký", default=0)
    added_at = models.DateTimeField("thêm lúc")
    last_used_at = models.DateTimeField("dùng lần cuối lúc", null=True)

    class Meta:
        verbose_name = "khóa đăng nhập"

    def __str__(self) -> str:
        """Return its name."""
        return self.name


class Machine(models.Model):
    """A browser that is signed in, by the sort of machine it told; no address is kept.

    The phone of a card bears the name that its holder gave it.
    """

    is_passing = True
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        User, models.CASCADE, related_name="machines", verbose_name="tài khoản"
    )
    session_key = models.CharField("phiên", max_length=40, unique=True)
    name = models.CharField("loại máy", max_length=60)
    called = LineColumn("tên máy", max_length=60, default="")
    since = models.DateTimeField("đăng nhập lúc")
    last_on = models.DateField("dùng lần cuối ngày")

    class Meta:
        verbose_name = "máy đang đăng nhập"

    def __str__(self) -> str:
        """Return its name, or what sort of machine it is."""
        return self.called or self.name
