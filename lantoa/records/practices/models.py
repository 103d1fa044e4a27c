"""Tables of good models and practices, of what their services did, and of two lists."""

import uuid as identities

from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import LineColumn
from lantoa.records.record.columns import Choice, Count, Dong, Part, Phrase, Times, Value
from lantoa.records.record.models import Record
from lantoa.records.record.steps import Steps

WHAT = Part("Mô hình, cách làm", more="Ghi thêm", template="practices/what.html")
CARRIED = Part("Ai làm", more="Ghi thêm: tên tập thể, chia sẻ")
RESULT = Part("Trước, mục tiêu, kết quả", more="Ghi thêm: số trước khi làm, mục tiêu, kết quả")
COST = Part("Kinh phí, người được hưởng", more="Ghi thêm: kinh phí, người được hưởng")


class PracticeListRow(models.Model):
    """A row of a list that the administrator of a root keeps; it may be ended, never changed."""

    code = models.SlugField("mã", max_length=40, unique=True)
    label = LineColumn("tên", max_length=80)
    valid_from = models.DateField("dùng từ ngày")
    valid_to = models.DateField("thôi dùng từ ngày", null=True, blank=True)
    source = LineColumn("căn cứ", max_length=300)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                violation_error_message="Ngày thôi dùng phải sau ngày bắt đầu dùng.",
            )
        ]

    def __str__(self) -> str:
        """Return its label."""
        return self.label


class PracticeField(PracticeListRow):
    """A field of the movement that a practice belongs to."""

    class Meta(PracticeListRow.Meta):
        verbose_name = "lĩnh vực của mô hình"


class ServiceMeasure(PracticeListRow):
    """What services do, and in which unit of measure it is counted: meals, trips, kg of rice."""

    measured_in = LineColumn("đơn vị tính", max_length=30)

    class Meta(PracticeListRow.Meta):
        verbose_name = "việc của hoạt động thường xuyên"


class Practice(Record):
    """A model or practice of one unit, begun between two days; or a service, a standing team.

    It may stand for several of which nobody told the names. `origin` is the key of the practice
    that it copies. No name of a person is kept: whoever carries it is a sort, a collective or an
    organisation has its name. What is not known is empty.
    """

    class Sort(models.TextChoices):
        """What it is."""

        MODEL = "model", "Mô hình, cách làm"
        SERVICE = "service", "Hoạt động thường xuyên: bếp ăn, xe, hũ gạo"
        TEAM = "team", "Tổ, đội thường trực"

    class Carrier(models.TextChoices):
        """Who carries it."""

        COLLECTIVE = "collective", "Tập thể"
        INDIVIDUAL = "individual", "Cá nhân"
        OUTSIDE = "outside", "Tổ chức ngoài hệ thống"
        PEOPLE = "people", "Người dân cùng làm"

    class Sharing(models.TextChoices):
        """Who else may find it."""

        ROOT = "root", "Mọi đơn vị trong tỉnh tìm thấy và làm theo được"

    class Stage(models.TextChoices):
        """How far it got."""

        REGISTERED = "registered", "Đăng ký"
        CARRIED = "carried", "Triển khai thực hiện"
        EFFECTIVE = "effective", "Đánh giá có hiệu quả"
        RECOGNISED = "recognised", "Được công nhận"
        RECHECKED = "rechecked", "Kiểm tra lại"
        STOPPED = "stopped", "Dừng"

    class Level(models.TextChoices):
        """By whom it was recognised."""

        COMMUNE = "commune", "Xã, phường, cơ sở"
        DISTRICT = "district", "Cấp huyện (trước 1/7/2025)"
        PROVINCE = "province", "Cấp tỉnh"
        CENTRAL = "central", "Trung ương"

    steps = Steps(
        choices=Stage,
        levels=Level,
        at_level=[Stage.RECOGNISED],
        last=[Stage.STOPPED],
    )

    sort: Choice = Choice(
        "Là", WHAT, choices=Sort.choices, missing="Hãy chọn là gì.", max_length=10, default="model"
    )
    title: Phrase = Phrase(
        "Tên mô hình",
        WHAT,
        help_text="Ví dụ: Nắm gạo tình thương. Chưa rõ tên thì để trống. Không ghi tên người.",
        max_length=200,
        default="",
    )
    field: "models.ForeignKey[PracticeField | None, PracticeField | None]" = models.ForeignKey(
        PracticeField, models.PROTECT, null=True, blank=True, default=None, verbose_name="lĩnh vực"
    )
    times: Times = Times(
        "Bao nhiêu mô hình",
        WHAT,
        help_text="Ghi lớn hơn 1 khi chỉ biết có bao nhiêu mô hình, không rõ tên từng mô hình.",
        asked="more",
        default=1,
    )
    occasion: Phrase = Phrase("Dịp chào mừng", WHAT, asked="more", max_length=200, default="")
    movement: Phrase = Phrase(
        "Thuộc phong trào",
        WHAT,
        help_text="Ví dụ: Dân vận khéo.",
        asked="more",
        max_length=120,
        default="",
    )
    summary: Phrase = Phrase(
        "Cách làm",
        WHAT,
        help_text="Một hai câu, để nơi khác làm theo được.",
        asked="more",
        max_length=500,
        default="",
    )
    origin: Phrase = Phrase(
        "Khóa của mô hình làm theo", WHAT, asked="more", max_length=80, default=""
    )
    carrier: Choice = Choice(
        "Ai thực hiện",
        CARRIED,
        choices=Carrier.choices,
        unknown="Chưa rõ",
        max_length=10,
        default="",
    )
    carried_by: Phrase = Phrase(
        "Tên tập thể, tổ chức",
        CARRIED,
        help_text="Ví dụ: Hội Phụ nữ ấp 3. Không ghi tên người.",
        asked="more",
        max_length=200,
        default="",
    )
    sharing: Choice = Choice(
        "Chia sẻ",
        CARRIED,
        choices=Sharing.choices,
        unknown="Chưa chia sẻ",
        help_text="Chia sẻ thì nơi khác thấy tên, đơn vị, cách làm; không thấy số liệu.",
        asked="more",
        max_length=10,
        default="",
    )
    goal: Phrase = Phrase(
        "Việc được đo", RESULT, help_text="Ví dụ: hộ có nhà tiêu hợp vệ sinh.", asked="more",
        max_length=200, default="",
    )  # fmt: skip
    measured_in: Phrase = Phrase("Đơn vị tính", RESULT, asked="more", max_length=30, default="")
    baseline: Count = Count("Trước khi làm", RESULT, asked="more", default=None)
    target: Count = Count("Mục tiêu", RESULT, asked="more", default=None)
    result: Count = Count("Kết quả", RESULT, asked="more", default=None)
    cost: Dong = Dong("Kinh phí", COST, asked="more", default=None)
    people: Count = Count(
        "Người được hưởng",
        COST,
        word="người",
        counted="Người được hưởng từ mô hình",
        code="served_people",
        sensitive=True,
        asked="more",
        default=None,
    )
    households: Count = Count(
        "Hộ được hưởng",
        COST,
        word="hộ",
        counted="Hộ được hưởng từ mô hình",
        code="served_households",
        sensitive=True,
        asked="more",
        default=None,
    )

    class Meta(Record.Meta):
        verbose_name = "mô hình, cách làm hay"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="practices_practice_no_name_of_a_person",
                condition=Q(carried_by="") | Q(carrier__in=["collective", "outside"]),
                violation_error_code="carried_by",
                violation_error_message="Chỉ ghi tên khi là tập thể hoặc tổ chức; "
                "không ghi tên cá nhân, người dân.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(
                fields=["origin"],
                name="practices_copies",
                condition=Q(superseded_at__isnull=True) & ~Q(origin=""),
            ),
        ]

    def __str__(self) -> str:
        """Return its name, or what is known of it where nobody told the name."""
        if self.title:
            return self.title
        told = f" {self.occasion}" if self.occasion else ""
        return (
            f"{self.times} mô hình{told} chưa rõ tên"
            if self.times > 1
            else (f"Mô hình{told} chưa rõ tên")
        )

    @property
    def is_shared(self) -> bool:
        """Tell whether every unit of its root may find it."""
        return self.sharing == self.Sharing.ROOT


class Output(Record):
    """How much of something a service did between two days, as a rule in one month.

    `practice` is the identity of the service through all corrections.
    """

    practice: "models.UUIDField[identities.UUID, identities.UUID]" = models.UUIDField(
        "mô hình", db_index=True
    )
    measure: "models.ForeignKey[ServiceMeasure, ServiceMeasure]" = models.ForeignKey(
        ServiceMeasure, models.PROTECT, verbose_name="việc"
    )
    quantity: Value = Value("Số lượng", missing="Hãy ghi số này.")

    class Meta(Record.Meta):
        verbose_name = "việc làm được của hoạt động"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="practices_output_not_negative",
                condition=Q(quantity__gte=0),
                violation_error_code="quantity",
                violation_error_message="Số không được âm.",
            ),
        ]

    def __str__(self) -> str:
        """Return what was counted."""
        return str(self.measure)
