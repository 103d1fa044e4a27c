"""Tables of works, their money by source, those who benefit, and proof."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from lantoa.formats.lines import LineColumn
from lantoa.money.queries import given_sum
from lantoa.people.models import User
from lantoa.records.record.columns import Choice, Count, Dong, Part, Phrase, names
from lantoa.records.record.models import Approximation, Record
from lantoa.seals.models import Sealed

WHAT = Part("Công trình, phần việc", template="works/what.html")
COST = Part(
    "Kinh phí",
    help="Ghi được “26 triệu”, “1,8 tỷ”, “1 tỷ 795 triệu” hoặc 26.000.000.",
    more="Số tiền chưa thật chính xác",
    total="đồng",
    summed="Cộng các nguồn",
)
EFFORT = Part("Công sức")
SERVED = Part("Bao nhiêu người, hộ được hưởng")
NO_NAMES = "Không ghi tên người được hưởng."


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

    given_money: ClassVar[int | None] = None
    """What was given for it, where its rows were asked for `completed`."""

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

    sort: Choice = Choice(
        "Loại công trình, phần việc",
        WHAT,
        choices=Sort.choices,
        missing="Hãy chọn loại công trình, phần việc.",
        max_length=10,
    )
    house: Choice = Choice(
        "Loại nhà",
        WHAT,
        choices=House.choices,
        unknown="Không phải nhà ở",
        max_length=10,
        default="",
    )
    title: Phrase = Phrase(
        "Tên công trình, phần việc",
        WHAT,
        help_text=f"Ví dụ: Nâng cấp đường tổ 5. {NO_NAMES}",
        missing="Hãy ghi tên công trình, phần việc.",
        max_length=300,
    )
    place: Phrase = Phrase(
        "Địa điểm", WHAT, help_text="Khóm, ấp, tuyến đường.", max_length=200, default=""
    )
    quantity: Count = Count(
        "Số lượng",
        WHAT,
        help_text="Nhà tính căn; đường, kênh tính mét; đèn tính bóng; quà tính suất.",
        word="đơn vị tính theo loại",
        default=None,
    )
    state_money: Dong = Dong("Ngân sách nhà nước", COST, counted="Ngân sách nhà nước", default=None)
    members_money: Dong = Dong(
        "Cán bộ, đảng viên đóng góp", COST, counted="Cán bộ, đảng viên đóng góp", default=None
    )
    people_money: Dong = Dong("Nhân dân đóng góp", COST, counted="Nhân dân đóng góp", default=None)
    sponsors_money: Dong = Dong(
        "Mạnh thường quân, doanh nghiệp",
        COST,
        counted="Mạnh thường quân, doanh nghiệp",
        default=None,
    )
    unsplit_money: Dong = Dong(
        "Chưa tách được nguồn", COST, counted="Kinh phí chưa tách nguồn", default=None
    )
    money_approximation: Choice = Choice(
        "Mức chính xác",
        COST,
        choices=Approximation.choices,
        missing="Hãy chọn mức chính xác.",
        asked="more",
        max_length=6,
        default=Approximation.EXACT,
    )
    money_words: Phrase = Phrase(
        "Nguồn ghi số tiền là",
        COST,
        help_text="Nguyên văn, ví dụ: gần 143 triệu.",
        asked="more",
        max_length=80,
        default="",
    )
    workdays: Count = Count(
        "Ngày công đóng góp", EFFORT, word="ngày công", counted="Số ngày công", default=None
    )
    partners: Phrase = Phrase(
        "Đơn vị cùng góp sức",
        EFFORT,
        help_text="Chỉ tên tổ chức: doanh nghiệp, chùa, hội. Không ghi tên người.",
        max_length=300,
        default="",
    )
    poor_households: Count = Count(
        "Hộ nghèo",
        SERVED,
        word="hộ",
        counted="Hộ nghèo được hưởng",
        sensitive=True,
        default=None,
    )
    near_poor_households: Count = Count(
        "Hộ cận nghèo",
        SERVED,
        word="hộ",
        counted="Hộ cận nghèo được hưởng",
        sensitive=True,
        default=None,
    )
    policy_households: Count = Count(
        "Gia đình chính sách",
        SERVED,
        word="hộ",
        counted="Gia đình chính sách được hưởng",
        sensitive=True,
        default=None,
    )
    other_households: Count = Count(
        "Hộ khác, chưa phân loại",
        SERVED,
        word="hộ",
        counted="Hộ khác, chưa phân loại được hưởng",
        default=None,
    )
    pupils: Count = Count(
        "Học sinh", SERVED, word="học sinh", counted="Học sinh được hưởng", default=None
    )
    people: Count = Count("Người", SERVED, word="người", counted="Người được hưởng", default=None)
    organisations: Count = Count(
        "Cơ quan, đơn vị",
        SERVED,
        word="đơn vị",
        counted="Cơ quan, đơn vị được thăm, hỗ trợ",
        default=None,
    )

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

    @classmethod
    def completed(cls, rows: Any, as_known: datetime | None = None) -> Any:
        """Return rows with what was given for each of them."""
        return rows.annotate(given_money=given_sum(as_known=as_known))

    @property
    def own_money(self) -> int | None:
        """Return the money of all its own columns in đồng; None where none is known."""
        known = [getattr(self, source) for source in MONEY if getattr(self, source) is not None]
        return sum(known) if known else None

    @property
    def money(self) -> int | None:
        """Return its own money, or else what was given for it; None where none is known."""
        return self.own_money if self.own_money is not None else self.given_money

    @property
    def measured_in(self) -> str:
        """Return the unit of measure of the quantity."""
        return self.MEASURED_IN[Work.Sort(self.sort)]


MONEY = names(Work, COST, Dong)


class Proof(Sealed):
    """What is to be seen of a photograph or a paper behind a work, on this installation's own disk.

    It refers to the work by its identity, through all corrections. The file that was sent is not
    kept, but its fingerprint is, so that who has it can show that it is the one.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    work = models.UUIDField("công trình", db_index=True)
    file = models.FileField("tệp", upload_to="works/%Y/%m", max_length=200)
    title = LineColumn("tên tệp", max_length=200)
    media_type = models.CharField("loại tệp", max_length=40)
    sha256 = models.CharField("dấu SHA-256", max_length=64)
    sent_sha256 = models.CharField(
        "dấu SHA-256 của tệp đã gửi", max_length=64, default="", blank=True
    )
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

    @property
    def is_as_sent(self) -> bool:
        """Tell whether the very file that was sent is kept, as papers once were."""
        return self.sha256 == self.sent_sha256
