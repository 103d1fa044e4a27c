"""What an ordinary entry of works asks: what was made, its money by source, those who benefit."""

from django.db import models
from django.db.models import Q

from lantoa.records.record.columns import Choice, Count, Dong, Part, Phrase
from lantoa.records.record.models import Approximation, Record

WHAT = Part(
    "Công trình, phần việc",
    more="Ghi thêm: nhiều ngày, làm mới hay sửa, diện tích, dịp, chương trình",
    template="works/what.html",
)
COST = Part(
    "Kinh phí",
    help="Ghi được “26 triệu”, “1,8 tỷ”, “1 tỷ 795 triệu” hoặc 26.000.000.",
    more="Ghi thêm: nguồn khác, chưa thật chính xác, tính chung với việc khác",
    total="đồng",
    summed="Cộng các nguồn",
)
EFFORT = Part("Công sức", more="Ghi thêm: lượt người tham gia")
SERVED = Part("Bao nhiêu người, hộ được hưởng", more="Ghi thêm: nhóm được hưởng khác")
NO_NAMES = "Không ghi tên người được hưởng."


class PlainWork(Record):
    """What an ordinary entry says: what, how much of it, money by source in đồng, for whom."""

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
        abstract = True
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="works_work_house_has_its_sort",
                condition=Q(house="") | Q(sort="house"),
                violation_error_code="house",
                violation_error_message="Chỉ chọn loại nhà khi công trình là nhà ở.",
            ),
        ]
