"""The table of dialogues: what was held, who came in counts, and what became of the opinions."""

from django.db import models
from django.db.models import F, Q

from lantoa.records.record.columns import Choice, Count, Part, Phrase
from lantoa.records.record.models import Record

CONFERENCES = ("government", "secretary", "joint")
"""The sorts that are conferences of dialogue."""
WITH_OPINIONS = (*CONFERENCES, "forum")
WHAT = Part("Việc đã tổ chức", more="Kéo dài nhiều ngày, địa điểm, cơ quan cùng tổ chức")
VOICES = Part(
    "Người dự, ý kiến",
    help="Chỉ ghi số, không ghi tên người. Nội dung cần trả lời sau thì ghi sau khi lưu.",
    only=" ".join(WITH_OPINIONS),
)
TIMES = Part(
    "Thông báo và công bố kết quả",
    help="Ghi một lần cho nhiều hội nghị thì lấy hội nghị chậm nhất.",
    only=" ".join(CONFERENCES),
)
VISITED = Part("Đến từng hộ", help="Chỉ ghi số hộ, không lập danh sách hộ.", only="visits")
RECEIVED = Part("Tiếp công dân", help="Không ghi tên người đến.", only="reception")


class Dialogue(Record):
    """Dialogues, forums, visits or days of reception of one unit: one, or many known in sum.

    Everything about people is a count. What is not known is empty, never zero. Opinions that are
    answered later are matters; those whose words are not given are counted here alone.
    """

    class Sort(models.TextChoices):
        """What was held."""

        GOVERNMENT = "government", "Hội nghị đối thoại của Ủy ban nhân dân"
        SECRETARY = "secretary", "Hội nghị đối thoại của bí thư cấp ủy"
        JOINT = "joint", "Hội nghị đối thoại chung của cấp ủy và chính quyền"
        FORUM = "forum", "Diễn đàn “Lắng nghe dân nói”"
        VISITS = "visits", "Đi từng ngõ, rõ từng nhà"
        RECEPTION = "reception", "Tiếp công dân"

    class Post(models.TextChoices):
        """By whom citizens are received: a post, never a name."""

        SECRETARY = "secretary", "Bí thư cấp ủy"
        CHAIR = "chair", "Chủ tịch Ủy ban nhân dân"
        DEPUTY = "deputy", "Phó bí thư, phó chủ tịch"
        OFFICE = "office", "Cán bộ, bộ phận tiếp công dân"

    class Occasion(models.TextChoices):
        """Whether a reception was due anyway."""

        REGULAR = "regular", "Định kỳ"
        EXTRAORDINARY = "extraordinary", "Đột xuất"

    sort: Choice = Choice(
        "Loại", WHAT, choices=Sort.choices, missing="Hãy chọn loại.", max_length=10
    )
    title: Phrase = Phrase(
        "Nội dung, chủ đề",
        WHAT,
        help_text="Ví dụ: Đối thoại về vệ sinh môi trường. Không ghi tên người.",
        missing="Hãy ghi nội dung.",
        max_length=300,
    )
    events: Count = Count(
        "Số hội nghị, phiên, đợt, kỳ tiếp",
        WHAT,
        help_text="Thường là 1; không rõ thì để trống.",
        default=1,
    )
    place: Phrase = Phrase("Địa điểm", WHAT, asked="more", max_length=200, default="")
    partners: Phrase = Phrase(
        "Cơ quan cùng tổ chức",
        WHAT,
        help_text="Chỉ tên tổ chức. Hai cơ quan cùng tổ chức thì một cơ quan ghi.",
        asked="more",
        max_length=300,
        default="",
    )
    delegates: Count = Count("Lượt đại biểu, người dự", VOICES, word="lượt", default=None)
    opinions: Count = Count(
        "Ý kiến, kiến nghị", VOICES, word="ý kiến", counted="Số ý kiến, kiến nghị", default=None
    )
    answered_there: Count = Count(
        "Trả lời tại chỗ",
        VOICES,
        word="ý kiến",
        counted="Trong đó: trả lời tại chỗ",
        default=None,
    )
    answer_later: Count = Count(
        "Sẽ trả lời sau", VOICES, word="ý kiến", counted="Trong đó: trả lời sau", default=None
    )
    overdue: Count = Count(
        "Trả lời sau mà quá hạn",
        VOICES,
        help_text="Tính đến lúc ghi.",
        word="ý kiến",
        counted="Trong đó: quá hạn",
        default=None,
    )
    notice_days: Count = Count("Thông báo trước", TIMES, word="ngày", default=None)
    result_days: Count = Count("Công bố kết quả sau", TIMES, word="ngày", default=None)
    visits: Count = Count(
        "Lượt đi", VISITED, word="lượt", counted="Lượt đi từng ngõ, rõ từng nhà", default=None
    )
    households: Count = Count(
        "Hộ được đến", VISITED, word="hộ", counted="Số hộ được đến", default=None
    )
    post: Choice = Choice(
        "Ai tiếp", RECEIVED, choices=Post.choices, unknown="Không ghi", max_length=10, default=""
    )
    occasion: Choice = Choice(
        "Định kỳ hay đột xuất",
        RECEIVED,
        choices=Occasion.choices,
        unknown="Không ghi",
        max_length=15,
        default="",
    )
    received: Count = Count(
        "Lượt người được tiếp",
        RECEIVED,
        word="lượt",
        counted="Lượt người được tiếp",
        default=None,
    )
    cases: Count = Count(
        "Vụ việc", RECEIVED, word="vụ việc", counted="Số vụ việc tiếp nhận", default=None
    )
    passed: Count = Count(
        "Chuyển cơ quan khác",
        RECEIVED,
        word="vụ việc",
        counted="Trong đó: chuyển cơ quan khác",
        default=None,
    )
    passed_to: Phrase = Phrase(
        "Chuyển đến cơ quan nào",
        RECEIVED,
        help_text="Chỉ tên cơ quan. Đơn khiếu nại, tố cáo có hồ sơ riêng, không ghi ở đây.",
        max_length=300,
        default="",
    )

    class Meta(Record.Meta):
        verbose_name = "việc đối thoại, tiếp công dân"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="dialogues_dialogue_stands_for_something",
                condition=Q(events__isnull=True) | Q(events__gte=1),
                violation_error_code="events",
                violation_error_message="Số này phải từ 1 trở lên; không rõ thì để trống.",
            ),
            models.CheckConstraint(
                name="dialogues_dialogue_overdue_among_later",
                condition=Q(overdue__isnull=True)
                | Q(answer_later__isnull=True)
                | Q(overdue__lte=F("answer_later")),
                violation_error_code="overdue",
                violation_error_message="Quá hạn nhiều hơn số trả lời sau. Sửa một trong hai số.",
            ),
            models.CheckConstraint(
                name="dialogues_dialogue_passed_among_cases",
                condition=Q(passed__isnull=True)
                | Q(cases__isnull=True)
                | Q(passed__lte=F("cases")),
                violation_error_code="passed",
                violation_error_message="Chuyển đi nhiều hơn số vụ việc. Sửa một trong hai số.",
            ),
        ]

    def __str__(self) -> str:
        """Return what it was about."""
        return self.title

    @property
    def origin(self) -> str:
        """Return the name under which matters refer to it."""
        return f"dialogues:{self.uuid}"
