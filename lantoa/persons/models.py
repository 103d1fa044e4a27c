"""The only table that holds names of people beside accounts: a row for each, which can be erased.

A record names a person by such a row. Text and salt are sealed as their salted digest, so that the
record, its own digest and the trail stay whole when both are erased.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed
from lantoa.units.models import Unit

ERASED = "đã xóa tên"
WITHDRAWN = "đã rút đồng ý nêu tên"
NOT_SHOWN = "không nêu tên công khai"
LONGEST_NAME = 120


class NamedFor(models.TextChoices):
    """For what a name is held."""

    GIVER = "giver", "ghi nhận người ủng hộ"
    COMMENDED = "commended", "ghi nhận người được biểu dương, khen thưởng"
    AUTHOR = "author", "ghi nhận người làm nên mô hình, cách làm"


class Consent(models.TextChoices):
    """Where somebody agreed to be named."""

    INSIDE = "inside", "trong nội bộ"
    PUBLIC = "public", "công khai"


class ConsentGiven(models.TextChoices):
    """How somebody agreed."""

    WRITTEN = "written", "bằng văn bản"
    MESSAGE = "message", "qua tin nhắn, thư"
    SPOKEN = "spoken", "nói trực tiếp"


class PersonName(Sealed):
    """The name of one person in one record, with the consent to it; name and salt can be erased.

    Only two things may change: consent is withdrawn once, and the name is erased once.
    """

    salted: ClassVar[dict[str, str]] = {"name": "salt"}
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    used_for = models.CharField("mục đích", max_length=10, choices=NamedFor.choices)
    name = LineColumn("họ tên", max_length=LONGEST_NAME, default="", blank=True)
    salt = models.CharField("muối", max_length=64, default="", blank=True)
    digest = models.CharField("dấu của tên", max_length=64)
    scope = models.CharField("đồng ý nêu tên", max_length=8, choices=Consent.choices)
    consent_on = models.DateField("ngày đồng ý")
    given = models.CharField("đồng ý bằng cách nào", max_length=8, choices=ConsentGiven.choices)
    taken_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    taken_at = models.DateTimeField("ghi lúc")
    withdrawn_on = models.DateField("ngày rút đồng ý", null=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người ghi việc rút"
    )
    erased_at = models.DateTimeField("xóa lúc", null=True)
    erased_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người xóa"
    )
    erased_why = LineColumn("lý do xóa", max_length=300, default="", blank=True)

    class Meta:
        verbose_name = "tên người"
        constraints = [
            models.CheckConstraint(
                name="persons_personname_there_until_erased",
                condition=(
                    Q(erased_at__isnull=True) & ~Q(name="") & ~Q(salt="")
                    | Q(erased_at__isnull=False, name="", salt="")
                ),
                violation_error_message="Tên chỉ trống sau khi xóa.",
            ),
            models.CheckConstraint(
                name="persons_personname_consent_ends_after_it_began",
                condition=Q(withdrawn_on__isnull=True)
                | Q(withdrawn_on__gte=models.F("consent_on")),
                violation_error_message="Ngày rút đồng ý phải từ ngày đồng ý trở đi.",
            ),
        ]

    def __str__(self) -> str:
        """Return the name as pages inside may show it."""
        return self.inside

    @property
    def inside(self) -> str:
        """Return the name, or why it is not shown, for those who may see the record."""
        return self.hidden or self.name

    @property
    def in_public(self) -> str:
        """Return the name where the person agreed to be named in public, or why it is not shown."""
        return self.hidden or (self.name if self.scope == Consent.PUBLIC else NOT_SHOWN)

    @property
    def hidden(self) -> str:
        """Return why the name is shown nowhere; empty where it may be shown."""
        if self.erased_at:
            return ERASED
        return WITHDRAWN if self.withdrawn_on else ""

    def says_same(self, other: "PersonName") -> bool:
        """Tell whether another says the same name with the same consent."""
        return all(getattr(self, each) == getattr(other, each) for each in SAID)


SAID = ("used_for", "name", "scope", "consent_on", "given")
"""What is asked of a name; the rest is written by who takes it."""


class AccountErasure(Sealed):
    """That the name of an account that ended was erased; the account and its deeds stay."""

    user = models.OneToOneField(User, models.PROTECT, related_name="+", verbose_name="tài khoản")
    erased_at = models.DateTimeField("xóa lúc")
    erased_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người xóa"
    )
    erased_why = LineColumn("lý do xóa", max_length=300)

    class Meta:
        verbose_name = "lần xóa tên tài khoản"

    def __str__(self) -> str:
        """Return of which account."""
        return f"xóa tên tài khoản số {self.user_id}"


class NameLook(models.Model):
    """That an account opened the page of a name, or handed out what is held of that person."""

    class What(models.TextChoices):
        """What was opened."""

        PAGE = "page", "mở trang"
        EXPORT = "export", "xuất tệp"

    name = models.ForeignKey(
        PersonName, models.PROTECT, null=True, related_name="looks", verbose_name="tên người"
    )
    account = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="tài khoản được xem"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người xem")
    at = models.DateTimeField("xem lúc")
    what = models.CharField("xem gì", max_length=6, choices=What.choices)

    class Meta:
        verbose_name = "lần xem tên người"
        constraints = [
            models.CheckConstraint(
                name="persons_namelook_at_one",
                condition=Q(name__isnull=False, account__isnull=True)
                | Q(name__isnull=True, account__isnull=False),
                violation_error_message="Mỗi lần xem là xem một người.",
            )
        ]

    def __str__(self) -> str:
        """Return what was opened."""
        return self.get_what_display()
