"""The table of works: what an ordinary entry says, and what more there may be to say."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from lantoa.money.queries import given_sum
from lantoa.records.record.columns import (
    Choice,
    Count,
    Dong,
    Mark,
    OneOf,
    Part,
    Phrase,
    Several,
    SomeDay,
    names,
)
from lantoa.records.record.steps import Steps
from lantoa.records.works.models.lists import BeneficiaryClass, WorkSort
from lantoa.records.works.models.plain import COST, EFFORT, SERVED, WHAT, PlainWork

GOODS = Part("Hứa góp, hiện vật", more="Ghi thêm: tiền mới hứa góp, hiện vật")
WATCHED = Part(
    "Dân bàn, giám sát, công khai", more="Ghi thêm: họp dân, giám sát cộng đồng, công khai"
)
GRANTED = Part(
    "Hồ sơ nhà, nền nhà", more="Ghi thêm: biên bản bình xét, quyết định hỗ trợ", only="house lot"
)


class Work(PlainWork):
    """A work or a gift of one unit: what, how much of it, money by source in đồng, for whom.

    Money and numbers that are not known are empty, never zero. No name of a person who benefits is
    kept; partners from outside are names of organisations. Where one sum is stated for several
    works, one of them tells it, and `cost_at` of the others is its key: it is counted once.
    """

    class Made(models.TextChoices):
        """Whether it was not there before."""

        NEW = "new", "Làm mới"
        REPAIRED = "repaired", "Sửa chữa, nâng cấp"

    class Stage(models.TextChoices):
        """How far a work got, each on its day."""

        PLANNED = "planned", "Có chủ trương, kế hoạch"
        BEGUN = "begun", "Khởi công"
        FINISHED = "finished", "Hoàn thành"
        ACCEPTED = "accepted", "Nghiệm thu"
        HANDED = "handed", "Bàn giao, đưa vào sử dụng"

    class Supervised(models.TextChoices):
        """What supervision by the community came to."""

        PASSED = "passed", "Đạt"
        PENDING = "pending", "Còn vướng"

    steps = Steps(choices=Stage, last=[Stage.HANDED])

    given_money: ClassVar[int | None] = None
    """What was given for it, where its rows were asked for `completed`."""

    other_sort: "OneOf[WorkSort]" = OneOf(
        WorkSort, "Là công trình, phần việc gì", WHAT, unknown="Không ghi", default=None
    )
    made: Choice = Choice(
        "Làm mới hay sửa",
        WHAT,
        choices=Made.choices,
        unknown="Chưa rõ",
        asked="more",
        max_length=10,
        default="",
    )
    area: Count = Count(
        "Diện tích", WHAT, word="m²", counted="Diện tích", asked="more", default=None
    )
    larger: Phrase = Phrase(
        "Thuộc công trình lớn",
        WHAT,
        help_text="Tên công trình lớn, khi đây là một phần của nó.",
        asked="more",
        max_length=200,
        default="",
    )
    phase: Phrase = Phrase(
        "Giai đoạn", WHAT, help_text="Ví dụ: giai đoạn 2.", asked="more", max_length=60, default=""
    )
    occasion: Phrase = Phrase(
        "Dịp chào mừng",
        WHAT,
        help_text="Ví dụ: chào mừng 190 năm thành lập tỉnh.",
        asked="more",
        max_length=200,
        default="",
    )
    programme: Phrase = Phrase(
        "Chương trình, đợt ra quân",
        WHAT,
        help_text="Ví dụ: Triệu túi an sinh; Ngày chủ nhật xanh.",
        asked="more",
        max_length=200,
        default="",
    )
    family_money: Dong = Dong(
        "Gia đình tự bỏ ra", COST, counted="Gia đình tự bỏ ra", asked="more", default=None
    )
    fund_money: Dong = Dong(
        "Trích từ quỹ", COST, counted="Trích từ quỹ", asked="more", default=None
    )
    loan_money: Dong = Dong("Vốn vay", COST, counted="Vốn vay", asked="more", default=None)
    cost_at: Mark = Mark("Kinh phí tính chung ở", COST, asked="more", max_length=80, default="")
    volunteers: Count = Count(
        "Lượt người tham gia",
        EFFORT,
        word="lượt",
        counted="Lượt người tham gia làm",
        asked="more",
        default=None,
    )
    classes: "Several[BeneficiaryClass]" = Several(
        BeneficiaryClass,
        "Nhóm được hưởng",
        SERVED,
        help_text="Chọn khi biết là nhóm nào mà chưa rõ từng nhóm bao nhiêu. Không ghi tên người.",
        asked="more",
        default=(),
    )
    landslide_households: Count = Count(
        "Hộ bị sạt lở",
        SERVED,
        word="hộ",
        counted="Hộ bị sạt lở được hưởng",
        sensitive=True,
        asked="more",
        default=None,
    )
    homeless_households: Count = Count(
        "Hộ khó khăn về nhà ở",
        SERVED,
        word="hộ",
        counted="Hộ khó khăn về nhà ở được hưởng",
        sensitive=True,
        asked="more",
        default=None,
    )
    member_households: Count = Count(
        "Hộ đảng viên khó khăn",
        SERVED,
        word="hộ",
        counted="Hộ đảng viên khó khăn được hưởng",
        sensitive=True,
        asked="more",
        default=None,
    )
    promised_money: Dong = Dong(
        "Tiền mới hứa góp",
        GOODS,
        help_text="Chưa nhận. Nhận rồi thì ghi ở Kinh phí; hai số không cộng vào nhau.",
        counted="Tiền mới hứa góp cho công trình",
        asked="more",
        default=None,
    )
    goods: Phrase = Phrase(
        "Hiện vật góp",
        GOODS,
        help_text="Ví dụ: xi măng, cây tràm.",
        asked="more",
        max_length=200,
        default="",
    )
    goods_quantity: Count = Count("Số lượng hiện vật", GOODS, asked="more", default=None)
    goods_in: Phrase = Phrase(
        "Đơn vị tính hiện vật", GOODS, help_text="Ví dụ: bao, kg.", asked="more", max_length=30,
        default="",
    )  # fmt: skip
    goods_value: Dong = Dong(
        "Trị giá hiện vật",
        GOODS,
        help_text="Không cộng vào kinh phí.",
        counted="Trị giá hiện vật góp cho công trình",
        asked="more",
        default=None,
    )
    discussed_on: SomeDay = SomeDay("Ngày họp dân bàn", WATCHED, asked="more", default=None)
    households_present: Count = Count("Hộ dự họp", WATCHED, word="hộ", asked="more", default=None)
    households_agreeing: Count = Count("Hộ đồng ý", WATCHED, word="hộ", asked="more", default=None)
    supervised_on: SomeDay = SomeDay("Ngày giám sát cộng đồng", WATCHED, asked="more", default=None)
    supervised: Choice = Choice(
        "Kết quả giám sát",
        WATCHED,
        choices=Supervised.choices,
        unknown="Không ghi",
        asked="more",
        max_length=10,
        default="",
    )
    settled_on: SomeDay = SomeDay("Ngày công khai quyết toán", WATCHED, asked="more", default=None)
    selection: Phrase = Phrase(
        "Biên bản bình xét của khóm, ấp",
        GRANTED,
        help_text="Số hoặc tên biên bản, không ghi tên hộ.",
        asked="more",
        max_length=120,
        default="",
    )
    selected_on: SomeDay = SomeDay("Ngày bình xét", GRANTED, asked="more", default=None)
    grant: Phrase = Phrase(
        "Quyết định hỗ trợ", GRANTED, help_text="Số, ký hiệu.", asked="more", max_length=120,
        default="",
    )  # fmt: skip
    granted_on: SomeDay = SomeDay("Ngày quyết định hỗ trợ", GRANTED, asked="more", default=None)

    class Meta(PlainWork.Meta):
        abstract = False
        verbose_name = "công trình, phần việc"
        constraints = [
            *PlainWork.Meta.constraints,
            models.CheckConstraint(
                name="works_work_other_has_its_sort",
                condition=Q(other_sort__isnull=True) | Q(sort="other"),
                violation_error_code="other_sort",
                violation_error_message="Chỉ chọn ở đây khi loại là “Công trình, phần việc khác”.",
            ),
            models.CheckConstraint(
                name="works_work_agreeing_fit",
                condition=Q(households_agreeing__isnull=True)
                | Q(households_present__isnull=True)
                | Q(households_agreeing__lte=F("households_present")),
                violation_error_code="households_agreeing",
                violation_error_message="Hộ đồng ý nhiều hơn hộ dự họp. Sửa một trong hai.",
            ),
        ]

        indexes = [
            *PlainWork.Meta.indexes,
            models.Index(
                fields=["cost_at"],
                name="works_cost_told_elsewhere",
                condition=Q(superseded_at__isnull=True) & ~Q(cost_at=""),
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
    def takes_gifts(self) -> bool:
        """Tell whether money given for it may stand as its cost: it tells none of its own."""
        return self.own_money is None and not self.cost_at

    @classmethod
    def taking_gifts(cls, rows: Any) -> Any:
        """Keep the rows that take gifts, as each tells of itself."""
        return rows.filter(cost_at="", **{f"{source}__isnull": True for source in MONEY})

    @property
    def measured_in(self) -> str:
        """Return the unit of measure of the quantity."""
        if self.other_sort:
            return self.other_sort.measured_in
        return self.MEASURED_IN[Work.Sort(self.sort)]

    @property
    def sort_text(self) -> str:
        """Return what it is called: a house by whom it is for, another work by its own sort."""
        return str(self.get_house_display() or self.other_sort or self.get_sort_display())


MONEY = names(Work, COST, Dong)
