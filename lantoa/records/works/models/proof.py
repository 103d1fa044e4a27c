"""The table of files that prove works."""

import uuid

from django.db import models
from django.db.models import Q

from lantoa.formats.lines import LineColumn
from lantoa.people.models import User
from lantoa.seals.models import Sealed


class Proof(Sealed):
    """What is to be seen of a photograph or a paper behind a work, on this installation's own disk.

    It refers to the work by its identity, through all corrections. The file that was sent is not
    kept, but its fingerprint is, so that who has it can show that it is the one.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    work = models.UUIDField("công trình", db_index=True)
    file = models.FileField("tệp", upload_to="works/%Y/%m", max_length=200)
    title = LineColumn("tên tệp", max_length=200)
    media_type = models.CharField("loại tệp", max_length=40)
    sha256 = models.CharField("dấu SHA-256", max_length=64)
    sent_sha256 = models.CharField(
        "dấu SHA-256 của tệp đã gửi", max_length=64, default="", blank=True
    )
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người thêm")
    added_at = models.DateTimeField("thêm lúc")
    removed_at = models.DateTimeField("gỡ lúc", null=True)

    class Meta:
        verbose_name = "minh chứng"
        constraints = [
            models.UniqueConstraint(
                fields=["work", "sha256"],
                condition=Q(removed_at__isnull=True),
                name="works_proof_once",
                violation_error_message="Tệp này đã có trong minh chứng.",
            )
        ]

    def __str__(self) -> str:
        """Return the name of the file."""
        return self.title

    @property
    def is_as_sent(self) -> bool:
        """Tell whether the very file that was sent is kept, as papers once were."""
        return self.sha256 == self.sent_sha256
