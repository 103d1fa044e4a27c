"""The table of outreach."""

from django.db import models
from django.db.models import F, Q

from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.records.record.columns import Choice, Count, Part, Phrase, Several
from lantoa.records.record.models import Record

TOLD = Part("Tuyên truyền")
ABOUT = Part("Tuyên truyền về gì")


class Outreach(Record):
    """News, articles, broadcasts or contests of one unit: one, or many known only in sum.

    What is counted is what a body published. Who read, liked or said what is asked nowhere.
    """

    class Sort(models.TextChoices):
        NEWS = "news", "Tin"
        ARTICLE = "article", "Bài viết"
        BROADCAST = "broadcast", "Lượt phát thanh, truyền hình"
        CONTEST = "contest", "Hội thi, cuộc thi"
        ISSUE = "issue", "Số bản tin"
        ANY = "any", "Tin, bài, lượt phát, chưa tách"

    class Channel(models.TextChoices):
        RADIO = "radio", "Truyền thanh"
        TELEVISION = "television", "Truyền hình"
        BULLETIN = "bulletin", "Bản tin"
        WEB = "web", "Trang thông tin điện tử"
        FACEBOOK = "facebook", "Facebook"
        ZALO = "zalo", "Zalo"

    sort: Choice = Choice(
        "Loại", TOLD, choices=Sort.choices, missing="Hãy chọn loại.", max_length=10
    )
    channel: Choice = Choice(
        "Kênh", TOLD, choices=Channel.choices, unknown="Không ghi", max_length=10, default=""
    )
    title: Phrase = Phrase("Nội dung", TOLD, missing="Hãy ghi nội dung.", max_length=300)
    times: Count = Count(
        "Số lượng",
        TOLD,
        help_text="Bao nhiêu tin, bài, lượt, cuộc. Không rõ thì để trống.",
        default=1,
    )
    documents: "Several[FrameworkDocument]" = Several(
        FrameworkDocument, "Về văn bản", ABOUT, asked="more", default=()
    )
    themes: "Several[Theme]" = Several(Theme, "Về chuyên đề", ABOUT, asked="more", default=())
    exemplars: Count = Count(
        "Gương người tốt, việc tốt đã nêu",
        ABOUT,
        word="gương",
        asked="more",
        help_text="Chỉ ghi số gương, không ghi tên người.",
        counted="Số gương người tốt, việc tốt đã nêu",
        default=None,
    )
    refuting: Count = Count(
        "Trong đó: tin, bài phản bác thông tin xấu, độc",
        ABOUT,
        asked="more",
        help_text="Chỉ ghi số tin, bài của đơn vị; không ghi ai nói gì, không ghi đường dẫn.",
        default=None,
    )
    partners: Phrase = Phrase("Đơn vị cùng làm", ABOUT, asked="more", max_length=300, default="")

    class Meta(Record.Meta):
        verbose_name = "tuyên truyền"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="outreach_outreach_stands_for_something",
                condition=Q(times__isnull=True) | Q(times__gte=1),
                violation_error_code="times",
                violation_error_message="Số lượng phải từ 1 trở lên; không rõ thì để trống.",
            ),
            models.CheckConstraint(
                name="outreach_outreach_refuting_among_all",
                condition=Q(times__isnull=True)
                | Q(refuting__isnull=True)
                | Q(refuting__lte=F("times")),
                violation_error_code="refuting",
                violation_error_message=(
                    "Số tin, bài phản bác nhiều hơn số lượng đã ghi. Sửa một trong hai số."
                ),
            ),
        ]

    def __str__(self) -> str:
        """Return what it was about."""
        return self.title
