"""Tables of the trail."""

from django.db import models

from lantoa.people.models import User


class Home(models.Model):
    """A book of the trail: one for each root, fixed when a unit is founded."""

    uuid = models.UUIDField("quyển", unique=True)
    last_number = models.PositiveBigIntegerField("số cuối", default=0)
    last_digest = models.CharField("dấu cuối", max_length=64, default="", blank=True)
    peaks = models.TextField(
        "đỉnh cây",
        default="",
        blank=True,
        help_text="Dấu của các cây đầy mà các dòng hợp thành, lớn trước.",
    )

    class Meta:
        verbose_name = "quyển nhật ký"

    def __str__(self) -> str:
        """Return how far the book has been written."""
        return f"Quyển {self.uuid}, đến số {self.last_number}"


class Entry(models.Model):
    """One line of the trail: who did what to which, when, and what was there before and after.

    Lines of one home are numbered without a gap; each carries the digest of the one before it, so
    that a line cannot be changed or taken out unseen. `sealed` holds the seals of the rows that
    were written (see `lantoa.trail.sealing`).
    """

    home = models.ForeignKey(Home, models.PROTECT, related_name="entries", verbose_name="quyển")
    number = models.PositiveBigIntegerField("số thứ tự")
    moment = models.DateTimeField("lúc")
    actor = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="người làm"
    )
    deed = models.CharField("việc", max_length=60)
    subject = models.TextField("đối tượng", help_text="Mã định danh, cách nhau bằng dấu cách.")
    before = models.TextField("trước", default="", blank=True)
    after = models.TextField("sau", default="", blank=True)
    sealed = models.TextField("dấu các hàng", default="", blank=True)
    digest = models.CharField("dấu", max_length=64)

    class Meta:
        verbose_name = "dòng nhật ký"
        constraints = [
            models.UniqueConstraint(fields=["home", "number"], name="trail_entry_numbered_once")
        ]

    def __str__(self) -> str:
        """Return the number and the deed."""
        return f"{self.number}: {self.deed}"
