"""The table of commitments."""

from django.db import models
from django.db.models import F, Q

from lantoa.records.record.columns import Choice, Count, Part, Phrase, SomeDay
from lantoa.records.record.models import Record

WHAT = Part("Cam kết, việc nhận làm", more="Cam kết của cả một khoảng thời gian")
RESULT = Part("Kết quả", more="Ghi thêm: ngày hẹn xong, kết quả đo được")
PERSONS = Part(
    "Bản cam kết của đảng viên",
    help="Chỉ ghi số bản, không ghi tên ai và ai cam kết điều gì.",
    more="Ghi thêm: cán bộ lãnh đạo, quản lý",
)
UNITS = Part(
    "Chuẩn mực, giao ước",
    help="Bao nhiêu chi bộ, cơ quan, đơn vị đã ban hành, niêm yết, kiểm tra, ký giao ước.",
    more="Ghi thêm: niêm yết ở đâu, từ ngày nào",
)
NO_NAMES = "Không ghi tên người."


class Commitment(Record):
    """What was taken on, and what came of it: of persons counts only, of units their own line.

    A head is named by post. Of standards each record is one version: the next one of the unit takes
    its place from its first day on.
    """

    class Sort(models.TextChoices):
        """What was taken on."""

        PLEDGES = "pledges", "Bản cam kết hằng năm của đảng viên"
        TASK = "task", "Việc đơn vị nhận làm"
        EXAMPLE = "example", "Nêu gương"
        BREAKTHROUGH = "breakthrough", "Khâu đột phá"
        PRESSING = "pressing", "Việc bức xúc, nổi cộm"
        STANDARD = "standard", "Chuẩn mực đạo đức"
        CHECK = "check", "Kiểm tra việc giữ chuẩn mực"
        PACT = "pact", "Giao ước thi đua “bốn tốt”"

    class Who(models.TextChoices):
        """Who took it on."""

        UNIT = "unit", "Đơn vị, tập thể"
        HEAD = "head", "Người đứng đầu"
        LEADERS = "leaders", "Tập thể lãnh đạo"

    class Outcome(models.TextChoices):
        """What came of it at the end of the year."""

        DONE = "done", "Đã xong"
        NOT_DONE = "not_done", "Chưa xong"

    class Scope(models.TextChoices):
        """Whose standards they are."""

        CELLS = "cells", "Chi bộ"
        OFFICES = "offices", "Cơ quan, đơn vị (văn hóa công sở, đạo đức công vụ)"
        PROFESSIONS = "professions", "Nghề nghiệp"

    sort: Choice = Choice(
        "Loại", WHAT, choices=Sort.choices, missing="Hãy chọn loại.", max_length=15
    )
    title: Phrase = Phrase(
        "Nội dung",
        WHAT,
        help_text=f"Ví dụ: Trả hồ sơ đúng hẹn từ 98% trở lên. {NO_NAMES}",
        missing="Hãy ghi nội dung.",
        max_length=300,
    )
    who: Choice = Choice(
        "Ai nhận", WHAT, choices=Who.choices, unknown="Không ghi", max_length=10, default=""
    )
    post: Phrase = Phrase(
        "Chức vụ",
        WHAT,
        help_text=f"Chỉ khi là người đứng đầu. Ví dụ: Bí thư chi bộ. {NO_NAMES}",
        max_length=120,
        default="",
    )
    outcome: Choice = Choice(
        "Cuối năm", RESULT, choices=Outcome.choices, unknown="Chưa rõ", max_length=10, default=""
    )
    result: Phrase = Phrase(
        "Kết quả đo được",
        RESULT,
        help_text="Ví dụ: 98,6% hồ sơ đúng hẹn.",
        asked="more",
        max_length=300,
        default="",
    )
    due_on: SomeDay = SomeDay("Hẹn xong ngày", RESULT, asked="more", default=None)
    to_sign: Count = Count(
        "Phải ký", PERSONS, word="bản", counted="Bản cam kết phải ký", default=None
    )
    signed: Count = Count("Đã ký", PERSONS, word="bản", counted="Bản cam kết đã ký", default=None)
    fulfilled: Count = Count(
        "Thực hiện đạt", PERSONS, word="bản", counted="Bản cam kết thực hiện đạt", default=None
    )
    leaders_signed: Count = Count(
        "Trong đó: lãnh đạo, quản lý đã ký",
        PERSONS,
        word="bản",
        counted="Bản cam kết của lãnh đạo, quản lý",
        asked="more",
        default=None,
    )
    scope: Choice = Choice(
        "Chuẩn mực của ai",
        UNITS,
        choices=Scope.choices,
        unknown="Không phải chuẩn mực",
        max_length=12,
        default="",
    )
    units_involved: Count = Count(
        "Số chi bộ, đơn vị", UNITS, word="đơn vị", default=None,
        help_text="Đã ban hành hoặc rà soát chuẩn mực, đã kiểm tra, đã ký giao ước.",
    )  # fmt: skip
    units_posted: Count = Count(
        "Đã niêm yết",
        UNITS,
        word="đơn vị",
        counted="Chi bộ, đơn vị niêm yết chuẩn mực",
        default=None,
    )
    checks: Count = Count(
        "Số lần kiểm tra", UNITS, word="lần", counted="Lần kiểm tra chuẩn mực", default=None
    )
    posted_at: Phrase = Phrase("Niêm yết ở", UNITS, asked="more", max_length=200, default="")
    holds_from: SomeDay = SomeDay("Áp dụng từ ngày", UNITS, asked="more", default=None)
    text: Phrase = Phrase(
        "Các điều của chuẩn mực",
        UNITS,
        help_text="Ngăn các điều bằng dấu chấm phẩy; bảng niêm yết in mỗi điều một dòng.",
        asked="more",
        max_length=2000,
        default="",
    )

    class Meta(Record.Meta):
        verbose_name = "cam kết"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="commitments_commitment_signed_fit",
                condition=Q(to_sign__isnull=True)
                | Q(signed__isnull=True)
                | Q(signed__lte=F("to_sign")),
                violation_error_code="signed",
                violation_error_message="Số bản đã ký nhiều hơn số phải ký. Sửa một trong hai số.",
            ),
            models.CheckConstraint(
                name="commitments_commitment_fulfilled_fit",
                condition=Q(signed__isnull=True)
                | Q(fulfilled__isnull=True)
                | Q(fulfilled__lte=F("signed")),
                violation_error_code="fulfilled",
                violation_error_message="Số bản đạt nhiều hơn số đã ký. Sửa một trong hai số.",
            ),
            models.CheckConstraint(
                name="commitments_commitment_leaders_fit",
                condition=Q(signed__isnull=True)
                | Q(leaders_signed__isnull=True)
                | Q(leaders_signed__lte=F("signed")),
                violation_error_code="leaders_signed",
                violation_error_message="Lãnh đạo, quản lý đã ký nhiều hơn tất cả số đã ký.",
            ),
        ]

    def __str__(self) -> str:
        """Return what was taken on."""
        return self.title

    @property
    def points(self) -> list[str]:
        """Return the points of a standard, one by one."""
        return [each.strip() for each in self.text.split(";") if each.strip()]
