"""Tables of meetings and of what was taught in them."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.records.record.columns import Choice, Count, Part, Phrase, Several
from lantoa.records.record.models import Record

HELD = Part("Buổi học", more="Kéo dài nhiều ngày, hoặc ghi gộp nhiều buổi")
CAME = Part(
    "Có bao nhiêu người dự",
    more="Không tách được trong Đảng, ngoài Đảng, hoặc nguồn gọi khác",
    total="lượt",
    summed="Tất cả người dự",
)
INVITED = Part("Triệu tập và vắng mặt")
TAUGHT = Part("Đã học gì, dự thế nào")
TOLD = Part("Ghi thêm về buổi này", more="Kể chuyện, báo cáo viên, cấp trên dự, tự soi, tự sửa")


def _more(label: str, counted: str, word: str) -> Any:
    """Return a count that an ordinary meeting need not tell, and the label of its sum, if any."""
    return Count(label, TOLD, word=word, counted=counted, asked="more", default=None)


class Meeting(Record):
    """Study meetings held by one unit: one, or many that it knows only in sum.

    Those present are counted as lượt (turns): own members, guests, people outside the Party, or not
    separated where the source does not tell them apart. What is not known is empty, never zero.
    """

    class Sort(models.TextChoices):
        """What sort of meeting it was."""

        CONFERENCE = "conference", "Hội nghị, lớp học tập"
        REGULAR = "regular", "Sinh hoạt chi bộ thường kỳ"
        THEMATIC = "thematic", "Sinh hoạt chuyên đề"
        TALK = "talk", "Tọa đàm, kể chuyện về Bác"
        COURSE = "course", "Lớp bồi dưỡng lý luận, kỹ năng"
        RHYTHM = "rhythm", "Nền nếp định kỳ (chào cờ, giờ phát thanh…)"

    class Mode(models.TextChoices):
        """How people took part."""

        IN_PERSON = "in_person", "Trực tiếp"
        ONLINE = "online", "Trực tuyến"
        MIXED = "mixed", "Trực tiếp và trực tuyến"
        ZALO = "zalo", "Qua nhóm Zalo"

    sort: Choice = Choice(
        "Loại buổi",
        HELD,
        choices=Sort.choices,
        missing="Hãy chọn loại buổi học.",
        max_length=12,
    )
    topic: Phrase = Phrase(
        "Nội dung",
        HELD,
        help_text="Ví dụ: Học tập chuyên đề năm 2026.",
        missing="Hãy ghi nội dung buổi học.",
        max_length=300,
    )
    events: Count = Count(
        "Số buổi",
        HELD,
        help_text="Ghi gộp nhiều buổi thì số người ở dưới là cộng của các buổi.",
        word="buổi",
        asked="more",
        default=1,
    )
    event_word: Phrase = Phrase(
        "Nguồn gọi buổi này là",
        HELD,
        help_text="Hội nghị, lớp, cuộc…",
        asked="more",
        max_length=40,
        default="",
    )
    members_present: Count = Count(
        "Đảng viên của đơn vị dự",
        CAME,
        word="lượt",
        code="members",
        counted="Số lượt đảng viên dự",
        default=None,
    )
    guests_present: Count = Count(
        "Khách dự",
        CAME,
        help_text="Đảng viên nơi khác, đại biểu cấp trên.",
        word="lượt",
        code="guests",
        counted="Số lượt khách dự",
        default=None,
    )
    nonmembers_present: Count = Count(
        "Người ngoài Đảng dự",
        CAME,
        word="lượt",
        code="nonmembers",
        counted="Số lượt người ngoài Đảng dự",
        default=None,
    )
    unseparated_present: Count = Count(
        "Người dự chưa tách",
        CAME,
        help_text="Chỉ ghi khi không biết bao nhiêu là đảng viên.",
        word="lượt",
        code="unseparated",
        counted="Số lượt dự chưa tách trong, ngoài Đảng",
        asked="more",
        default=None,
    )
    attendance_word: Phrase = Phrase(
        "Nguồn gọi người dự là",
        CAME,
        help_text="Lượt đảng viên, cán bộ, hội viên…",
        asked="more",
        max_length=80,
        default="",
    )
    members_invited: Count = Count(
        "Đảng viên được triệu tập",
        INVITED,
        word="lượt",
        code="invited",
        counted="Số lượt đảng viên được triệu tập",
        default=None,
    )
    members_exempt: Count = Count(
        "Được miễn sinh hoạt",
        INVITED,
        word="lượt",
        code="exempt",
        counted="Số lượt đảng viên được miễn",
        default=None,
    )
    absent_excused: Count = Count(
        "Vắng có lý do",
        INVITED,
        word="lượt",
        code="excused",
        counted="Số lượt vắng có lý do",
        default=None,
    )
    absent_unexcused: Count = Count(
        "Vắng không lý do",
        INVITED,
        word="lượt",
        code="unexcused",
        counted="Số lượt vắng không lý do",
        default=None,
    )
    documents: "Several[FrameworkDocument]" = Several(
        FrameworkDocument, "Văn bản đã học", TAUGHT, default=()
    )
    themes: "Several[Theme]" = Several(
        Theme,
        "Chuyên đề đã học",
        TAUGHT,
        help_text="Văn bản, chuyên đề chưa có trong danh sách: ghi tên vào ô Nội dung.",
        default=(),
    )
    mode: Choice = Choice(
        "Cách dự", TAUGHT, choices=Mode.choices, unknown="Không ghi", max_length=10, default=""
    )
    stories: Count = _more("Mẩu chuyện đã kể", "Số mẩu chuyện đã kể trong sinh hoạt", "mẩu")
    story: Phrase = Phrase(
        "Tên mẩu chuyện, lĩnh vực",
        TOLD,
        help_text="Ví dụ: Đôi dép Bác Hồ (tiết kiệm). Không ghi tên người kể.",
        asked="more",
        max_length=300,
        default="",
    )
    lessons: Count = _more("Bài học rút ra để làm", "Số bài học rút ra từ mẩu chuyện", "bài")
    speakers: Count = _more("Báo cáo viên", "Số lượt báo cáo viên", "lượt")
    hours: Count = _more("Thời lượng", "", "giờ")
    essays: Count = _more("Bài thu hoạch", "Số bài thu hoạch", "bài")
    upper_assigned: Count = _more(
        "Cấp ủy viên cấp trên được phân công dự",
        "Số lượt cấp ủy viên cấp trên được phân công dự",
        "lượt",
    )
    upper_attended: Count = _more(
        "Cấp ủy viên cấp trên đã dự", "Số lượt cấp ủy viên cấp trên dự sinh hoạt chi bộ", "lượt"
    )
    sent: Count = _more(
        "Người cử đi học lớp của đơn vị khác", "Số lượt người cử đi học lớp của đơn vị khác", "lượt"
    )
    faults_found: Count = _more("Hạn chế đã nêu (tự soi)", "Số hạn chế đã nêu", "điều")
    faults_mended: Count = _more("Hạn chế đã sửa (tự sửa)", "Số hạn chế đã sửa", "điều")
    occasion: Phrase = Phrase(
        "Dịp",
        TOLD,
        help_text="Ví dụ: 19/5, 3/2.",
        asked="more",
        max_length=120,
        default="",
    )

    class Meta(Record.Meta):
        verbose_name = "buổi học tập"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="meetings_meeting_stands_for_something",
                condition=Q(events__gte=1),
                violation_error_code="events",
                violation_error_message="Số buổi phải từ 1 trở lên.",
            ),
            models.CheckConstraint(
                name="meetings_meeting_mended_were_found",
                condition=Q(faults_found__isnull=True)
                | Q(faults_mended__isnull=True)
                | Q(faults_mended__lte=F("faults_found")),
                violation_error_code="faults_mended",
                violation_error_message="Số đã sửa nhiều hơn số đã nêu. Sửa một trong hai số.",
            ),
            models.CheckConstraint(
                name="meetings_meeting_present_were_invited",
                condition=Q(members_invited__isnull=True)
                | Q(members_present__isnull=True)
                | Q(members_present__lte=F("members_invited")),
                violation_error_code="members_present",
                violation_error_message=(
                    "Số đảng viên dự nhiều hơn số được triệu tập. Sửa một trong hai số."
                ),
            ),
            models.CheckConstraint(
                name="meetings_meeting_absent_were_invited",
                condition=Q(members_invited__isnull=True)
                | Q(absent_excused__isnull=True, absent_unexcused__isnull=True)
                | Q(
                    members_invited__gte=Coalesce(F("members_present"), 0)
                    + Coalesce(F("absent_excused"), 0)
                    + Coalesce(F("absent_unexcused"), 0)
                ),
                violation_error_code="absent_excused",
                violation_error_message=(
                    "Số dự cộng số vắng nhiều hơn số được triệu tập. Sửa một trong các số."
                ),
            ),
        ]

    def __str__(self) -> str:
        """Return its topic."""
        return self.topic
