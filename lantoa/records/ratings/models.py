"""Tables of ratings: how many were rated how, score sheets, and how many may be rated best."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from lantoa.formats.lines import not_secret
from lantoa.formats.texts import no_identity_number
from lantoa.records.ratings.scoring import (
    Criteria,
    SheetFlawError,
    read_criteria,
    read_marks,
    write_points,
)
from lantoa.records.record.columns import Choice, Count, Mark, OneOf, Part, Phrase, SomeDay
from lantoa.records.record.lists import KeptRow
from lantoa.records.record.models import Record

NUMBERS = "levels four_goods clean_strong"
WHAT = Part("Đánh giá, xếp loại", more="Ghi thêm: ngày đầu kỳ, ngày quyết định, tiêu chuẩn học tập")
HOW_MANY = Part(
    "Bao nhiêu",
    help="Chỉ ghi số tổ chức, số người; không lập danh sách.",
    only=NUMBERS,
)
LEVELS = Part(
    "Kết quả theo bốn mức",
    help="Mức nào không có thì ghi 0; chưa rõ thì để trống.",
    more="Ghi thêm: kiểm điểm, lý do vượt mức",
    only="levels",
)
TITLES = Part("Danh hiệu", more="Ghi thêm: nguồn chỉ nêu tỷ lệ", only="four_goods clean_strong")
SCORED = Part("Chấm điểm theo bảng", template="ratings/scored.html", only="score")


class RatedClass(models.TextChoices):
    """Who is rated: organisations first, then people; nobody by name."""

    BASES = "bases", "Tổ chức cơ sở đảng"
    CELLS = "cells", "Chi bộ trực thuộc"
    COLLECTIVES = "collectives", "Tập thể lãnh đạo, quản lý"
    LEADERS = "leaders", "Cán bộ lãnh đạo, quản lý"
    MEMBERS = "members", "Đảng viên"
    OFFICIALS = "officials", "Cán bộ, công chức"
    EMPLOYEES = "employees", "Viên chức, người lao động"


ORGANISATIONS = (RatedClass.BASES, RatedClass.CELLS, RatedClass.COLLECTIVES)


class ScoreSheet(KeptRow):
    """One version of a score sheet: criteria, marks, bands, as lines that `scoring` reads."""

    criteria = models.TextField("các tiêu chí")

    class Meta(KeptRow.Meta):
        verbose_name = "bảng điểm"

    def clean(self) -> None:
        """Refuse lines that cannot be read, do not add up, or must not be kept here."""
        try:
            for refuse in (no_identity_number, not_secret):
                refuse(self.criteria)
            read_criteria(self.criteria)
        except ValidationError as refusal:
            raise ValidationError({"criteria": refusal.messages}) from None
        except SheetFlawError as flaw:
            raise ValidationError({"criteria": str(flaw)}) from None

    @property
    def read(self) -> Criteria:
        """Return what it says."""
        return read_criteria(self.criteria)


class RatingQuota(KeptRow):
    """How many may be rated best, as a percentage of what, rounded how, by which paper."""

    class Base(models.TextChoices):
        """Of what the percentage is taken."""

        WELL = "well", "số hoàn thành tốt nhiệm vụ"
        WELL_OR_BETTER = "well_or_better", "số hoàn thành tốt nhiệm vụ trở lên"
        RATED = "rated", "tổng số được xếp loại"

    class Rounding(models.TextChoices):
        """What becomes of a part of one."""

        DOWN = "down", "làm tròn xuống"
        NEAREST = "nearest", "làm tròn đến số gần nhất"
        UP = "up", "làm tròn lên"

    whom = models.CharField("đối tượng", max_length=12, choices=RatedClass.choices)
    percent = models.PositiveSmallIntegerField("tỷ lệ tối đa")
    base = models.CharField("tính trên", max_length=15, choices=Base.choices)
    rounding = models.CharField("làm tròn", max_length=8, choices=Rounding.choices)

    class Meta(KeptRow.Meta):
        verbose_name = "mức trần xếp loại"
        constraints = [
            *KeptRow.Meta.constraints,
            models.CheckConstraint(
                name="ratings_ratingquota_is_a_percentage",
                condition=Q(percent__gte=1, percent__lte=100),
                violation_error_code="percent",
                violation_error_message="Tỷ lệ phải từ 1 đến 100.",
            ),
        ]


def _fits(part: str, whole: str, words: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"ratings_rating_{part}_fit",
        condition=Q(**{f"{part}__isnull": True})
        | Q(**{f"{whole}__isnull": True})
        | Q(**{f"{part}__lte": F(whole)}),
        violation_error_code=part,
        violation_error_message=words,
    )


class Rating(Record):
    """How many of one sort were rated how in a period, who bears a title, or a sheet filled.

    Organisations and people are counted, never listed. Of a sheet the marks are kept with the
    points that they add up to: what was decided then must not change when a sheet is mended.
    """

    class Sort(models.TextChoices):
        """What it tells."""

        LEVELS = "levels", "Xếp loại theo bốn mức"
        FOUR_GOODS = "four_goods", "“Chi bộ bốn tốt”, “Đảng bộ cơ sở bốn tốt”"
        CLEAN_STRONG = "clean_strong", "“Trong sạch vững mạnh” (danh hiệu cũ)"
        SCORE = "score", "Chấm điểm theo bảng"

    class Cadence(models.TextChoices):
        """Of which stretch it is; years and quarters are never added up together."""

        YEAR = "year", "Cả năm"
        QUARTER = "quarter", "Quý"
        MONTH = "month", "Tháng, kỳ sinh hoạt"
        SEVERAL = "several", "Nhiều năm, cả nhiệm kỳ"

    class Learning(models.TextChoices):
        """Whether learning and following was one of the standards of rating."""

        YES = "yes", "Có"
        NO = "no", "Không"

    sort: Choice = Choice(
        "Loại", WHAT, choices=Sort.choices, missing="Hãy chọn loại.", max_length=12
    )
    whom: Choice = Choice(
        "Đối tượng",
        WHAT,
        choices=RatedClass.choices,
        unknown="Đơn vị này",
        max_length=12,
        default="",
    )
    cadence: Choice = Choice(
        "Kỳ",
        WHAT,
        choices=Cadence.choices,
        missing="Hãy chọn kỳ.",
        help_text="Ngày của bản ghi là ngày cuối kỳ, ví dụ 31/12/2025.",
        max_length=8,
    )
    decided_on: SomeDay = SomeDay("Ngày quyết định xếp loại", WHAT, asked="more", default=None)
    learning: Choice = Choice(
        "Kết quả học tập và làm theo Bác là một tiêu chuẩn",
        WHAT,
        choices=Learning.choices,
        unknown="Không ghi",
        asked="more",
        max_length=3,
        default="",
    )
    total: Count = Count("Tổng số", HOW_MANY, help_text="Cả số chưa xếp loại.", default=None)
    excellent: Count = Count("Hoàn thành xuất sắc nhiệm vụ", LEVELS, default=None)
    well: Count = Count("Hoàn thành tốt nhiệm vụ", LEVELS, default=None)
    fulfilled: Count = Count("Hoàn thành nhiệm vụ", LEVELS, default=None)
    failed: Count = Count("Không hoàn thành nhiệm vụ", LEVELS, sensitive=True, default=None)
    unrated: Count = Count("Chưa xếp loại", LEVELS, default=None)
    reviewed: Count = Count("Đã kiểm điểm, tự soi, tự sửa", LEVELS, asked="more", default=None)
    over_quota: Phrase = Phrase(
        "Lý do vượt mức trần",
        LEVELS,
        help_text="Chỉ khi số xuất sắc vượt mức trần: cấp nào cho phép, văn bản nào.",
        asked="more",
        max_length=300,
        default="",
    )
    recognised: Count = Count("Được công nhận, giữ danh hiệu", TITLES, default=None)
    share_told: Count = Count(
        "Tỷ lệ mà nguồn nêu",
        TITLES,
        word="%",
        help_text="Chỉ khi nguồn không nêu số lượng; không cộng vào đâu.",
        asked="more",
        default=None,
    )
    sheet: "OneOf[ScoreSheet]" = OneOf(
        ScoreSheet, "Bảng điểm", SCORED, unknown="Không chấm điểm", default=None
    )
    marks: Mark = Mark("Điểm từng tiêu chí", SCORED, asked="import", max_length=1000, default="")
    points: Count = Count("Điểm đạt", SCORED, word="điểm", asked="import", default=None)
    points_of: Count = Count("Điểm tối đa", SCORED, word="điểm", asked="import", default=None)

    class Meta(Record.Meta):
        verbose_name = "đánh giá, xếp loại"
        constraints = [
            *Record.Meta.constraints,
            _fits("recognised", "total", "Nhiều hơn tổng số. Sửa một trong hai số."),
            _fits("reviewed", "total", "Đã kiểm điểm nhiều hơn tổng số. Sửa một trong hai số."),
            _fits("points", "points_of", "Điểm đạt nhiều hơn điểm tối đa."),
            models.CheckConstraint(
                name="ratings_rating_share_fit",
                condition=Q(share_told__isnull=True) | Q(share_told__lte=100),
                violation_error_code="share_told",
                violation_error_message="Tỷ lệ không quá 100 phần trăm.",
            ),
        ]

    def __str__(self) -> str:
        """Return what was rated, of whom, of which stretch."""
        if self.sort == self.Sort.SCORE and self.sheet:
            return str(self.sheet)
        whom = f", {self.get_whom_display().lower()}" if self.whom else ""
        return f"{self.get_sort_display()}{whom}, {self.get_cadence_display().lower()}"

    @property
    def band(self) -> str:
        """Return the band that the points reach on their sheet."""
        return self.sheet.read.band(self.points, self.points_of) if self.sheet else ""

    def told_marks(self) -> list[tuple[str, str]]:
        """Return each criterion that was marked, and how, in words."""
        if self.sheet is None:
            return []
        marks = read_marks(self.marks)
        return [
            (f"{each.number}. {each.words}", self._told(marks.get(each.number), each.most))
            for each in self.sheet.read.marked
        ]

    @staticmethod
    def _told(points: int | None, most: int) -> str:
        if points is None:
            return "kỳ này không áp dụng"
        return f"{write_points(points)}/{write_points(most)} điểm"
