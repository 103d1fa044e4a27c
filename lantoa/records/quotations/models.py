"""The table of quoted figures."""

from django.db import models
from django.db.models import Q

from lantoa.records.record.columns import Choice, Decimals, Flag, Mark, Number, Part, Phrase
from lantoa.records.record.models import Approximation, Record

QUOTED = Part("Số liệu trích dẫn")


class Quotation(Record):
    """A figure that a publication states of a unit over a stretch.

    `measure` names the computed measure that it can be held against, empty where there is none.
    `value` is an integer with `scale` decimals; empty is not known. It enters no total.
    """

    what: Phrase = Phrase("Nội dung", QUOTED, asked="import", max_length=300)
    measure: Mark = Mark("Chỉ tiêu đối chiếu", QUOTED, asked="import", max_length=80, default="")
    measured_in: Phrase = Phrase("Đơn vị tính", QUOTED, asked="import", blank=True, max_length=30)
    is_share: Flag = Flag("Là tỷ lệ phần trăm", QUOTED, asked="import", default=False)
    value: Number = Number("Số được trích", QUOTED, asked="import", default=None)
    scale: Decimals = Decimals("Số chữ số thập phân", QUOTED, asked="import", default=0)
    whole: Number = Number("Trên tổng số", QUOTED, asked="import", default=None)
    approximation: Choice = Choice(
        "Mức chính xác",
        QUOTED,
        choices=Approximation.choices,
        asked="import",
        max_length=6,
        default=Approximation.EXACT,
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
