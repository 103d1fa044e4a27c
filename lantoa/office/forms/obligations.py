"""What changing who owes a kind of record asks for, and taking a change back."""

from typing import Any

from django import forms
from django.utils.text import capfirst

from lantoa.formats.boxes import DayBox
from lantoa.formats.lines import LineBox
from lantoa.guidance.models import Obligation, Rhythm
from lantoa.units.models import Kind

HOLDERS = (Kind.NATION, Kind.UNPLACED)
"""What only holds other units, and owes nothing itself."""


class ObligationForm(forms.Form):
    """How often a kind of unit owes a kind of record, from which day, by which paper."""

    unit_kind = forms.ChoiceField(
        label="Loại đơn vị",
        choices=[(kind.value, capfirst(kind.label)) for kind in Kind if kind not in HOLDERS],
        error_messages={"required": "Chọn loại đơn vị."},
    )
    rhythm = forms.ChoiceField(
        label="Phải ghi",
        choices=[(rhythm.value, capfirst(rhythm.label)) for rhythm in Rhythm],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn bao lâu một lần."},
    )
    due_day = forms.IntegerField(
        label="Hạn, ngày của tháng sau",
        required=False,
        min_value=1,
        max_value=28,
        help_text="Chỉ khi phải ghi mỗi tháng: từ 1 đến 28.",
        error_messages={
            "invalid": "Ghi một số từ 1 đến 28.",
            "min_value": "Ghi một số từ 1 đến 28.",
            "max_value": "Ghi một số từ 1 đến 28.",
        },
    )
    since = DayBox(label="Từ ngày", help_text="Trước ngày này vẫn theo quy định cũ.")
    source = LineBox(
        label="Căn cứ",
        max_length=300,
        help_text="Văn bản nào, số nào, ngày nào.",
        error_messages={"required": "Ghi căn cứ: văn bản nào giao."},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the due day where something is owed every month, and only there."""
        is_monthly = self.cleaned_data.get("rhythm") == Rhythm.MONTHLY
        if is_monthly and "due_day" not in self.errors and not self.cleaned_data.get("due_day"):
            self.add_error("due_day", "Phải ghi mỗi tháng thì chọn hạn là ngày nào của tháng sau.")
        if not is_monthly:
            self.cleaned_data["due_day"] = None
        return self.cleaned_data

    def entry(self, *, record_kind: str) -> Obligation:
        """Return what was asked to be written down."""
        return Obligation(record_kind=record_kind, **self.cleaned_data)


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = LineBox(
        label="Lý do",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Ghi lý do."},
    )
