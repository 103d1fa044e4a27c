"""What changing who owes a kind of record asks for, and taking a change back."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.text import capfirst

from lantoa.formats.boxes import DayBox, WholeNumber
from lantoa.guidance.models import Obligation, Rhythm
from lantoa.records.record.forms import PhraseBox
from lantoa.units.models import Kind

HOLDERS = (Kind.NATION, Kind.UNPLACED)
"""What only holds other units, and owes nothing itself."""
DUE = "Ghi một số từ 1 đến 28."


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
    due_day = WholeNumber(
        label="Hạn, ngày của tháng sau",
        required=False,
        help_text="Chỉ khi phải ghi mỗi tháng: từ 1 đến 28.",
        validators=[MinValueValidator(1, DUE), MaxValueValidator(28, DUE)],
    )
    since = DayBox(label="Từ ngày", help_text="Trước ngày này vẫn theo quy định cũ.")
    source = PhraseBox(
        label="Căn cứ",
        longest=300,
        missing="Ghi căn cứ: văn bản nào giao.",
        help_text="Văn bản nào, số nào, ngày nào.",
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

    reason = PhraseBox(
        label="Lý do",
        longest=300,
        missing="Ghi lý do.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
