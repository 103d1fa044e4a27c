"""Tables of money: accounts, transfers between them, and who must agree to a payment."""

import uuid

from django.db import models
from django.db.models import F, Q

from lantoa.figures.period import write_day
from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed
from lantoa.units.models import Unit


class MoneyAccount(Sealed):
    """A fund of a unit, or one of its two outer sides: those who give, those who are served.

    Nothing of it changes but the day from which a fund is closed, which is said once.
    """

    class Side(models.TextChoices):
        """On which side of a unit's money it stands."""

        FUND = "fund", "quỹ"
        GIVERS = "givers", "bên đóng góp"
        SERVED = "served", "bên thụ hưởng"

    class Sort(models.TextChoices):
        """What a fund is for."""

        LEARNING = "learning", "Quỹ khuyến học"
        POOR = "poor", "Quỹ vì người nghèo"
        GRATITUDE = "gratitude", "Quỹ đền ơn đáp nghĩa"
        RICE = "rice", "Hũ gạo tình thương"
        KITCHEN = "kitchen", "Bếp ăn tình thương"
        OTHER = "other", "Quỹ khác"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit: "models.ForeignKey[Unit, Unit]" = models.ForeignKey(
        Unit, models.PROTECT, related_name="accounts", verbose_name="đơn vị"
    )
    side = models.CharField("bên", max_length=10, choices=Side.choices)
    sort = models.CharField("loại quỹ", max_length=10, choices=Sort.choices, default="", blank=True)
    name = LineColumn("tên quỹ", max_length=120, default="", blank=True)
    basis = LineColumn("căn cứ", max_length=200, default="", blank=True)
    opened_on = models.DateField("lập từ ngày")
    closed_on = models.DateField("thôi dùng từ ngày", null=True, blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "quỹ"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "side"],
                condition=~Q(side="fund"),
                name="money_account_one_of_each_side",
                violation_error_message="Đơn vị đã có bên này.",
            ),
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(side="fund", closed_on__isnull=True),
                name="money_account_fund_named_once",
                violation_error_code="name",
                violation_error_message="Đơn vị đã có quỹ tên này.",
            ),
            models.CheckConstraint(
                name="money_account_fund_has_name_and_sort",
                condition=Q(side="fund") & ~Q(name="") & ~Q(sort="")
                | ~Q(side="fund") & Q(name="", sort="", closed_on__isnull=True),
                violation_error_code="name",
                violation_error_message="Hãy ghi tên quỹ và chọn loại quỹ.",
            ),
            models.CheckConstraint(
                name="money_account_closes_after_it_opens",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gt=F("opened_on")),
                violation_error_code="closed_on",
                violation_error_message="Ngày thôi dùng phải sau ngày lập.",
            ),
        ]

    def __str__(self) -> str:
        """Return the name of a fund, or the side."""
        return self.name or self.get_side_display()


class Transfer(Sealed):
    """Money that went from one account to another on a day: one row, never changed.

    `debit` is the account that takes (Nợ), `credit` the one that gives (Có). A reversal is a row of
    its own, the accounts the other way round, that names the one it reverses. `key` is what its
    maker called it, so that sending it again is the same transfer. `source` tells of a gift from
    which sort of givers it came, `work` the key of the work it is for; `record` is the record that
    it was written with.
    """

    class Source(models.TextChoices):
        """From whom a gift came, as works tell their money by source."""

        STATE = "state", "Ngân sách nhà nước"
        MEMBERS = "members", "Cán bộ, đảng viên"
        PEOPLE = "people", "Nhân dân"
        SPONSORS = "sponsors", "Mạnh thường quân, doanh nghiệp"
        UNSPLIT = "unsplit", "Chưa tách được nguồn"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField("khóa", max_length=80, unique=True)
    debit = models.ForeignKey(
        MoneyAccount,
        models.PROTECT,
        related_name="taken",
        verbose_name="nơi nhận (Nợ)",
        db_index=False,
    )
    credit = models.ForeignKey(
        MoneyAccount,
        models.PROTECT,
        related_name="given",
        verbose_name="nơi giao (Có)",
        db_index=False,
    )
    amount = models.PositiveBigIntegerField("số tiền")
    is_exact = models.BooleanField("đúng số", default=True)
    day = models.DateField("ngày")
    words = LineColumn("nội dung", max_length=300)
    source = models.CharField(
        "nguồn", max_length=10, choices=Source.choices, default="", blank=True
    )
    work = models.CharField("công trình", max_length=80, default="", blank=True)
    record_kind = models.CharField("loại bản ghi", max_length=40, default="", blank=True)
    record = models.UUIDField("bản ghi", null=True, blank=True, db_index=True)
    reverses: "models.OneToOneField[Transfer | None, Transfer | None]" = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="reversal", verbose_name="đảo khoản"
    )
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người ghi", db_index=False
    )
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "khoản chuyển"
        constraints = [
            models.CheckConstraint(
                name="money_transfer_is_of_something",
                condition=Q(amount__gt=0),
                violation_error_code="amount",
                violation_error_message="Số tiền phải lớn hơn 0.",
            ),
            models.CheckConstraint(
                name="money_transfer_between_two_accounts",
                condition=~Q(debit=F("credit")),
                violation_error_code="debit",
                violation_error_message="Nơi nhận phải khác nơi giao.",
            ),
            models.CheckConstraint(
                name="money_transfer_of_a_work_has_its_source",
                condition=Q(work="") | ~Q(source=""),
                violation_error_message="Tiền cho công trình phải nói từ nguồn nào.",
            ),
        ]
        indexes = [
            models.Index(fields=["debit", "day"], name="money_transfer_taken"),
            models.Index(fields=["credit", "day"], name="money_transfer_given"),
            models.Index(fields=["work"], name="money_transfer_for_work", condition=~Q(work="")),
        ]

    def __str__(self) -> str:
        """Return what it was for, and on which day."""
        return f"{self.words}, {write_day(self.day)}"


class PaymentRule(Sealed):
    """Whether a payment out of the funds of a unit needs two people, from a day on.

    The next row ends it; a correction closes the row and writes another.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    since = models.DateField("từ ngày")
    needs_two = models.BooleanField("chi cần hai người")
    basis = LineColumn("căn cứ", max_length=200)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    superseded_at = models.DateTimeField("thay thế lúc", null=True)

    class Meta:
        verbose_name = "quy định chi quỹ"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "since"],
                condition=Q(superseded_at__isnull=True),
                name="money_paymentrule_one_each_day",
                violation_error_message="Đơn vị đã có quy định từ ngày này.",
            )
        ]

    def __str__(self) -> str:
        """Return what is asked for."""
        how = "hai người" if self.needs_two else "một người"
        return f"chi quỹ cần {how}, từ {write_day(self.since)}"


class PaymentProposal(Sealed):
    """A payment that one person proposes and another agrees to, before it is written.

    It is decided once, by somebody else, and used once.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fund = models.ForeignKey(
        MoneyAccount, models.PROTECT, related_name="proposals", verbose_name="quỹ"
    )
    amount = models.PositiveBigIntegerField("số tiền")
    words = LineColumn("chi cho việc gì", max_length=300)
    proposed_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người đề nghị"
    )
    proposed_at = models.DateTimeField("đề nghị lúc")
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người duyệt"
    )
    decided_at = models.DateTimeField("duyệt lúc", null=True)
    is_agreed = models.BooleanField("đồng ý chi", null=True)
    transfer = models.OneToOneField(
        Transfer, models.PROTECT, null=True, related_name="proposal", verbose_name="khoản chi"
    )

    class Meta:
        verbose_name = "đề nghị chi"
        constraints = [
            models.CheckConstraint(
                name="money_proposal_is_of_something",
                condition=Q(amount__gt=0),
                violation_error_code="amount",
                violation_error_message="Số tiền phải lớn hơn 0.",
            ),
            models.CheckConstraint(
                name="money_proposal_decided_by_another",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                violation_error_message="Người duyệt phải khác người đề nghị.",
            ),
            models.CheckConstraint(
                name="money_proposal_used_where_agreed",
                condition=Q(transfer__isnull=True) | Q(is_agreed=True),
                violation_error_message="Đề nghị chi này chưa được duyệt.",
            ),
        ]

    def __str__(self) -> str:
        """Return what it is for."""
        return self.words
