"""Tables of inspections: what they may be about, and how many there were with which result."""

from django.db import models
from django.db.models import F, Q

from lantoa.records.record.columns import Choice, Count, OneOf, Part, SomeDay
from lantoa.records.record.lists import KeptRow
from lantoa.records.record.models import Record

WHAT = Part("Cuộc kiểm tra, giám sát", more="Nhiều cuộc trong một khoảng thời gian")
WHOM = Part("Đã kiểm tra, giám sát bao nhiêu")
FOUND = Part(
    "Kết luận đã công bố",
    help="Chỉ ghi số, sau khi công bố kết luận. Không có thì ghi 0; chưa rõ thì để trống.",
    more="Ghi thêm: việc phải khắc phục",
)


class InspectionTheme(KeptRow):
    """What an inspection is about: a kept list, since no words of its own are typed."""

    class Meta(KeptRow.Meta):
        verbose_name = "chủ đề kiểm tra, giám sát"


def _fits(part: str, whole: str) -> Q:
    return Q(**{f"{part}__isnull": True}) | Q(**{f"{whole}__isnull": True}) | Q(
        **{f"{part}__lte": F(whole)}
    )  # fmt: skip


def _within(part: str, whole: str, words: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"inspections_inspection_{part}_fit",
        condition=_fits(part, whole),
        violation_error_code=part,
        violation_error_message=words,
    )


class Inspection(Record):
    """Inspections or supervisions of one committee: how many, of how many, with which result.

    It says no words of its own, names nobody and bears no file. Zero is said, and is not unknown.
    """

    class Sort(models.TextChoices):
        """Which of the two it is."""

        INSPECTION = "inspection", "Kiểm tra"
        SUPERVISION = "supervision", "Giám sát"

    class Manner(models.TextChoices):
        """Whether it belongs to the year's round or has a theme."""

        REGULAR = "regular", "Thường xuyên"
        THEMATIC = "thematic", "Chuyên đề"

    class Body(models.TextChoices):
        """Who held it; together it is one."""

        COMMITTEE = "committee", "Cấp ủy, chi bộ"
        COMMISSION = "commission", "Ủy ban kiểm tra"
        TOGETHER = "together", "Cấp ủy và Ủy ban kiểm tra cùng làm"

    sort: Choice = Choice(
        "Loại", WHAT, choices=Sort.choices, missing="Hãy chọn loại.", max_length=12
    )
    manner: Choice = Choice(
        "Cách làm", WHAT, choices=Manner.choices, unknown="Không ghi", max_length=10, default=""
    )
    body: Choice = Choice(
        "Ai làm", WHAT, choices=Body.choices, unknown="Không ghi", max_length=10, default=""
    )
    theme: "OneOf[InspectionTheme]" = OneOf(
        InspectionTheme, "Chủ đề", WHAT, unknown="Không ghi", default=None
    )
    times: Count = Count(
        "Số cuộc", WHAT, word="cuộc", help_text="Không có cuộc nào thì ghi 0.", default=None
    )
    announced_on: SomeDay = SomeDay("Công bố kết luận ngày", WHAT, default=None)
    organisations: Count = Count(
        "Tổ chức đảng",
        WHOM,
        word="tổ chức",
        counted="Tổ chức đảng được kiểm tra, giám sát",
        default=None,
    )
    members: Count = Count(
        "Đảng viên",
        WHOM,
        word="đảng viên",
        counted="Đảng viên được kiểm tra, giám sát",
        sensitive=True,
        default=None,
    )
    good_organisations: Count = Count(
        "Tổ chức đảng làm tốt", FOUND, word="tổ chức", counted="Tổ chức đảng làm tốt", default=None
    )
    faulty_organisations: Count = Count(
        "Tổ chức đảng có khuyết điểm",
        FOUND,
        word="tổ chức",
        counted="Tổ chức đảng có khuyết điểm",
        sensitive=True,
        default=None,
    )
    disciplined_organisations: Count = Count(
        "Tổ chức đảng bị kỷ luật",
        FOUND,
        word="tổ chức",
        counted="Tổ chức đảng bị kỷ luật",
        sensitive=True,
        default=None,
    )
    good_members: Count = Count(
        "Đảng viên làm tốt", FOUND, word="đảng viên", counted="Đảng viên làm tốt", default=None
    )
    faulty_members: Count = Count(
        "Đảng viên có khuyết điểm",
        FOUND,
        word="đảng viên",
        counted="Đảng viên có khuyết điểm",
        sensitive=True,
        default=None,
    )
    disciplined_members: Count = Count(
        "Đảng viên bị kỷ luật",
        FOUND,
        word="đảng viên",
        counted="Cán bộ, đảng viên bị kỷ luật",
        sensitive=True,
        default=None,
    )
    remedies_due: Count = Count(
        "Việc phải khắc phục",
        FOUND,
        word="việc",
        counted="Việc phải khắc phục sau kết luận",
        asked="more",
        default=None,
    )
    remedies_done: Count = Count(
        "Đã khắc phục",
        FOUND,
        word="việc",
        counted="Việc đã khắc phục sau kết luận",
        asked="more",
        default=None,
    )

    class Meta(Record.Meta):
        verbose_name = "cuộc kiểm tra, giám sát"
        constraints = [
            *Record.Meta.constraints,
            _within("remedies_done", "remedies_due", "Đã khắc phục nhiều hơn phải khắc phục."),
            _within("faulty_organisations", "organisations", "Nhiều hơn số tổ chức đã kiểm tra."),
            _within("good_organisations", "organisations", "Nhiều hơn số tổ chức đã kiểm tra."),
            _within("faulty_members", "members", "Nhiều hơn số đảng viên đã kiểm tra."),
            _within("good_members", "members", "Nhiều hơn số đảng viên đã kiểm tra."),
        ]

    def __str__(self) -> str:
        """Return what it was, without words of its own."""
        manner = f" {self.get_manner_display().lower()}" if self.manner else ""
        return f"{self.get_sort_display()}{manner}"
