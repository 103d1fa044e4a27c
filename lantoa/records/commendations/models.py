"""Tables of commendations: forms of award, how many may be proposed, and who was commended."""

from django.db import models
from django.db.models import F, Q

from lantoa.records.record.columns import Choice, Count, OneOf, Part, Phrase, SomeDay
from lantoa.records.record.lists import KeptRow
from lantoa.records.record.models import Approximation, Record

WHAT = Part("Biểu dương, khen thưởng", more="Khen trong một khoảng thời gian")
WHOM = Part("Ai được khen", more="Ghi thêm: tên tập thể, mức chính xác")
DECISION = Part("Quyết định", more="Ghi thêm: cơ quan ban hành, các bước trước quyết định")
NO_NAMES = "Chỉ ghi tên tập thể, không ghi tên người."


class AwardForm(KeptRow):
    """A form of award: bằng khen, giấy khen, cờ; a list that the administrator keeps."""

    class Meta(KeptRow.Meta):
        verbose_name = "hình thức khen"


class Level(models.TextChoices):
    """Which level gives it."""

    CENTRAL = "central", "Trung ương, bộ, ngành"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện (đến 30/6/2025)"
    COMMUNE = "commune", "Cấp xã"
    BASE = "base", "Cơ quan, đơn vị, đảng bộ cơ sở"


class AwardQuota(KeptRow):
    """How many a unit may propose of one form of award in a calendar year, by which paper."""

    form = models.ForeignKey(AwardForm, models.PROTECT, related_name="+", verbose_name="hình thức")
    collectives = models.PositiveIntegerField("tập thể, tối đa", null=True, blank=True)
    individuals = models.PositiveIntegerField("cá nhân, tối đa", null=True, blank=True)

    class Meta(KeptRow.Meta):
        verbose_name = "mức đề nghị khen"
        constraints = [
            *KeptRow.Meta.constraints,
            models.CheckConstraint(
                name="commendations_awardquota_says_something",
                condition=Q(collectives__isnull=False) | Q(individuals__isnull=False),
                violation_error_message="Hãy ghi mức cho tập thể, cho cá nhân, hoặc cả hai.",
            ),
        ]


class Honour(Record):
    """Collectives and individuals that were praised, awarded, won a contest, or are proposed.

    A record may stand for many. Individuals are counted, never named. A decision told without its
    number counts; what has not come to a decision is proposed, whatever its stage.
    """

    class Sort(models.TextChoices):
        """Praise is no form of the law; a prize is won; some sources do not tell them apart."""

        AWARD = "award", "Khen thưởng"
        PRAISE = "praise", "Biểu dương"
        PRIZE = "prize", "Giải hội thi, cuộc thi"
        MIXED = "mixed", "Biểu dương, khen thưởng chưa tách"

    class Stage(models.TextChoices):
        """How far it has come."""

        DECIDED = "decided", "Đã khen, đã có quyết định"
        APPRAISED = "appraised", "Đã thẩm định, đang trình"
        VOTED = "voted", "Đã bình xét"
        PROPOSED = "proposed", "Mới đề xuất"

    class Ground(models.TextChoices):
        """For what."""

        MOVEMENT = "movement", "Học tập và làm theo Bác"
        DEED = "deed", "Việc làm, thành tích cụ thể"
        THEME = "theme", "Chuyên đề, đợt thi đua"

    sort: Choice = Choice(
        "Loại", WHAT, choices=Sort.choices, missing="Hãy chọn loại.", max_length=10
    )
    stage: Choice = Choice(
        "Đến bước nào",
        WHAT,
        choices=Stage.choices,
        missing="Hãy chọn bước.",
        max_length=10,
        default=Stage.DECIDED,
    )
    form: "OneOf[AwardForm]" = OneOf(
        AwardForm, "Hình thức", WHAT, unknown="Không ghi", default=None
    )
    level: Choice = Choice(
        "Cấp khen", WHAT, choices=Level.choices, unknown="Chưa rõ cấp", max_length=10, default=""
    )
    ground: Choice = Choice(
        "Khen về",
        WHAT,
        choices=Ground.choices,
        missing="Hãy chọn khen về việc gì.",
        max_length=10,
        default=Ground.MOVEMENT,
    )
    title: Phrase = Phrase(
        "Thành tích",
        WHAT,
        help_text=f"Ví dụ: Điển hình học tập và làm theo Bác năm 2026. {NO_NAMES}",
        missing="Hãy ghi thành tích.",
        max_length=300,
    )
    collectives: Count = Count("Tập thể", WHOM, word="tập thể", default=None)
    individuals: Count = Count("Cá nhân", WHOM, word="cá nhân", default=None)
    unseparated: Count = Count(
        "Chưa tách tập thể, cá nhân", WHOM, word="tập thể, cá nhân", default=None
    )
    names: Phrase = Phrase(
        "Tên các tập thể",
        WHOM,
        help_text=f"Ngăn bằng dấu chấm phẩy. {NO_NAMES}",
        asked="more",
        max_length=500,
        default="",
    )
    approximation: Choice = Choice(
        "Mức chính xác",
        WHOM,
        choices=Approximation.choices,
        missing="Hãy chọn mức chính xác.",
        asked="more",
        max_length=6,
        default=Approximation.EXACT,
    )
    decision: Phrase = Phrase(
        "Số quyết định",
        DECISION,
        help_text="Ví dụ: 125-QĐ/ĐU. Chưa rõ số thì để trống.",
        max_length=60,
        default="",
    )
    decided_on: SomeDay = SomeDay("Ngày quyết định", DECISION, default=None)
    issuer: Phrase = Phrase(
        "Cơ quan ra quyết định", DECISION, asked="more", max_length=200, default=""
    )
    proposed_on: SomeDay = SomeDay("Ngày đề xuất", DECISION, asked="more", default=None)
    voted_on: SomeDay = SomeDay("Ngày bình xét", DECISION, asked="more", default=None)
    votes_for: Count = Count("Phiếu đồng ý", DECISION, word="phiếu", asked="more", default=None)
    voters: Count = Count("Trên tổng số phiếu", DECISION, word="phiếu", asked="more", default=None)
    appraised_on: SomeDay = SomeDay("Ngày thẩm định", DECISION, asked="more", default=None)
    evidence: Phrase = Phrase(
        "Giấy tờ kèm theo",
        DECISION,
        help_text="Báo cáo thành tích, biên bản nào, giữ ở đâu. Không ghi tên người.",
        asked="more",
        max_length=300,
        default="",
    )

    class Meta(Record.Meta):
        verbose_name = "lượt khen"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="commendations_honour_votes_fit",
                condition=Q(votes_for__isnull=True)
                | Q(voters__isnull=True)
                | Q(votes_for__lte=F("voters")),
                violation_error_code="votes_for",
                violation_error_message="Phiếu đồng ý nhiều hơn tổng số phiếu. Sửa một trong hai.",
            ),
        ]

    def __str__(self) -> str:
        """Return for what it is."""
        return self.title

    @property
    def is_decided(self) -> bool:
        """Tell whether it was given, its decision's number known or not."""
        return self.stage == self.Stage.DECIDED

    @property
    def lacks_number(self) -> bool:
        """Tell whether it is an award whose decision is told without its number."""
        return self.is_decided and self.sort == self.Sort.AWARD and not self.decision
