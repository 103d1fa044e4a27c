"""The table of giving: appeals, receipts and aid."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q

from lantoa.money.models import MoneyAccount
from lantoa.records.giving.models.lists import GiverGroup
from lantoa.records.record.columns import Choice, Count, Day, Dong, Mark, Part, Phrase, Several
from lantoa.records.record.models import Approximation, Record

NOT_A_LEDGER = "Số liệu theo dõi, không thay sổ kế toán."
WHAT = Part("Vận động, tiếp nhận, phân bổ", template="giving/what.html")
APPEAL = Part("Đợt vận động", more="Văn bản, thời hạn")
MONEY = Part(
    "Tiền",
    help=f"Ghi được “26 triệu”, “1,8 tỷ” hoặc 26.000.000. {NOT_A_LEDGER}",
    template="giving/money.html",
)
GIVERS = Part("Ai đóng góp", more="Tổ chức, công khai, phiếu thu")
GOODS = Part("Hiện vật, ngày công")
SERVED = Part("Bao nhiêu người, hộ được hưởng")


class MaybeDay(Day):
    """A day that need not be said."""

    def kept(self, said: Any) -> dict[str, Any]:
        """Let it be empty."""
        return {"null": True, "blank": True, **said}

    if TYPE_CHECKING:

        def __get__(self, row: Any, owner: Any) -> Any: ...
        def __set__(self, row: Any, value: date | None) -> None: ...


class Giving(Record):
    """An appeal, a receipt or aid of one unit; what is not known stays empty, never zero.

    No person is named: givers by group, organisations by name, those who are served by class. Money
    that names a fund, or a work, is written as a transfer too; other money counts as mobilised or
    spent, and stands in no balance.
    """

    class Sort(models.TextChoices):
        """What happened."""

        APPEAL = "appeal", "Phát động, vận động"
        RECEIPT = "receipt", "Tiếp nhận"
        AID = "aid", "Hỗ trợ, phân bổ"

    class Goods(models.TextChoices):
        """What was given beside money, with its unit of measure in `GOODS_IN`."""

        CARD = "card", "Thẻ bảo hiểm y tế"
        GIFT = "gift", "Suất quà"
        SCHOLARSHIP = "scholarship", "Suất học bổng"
        RICE = "rice", "Gạo"
        MEAL = "meal", "Suất ăn"
        OTHER = "other", "Hiện vật khác"

    class Publicity(models.TextChoices):
        """Whether an organisation wants to be named in public."""

        NAMED = "named", "Nêu tên"
        UNNAMED = "unnamed", "Không nêu tên"

    GOODS_IN = {
        Goods.CARD: "thẻ",
        Goods.GIFT: "suất",
        Goods.SCHOLARSHIP: "suất",
        Goods.RICE: "kg",
        Goods.MEAL: "suất",
        Goods.OTHER: "",
    }

    sort: Choice = Choice(
        "Việc", WHAT, choices=Sort.choices, missing="Hãy chọn việc.", max_length=10
    )
    title: Phrase = Phrase(
        "Nội dung, mục đích",
        WHAT,
        help_text="Ví dụ: Ủng hộ mua thẻ BHYT cho hộ khó khăn. Không ghi tên người dân.",
        missing="Hãy ghi nội dung.",
        max_length=300,
    )
    appeal: Mark = Mark("Thuộc đợt vận động", WHAT, max_length=80, default="")
    issuer: Phrase = Phrase(
        "Nơi phát động", APPEAL, help_text="Ví dụ: Đảng ủy xã.", max_length=200, default=""
    )
    decision: Phrase = Phrase(
        "Văn bản phát động",
        APPEAL,
        help_text="Số, ký hiệu, ngày.",
        asked="more",
        max_length=200,
        default="",
    )
    closes_on: MaybeDay = MaybeDay("Nhận đến hết ngày", APPEAL, asked="more")
    groups: Several[GiverGroup] = Several(GiverGroup, "Nhóm người góp", GIVERS)
    organisation: Phrase = Phrase(
        "Tổ chức góp",
        GIVERS,
        help_text="Chỉ tên tổ chức: doanh nghiệp, chùa, hội. Không ghi tên người.",
        asked="more",
        max_length=200,
        default="",
    )
    publicity: Choice = Choice(
        "Khi công khai",
        GIVERS,
        choices=Publicity.choices,
        missing="Hãy chọn.",
        asked="more",
        max_length=10,
        default=Publicity.NAMED,
    )
    voucher: Phrase = Phrase(
        "Số phiếu thu hoặc biên lai",
        GIVERS,
        help_text="Do kế toán lập.",
        asked="more",
        max_length=60,
        default="",
    )
    voucher_day: MaybeDay = MaybeDay("Ngày phiếu thu, biên lai", GIVERS, asked="more")
    money: Dong = Dong("Số tiền", MONEY, default=None)
    money_approximation: Choice = Choice(
        "Mức chính xác",
        MONEY,
        choices=Approximation.choices,
        missing="Hãy chọn mức chính xác.",
        asked="more",
        max_length=6,
        default=Approximation.EXACT,
    )
    money_words: Phrase = Phrase(
        "Nguồn ghi số tiền là",
        MONEY,
        help_text="Nguyên văn, ví dụ: hơn 26 triệu.",
        asked="more",
        max_length=80,
        default="",
    )
    fund: "models.ForeignKey[MoneyAccount | None, MoneyAccount | None]" = models.ForeignKey(
        MoneyAccount, models.PROTECT, null=True, default=None, verbose_name="Quỹ"
    )
    work: Mark = Mark("Cho công trình", MONEY, max_length=80, default="")
    goods: Choice = Choice(
        "Hiện vật",
        GOODS,
        choices=Goods.choices,
        unknown="Không có hiện vật",
        max_length=12,
        default="",
    )
    goods_words: Phrase = Phrase(
        "Hiện vật gì", GOODS, help_text="Ví dụ: 20 bao xi măng.", max_length=200, default=""
    )
    quantity: Count = Count("Số lượng", GOODS, word="thẻ, suất, kg", default=None)
    goods_value: Dong = Dong(
        "Trị giá hiện vật", GOODS, help_text="Không rõ thì để trống.", default=None
    )
    workdays: Count = Count(
        "Ngày công đóng góp",
        GOODS,
        word="ngày công",
        counted="Ngày công đóng góp (vận động)",
        default=None,
    )
    poor_households: Count = Count(
        "Hộ nghèo",
        SERVED,
        word="hộ",
        counted="Hộ nghèo được hỗ trợ",
        sensitive=True,
        default=None,
    )
    near_poor_households: Count = Count(
        "Hộ cận nghèo",
        SERVED,
        word="hộ",
        counted="Hộ cận nghèo được hỗ trợ",
        sensitive=True,
        default=None,
    )
    policy_households: Count = Count(
        "Gia đình chính sách",
        SERVED,
        word="hộ",
        counted="Gia đình chính sách được hỗ trợ",
        sensitive=True,
        default=None,
    )
    other_households: Count = Count(
        "Hộ khác, chưa phân loại",
        SERVED,
        word="hộ",
        counted="Hộ khác, chưa phân loại được hỗ trợ",
        default=None,
    )
    pupils: Count = Count(
        "Học sinh", SERVED, word="học sinh", counted="Học sinh được hỗ trợ", default=None
    )
    people: Count = Count("Người", SERVED, word="người", counted="Người được hỗ trợ", default=None)

    class Meta(Record.Meta):
        verbose_name = "vận động, tiếp nhận, phân bổ"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="giving_giving_appeal_is_no_money",
                condition=~Q(sort="appeal") | Q(money__isnull=True, fund__isnull=True, work=""),
                violation_error_code="money",
                violation_error_message="Lời vận động chưa phải là tiền. Hãy ghi ở việc tiếp nhận.",
            ),
            models.CheckConstraint(
                name="giving_giving_exact_in_a_fund",
                condition=Q(fund__isnull=True)
                | Q(money__isnull=True)
                | Q(money_approximation="exact"),
                violation_error_code="money",
                violation_error_message="Số gần đúng không vào quỹ. Bỏ chọn quỹ, hoặc ghi đúng số.",
            ),
            models.CheckConstraint(
                name="giving_giving_fund_on_one_day",
                condition=Q(fund__isnull=True) | Q(first_day=F("last_day")),
                violation_error_code="first_day",
                violation_error_message="Vào quỹ thì mỗi lần một ngày. Bỏ trống ô “Từ ngày”.",
            ),
            models.CheckConstraint(
                name="giving_giving_only_receipts_for_works",
                condition=Q(work="") | Q(sort="receipt"),
                violation_error_code="work",
                violation_error_message="Chỉ việc tiếp nhận nói được cho công trình nào.",
            ),
        ]

    def __str__(self) -> str:
        """Return what it was for."""
        return self.title

    @property
    def goods_text(self) -> str:
        """Return what the goods are called."""
        kind = str(self.get_goods_display()) if self.goods else ""
        return self.goods_words or kind

    @property
    def goods_in(self) -> str:
        """Return the unit of measure of the goods."""
        return self.GOODS_IN[Giving.Goods(self.goods)] if self.goods else ""
