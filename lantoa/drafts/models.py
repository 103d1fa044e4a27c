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
