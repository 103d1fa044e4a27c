"""The table of outreach."""

from django.db import models

from lantoa.records.record.columns import Choice, Part, Phrase, Times
from lantoa.records.record.models import Record

TOLD = Part("Tuyên truyền")


class Outreach(Record):
    """News, articles, broadcasts or contests of one unit: one, or many known only in sum."""

    class Sort(models.TextChoices):
        NEWS = "news", "Tin"
        ARTICLE = "article", "Bài viết"
        BROADCAST = "broadcast", "Lượt phát thanh, truyền hình"
        CONTEST = "contest", "Hội thi, cuộc thi"

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
    times: Times = Times("Số lượng", TOLD, help_text="Bao nhiêu tin, bài, lượt, cuộc.", default=1)

    class Meta(Record.Meta):
        verbose_name = "tuyên truyền"

    def __str__(self) -> str:
        """Return what it was about."""
        return self.title
