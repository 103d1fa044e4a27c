"""Acts: dated decisions by which units open, move, change and end, step by step."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from lantoa.figures.period import write_day
from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed
from lantoa.units.models import Kind, Unit


class Act(Sealed):
    """One dated legal decision about the organisation.

    Whether it is in force follows from its day: the rows that it wrote at approval bear it.
    """

    class State(models.TextChoices):
        """How far a decision has come."""

        DRAFT = "draft", "đang soạn"
        SIMULATED = "simulated", "đã chạy thử"
        APPROVED = "approved", "đã duyệt"
        REVERSED = "reversed", "đã thu hồi"
        DROPPED = "dropped", "đã bỏ"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.UUIDField("quyển nhật ký", editable=False)
    number = LineColumn("số, ký hiệu", max_length=60)
    issuer = LineColumn("cơ quan ban hành", max_length=120)
    signed_on = models.DateField("ngày ký")
    in_force_from = models.DateField("có hiệu lực từ ngày")
    title = LineColumn("trích yếu", max_length=300)
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.DRAFT
    )
    author = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người soạn")
    approver = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người duyệt"
    )
    reversed_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người thu hồi"
    )
    recorded_at = models.DateTimeField("ghi lúc")
    simulated_at = models.DateTimeField("chạy thử lúc", null=True)
    approved_at = models.DateTimeField("duyệt lúc", null=True)
    reversed_at = models.DateTimeField("thu hồi lúc", null=True)
    reason = LineColumn("lý do thu hồi", max_length=300, default="", blank=True)
    fingerprint = models.CharField("dấu của lần chạy thử", max_length=64, default="", blank=True)

    class Meta:
        verbose_name = "quyết định sắp xếp"
        constraints = [
            models.CheckConstraint(
                name="acts_act_approved_by_another",
                condition=Q(approver__isnull=True) | ~Q(approver=F("author")),
                violation_error_message="Người duyệt phải khác người soạn.",
            ),
            models.CheckConstraint(
                name="acts_act_approved_by_somebody",
                condition=Q(approver__isnull=False, approved_at__isnull=False)
                | Q(state__in=["draft", "simulated", "dropped"]),
                violation_error_message="Quyết định đã duyệt phải có người duyệt.",
            ),
            models.UniqueConstraint(
                fields=["issuer", "number", "in_force_from"],
                condition=Q(state="approved"),
                name="acts_act_approved_once",
                violation_error_message="Quyết định này đã được duyệt một lần.",
            ),
        ]

    def __str__(self) -> str:
        """Name it as documents do."""
        return cite(self.number, signed_on=self.signed_on, issuer=self.issuer)


def cite(number: str, *, signed_on: date, issuer: str) -> str:
    """Name a decision by number, day and issuer."""
    return f"{number} ngày {write_day(signed_on)} của {issuer}"


class ActStep(Sealed):
    """One step of a decision: one row of its list.

    A unit is named by its row, or, where the same decision opens it, by the key that it has there:
    its new code, or its new name where it is given no code.
    """

    class Sort(models.TextChoices):
        """What a step does."""

        OPEN = "open", "thành lập"
        CLOSE = "close", "kết thúc"
        RENAME = "rename", "đổi tên"
        RECODE = "recode", "đổi mã"
        MOVE = "move", "chuyển"
        MERGE = "merge", "hợp nhất"
        SPLIT = "split", "chia"
        CHANGE_KIND = "kind", "đổi loại"

    act = models.ForeignKey(Act, models.CASCADE, related_name="steps", verbose_name="quyết định")
    order = models.PositiveIntegerField("thứ tự")
    sort = models.CharField("việc", max_length=10, choices=Sort.choices)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="act_steps", verbose_name="đơn vị"
    )
    new_code = models.CharField("mã mới", max_length=40, default="", blank=True)
    code_system = models.CharField("loại mã", max_length=10, default="", blank=True)
    new_name = LineColumn("tên mới", max_length=200, default="", blank=True)
    new_kind = models.CharField(
        "loại mới", max_length=20, choices=Kind.choices, default="", blank=True
    )
    parent = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="+", verbose_name="nơi trực thuộc mới"
    )
    parent_key = models.CharField("nơi trực thuộc mới", max_length=200, default="", blank=True)
    into = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="+", verbose_name="nhập vào"
    )
    into_key = models.CharField("nhập vào", max_length=200, default="", blank=True)
    successor = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="+", verbose_name="đơn vị kế thừa chính"
    )
    successor_key = models.CharField("đơn vị kế thừa chính", max_length=200, default="", blank=True)
    receives = models.ManyToManyField(
        Unit, related_name="+", verbose_name="nhận các đơn vị", blank=True
    )
    note = LineColumn("ghi chú", max_length=500, default="", blank=True)
    formed = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="forming_steps", verbose_name="đã thành lập"
    )

    class Meta:
        verbose_name = "bước của quyết định"
        constraints = [
            models.UniqueConstraint(
                fields=["act", "order"],
                name="acts_actstep_one_order",
                violation_error_message="Mỗi bước có một số thứ tự.",
            )
        ]

    def __str__(self) -> str:
        """Return the order and what it does."""
        return f"{self.order}. {self.get_sort_display()}"
