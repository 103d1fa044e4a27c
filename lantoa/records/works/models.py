"""Tables of works, their money by source, those who benefit, and proof."""

import uuid

from django.db import models
from django.db.models import Q

from lantoa.people.models import User
from lantoa.records.record.models import Approximation, Record

MONEY = ("state_money", "members_money", "people_money", "sponsors_money", "unsplit_money")
BENEFICIARIES = (
    "poor_households",
    "near_poor_households",
    "policy_households",
    "other_households",
    "pupils",
    "people",
    "organisations",
)


class Work(Record):
    """A work or a gift of one unit: what, how much of it, money by source in đồng, for whom.

    Money and numbers that are not known are empty, never zero. No name of a person who benefits is
    kept; partners from outside are names of organisations.
    """

    class Sort(models.TextChoices):
        """What was made or given, with its unit of measure in `MEASURED_IN`."""

        HOUSE = "house", "Nhà ở"
        LOT = "lot", "Nền nhà"
        ROAD = "road", "Đường giao thông"
        BRIDGE = "bridge", "Cầu"
        CANAL = "canal", "Kênh, mương, thoát nước"
        LIGHT = "light", "Đèn chiếu sáng"
        GIFT = "gift", "Quà, hỗ trợ"
        OTHER = "other", "Công trình, phần việc khác"

    class House(models.TextChoices):
        """For whom a house is built."""

        GRATITUDE = "gratitude", "Nhà tình nghĩa"
        UNITY = "unity", "Nhà đại đoàn kết"
        CHARITY = "charity", "Nhà tình thương"

    MEASURED_IN = {
        Sort.HOUSE: "căn",
        Sort.LOT: "nền",
        Sort.ROAD: "mét",
        Sort.BRIDGE: "cây cầu",
        Sort.CANAL: "mét",
        Sort.LIGHT: "bóng",
        Sort.GIFT: "suất",
        Sort.OTHER: "công trình",
    }

    sort = models.CharField("loại", max_length=10, choices=Sort.choices)
    house = models.CharField(
        "loại nhà", max_length=10, choices=House.choices, default="", blank=True
    )
    title = models.CharField("tên công trình, phần việc", max_length=300)
    place = models.CharField("địa điểm", max_length=200, default="", blank=True)
    quantity = models.PositiveIntegerField("số lượng", null=True, blank=True)
    state_money = models.PositiveBigIntegerField("ngân sách nhà nước", null=True, blank=True)
    members_money = models.PositiveBigIntegerField(
        "cán bộ, đảng viên đóng góp", null=True, blank=True
    )
    people_money = models.PositiveBigIntegerField("Nhân dân đóng góp", null=True, blank=True)
    sponsors_money = models.PositiveBigIntegerField(
        "mạnh thường quân, doanh nghiệp", null=True, blank=True
    )
    unsplit_money = models.PositiveBigIntegerField("chưa tách nguồn", null=True, blank=True)
    money_approximation = models.CharField(
        "mức chính xác", max_length=6, choices=Approximation.choices, default=Approximation.EXACT
    )
    money_words = models.CharField("nguồn ghi số tiền là", max_length=80, default="", blank=True)
    workdays = models.PositiveIntegerField("số ngày công", null=True, blank=True)
    partners = models.CharField("đơn vị cùng góp sức", max_length=300, default="", blank=True)
    poor_households = models.PositiveIntegerField("hộ nghèo", null=True, blank=True)
    near_poor_households = models.PositiveIntegerField("hộ cận nghèo", null=True, blank=True)
    policy_households = models.PositiveIntegerField("gia đình chính sách", null=True, blank=True)
    other_households = models.PositiveIntegerField("hộ khác, chưa phân loại", null=True, blank=True)
    pupils = models.PositiveIntegerField("học sinh", null=True, blank=True)
    people = models.PositiveIntegerField("người", null=True, blank=True)
    organisations = models.PositiveIntegerField("cơ quan, đơn vị", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = "công trình, phần việc"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="works_work_house_has_its_sort",
                condition=Q(house="") | Q(sort="house"),
                violation_error_code="house",
                violation_error_message="Chỉ chọn loại nhà khi công trình là nhà ở.",
            ),
        ]

    def __str__(self) -> str:
        """Return its title."""
        return self.title

    @property
    def money(self) -> int | None:
        """Return the money of all sources in đồng; None where none is known."""
        known = [getattr(self, source) for source in MONEY if getattr(self, source) is not None]
        return sum(known) if known else None

    @property
    def measured_in(self) -> str:
        """Return the unit of measure of the quantity."""
        return self.MEASURED_IN[Work.Sort(self.sort)]


class Proof(models.Model):
    """A photograph or a paper behind a work, kept on this installation's own disk.

    It refers to the work by its identity, through all corrections.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    work = models.UUIDField("công trình", db_index=True)
    file = models.FileField("tệp", upload_to="works/%Y/%m", max_length=200)
    title = models.CharField("tên tệp", max_length=200)
    media_type = models.CharField("loại tệp", max_length=40)
    sha256 = models.CharField("dấu SHA-256", max_length=64)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người thêm")
    added_at = models.DateTimeField("thêm lúc")
    removed_at = models.DateTimeField("gỡ lúc", null=True)

    class Meta:
        verbose_name = "minh chứng"
        constraints = [
            models.UniqueConstraint(
                fields=["work", "sha256"],
                condition=Q(removed_at__isnull=True),
                name="works_proof_once",
                violation_error_message="Tệp này đã có trong minh chứng.",
            )
        ]

    def __str__(self) -> str:
        """Return the name of the file."""
        return self.title
