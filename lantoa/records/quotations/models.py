"""The table of quoted figures."""

from django.db import models
from django.db.models import Q

from lantoa.records.record.models import Approximation, Record


class Quotation(Record):
    """A figure that a publication states of a unit over a stretch.

    `measure` names the computed measure that it can be held against, empty where there is none.
    `value` is an integer with `scale` decimals; empty is not known. It enters no total.
    """

    what = models.CharField("nội dung", max_length=300)
    measure = models.CharField("chỉ tiêu đối chiếu", max_length=80, default="", blank=True)
    measured_in = models.CharField("đơn vị tính", max_length=30)
    is_share = models.BooleanField("là tỷ lệ phần trăm", default=False)
    value = models.BigIntegerField("số", null=True, blank=True)
    scale = models.PositiveSmallIntegerField("số chữ số thập phân", default=0)
    whole = models.BigIntegerField("trên tổng số", null=True, blank=True)
    approximation = models.CharField(
        "mức chính xác", max_length=6, choices=Approximation.choices, default=Approximation.EXACT
    )

    class Meta(Record.Meta):
        verbose_name = "số liệu trích dẫn"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="quotations_quotation_has_a_source",
                condition=~Q(source=""),
                violation_error_code="source",
                violation_error_message="Số liệu trích dẫn phải ghi nguồn.",
            ),
        ]

    def __str__(self) -> str:
        """Return what it is about."""
        return self.what
