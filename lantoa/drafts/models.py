"""The table of what was typed and could not be taken."""

import uuid

from django.db import models

from lantoa.people.models import User


class Draft(models.Model):
    """What one account typed into one page while the site could not take it.

    It is a passing thing: shown to that account alone, gone once it is saved, after a week at most,
    and in no copy of the tables.
    """

    is_passing = True

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="người gõ")
    page = models.CharField("trang đã gõ", max_length=2000)
    action = models.CharField("nơi gửi đến", max_length=2000)
    content = models.TextField("chữ đã gõ")
    lacks_files = models.BooleanField("có tệp không giữ được", default=False)
    kept_at = models.DateTimeField("giữ lúc")

    class Meta:
        verbose_name = "chữ đã gõ, chưa lưu"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "page"],
                name="drafts_draft_one_a_page",
                violation_error_message="Trang này đã giữ chữ rồi.",
            )
        ]

    def __str__(self) -> str:
        """Return the page that it was typed into."""
        return self.page


class SentPage(models.Model):
    """What one account sent from one page of a form, unreadable, and where it led.

    It is a passing thing: gone after a week, and in no copy of the tables.
    """

    is_passing = True

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="người gửi")
    key = models.UUIDField("khóa của trang")
    what = models.CharField("dấu của điều đã gửi", max_length=64)
    led_to = models.CharField("trang kết quả", max_length=2000, default="")
    sent_at = models.DateTimeField("gửi lúc", db_index=True)

    class Meta:
        verbose_name = "trang đã gửi"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key", "what"],
                name="drafts_sentpage_once_each",
                violation_error_message="Trang này đã gửi rồi.",
            )
        ]

    def __str__(self) -> str:
        """Return where it led."""
        return self.led_to
