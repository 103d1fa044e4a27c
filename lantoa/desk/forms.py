"""What the desk's pages ask: a period and a chart."""

from datetime import date
from typing import Any

from django import forms

from lantoa.figures.period import Period


class PeriodForm(forms.Form):
    """First day, last day and the day of the chart, taken from the address of the page."""

    first = forms.DateField(error_messages={"required": "Chọn ngày đầu kỳ."})
    last = forms.DateField(error_messages={"required": "Chọn ngày cuối kỳ."})
    chart = forms.DateField(required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            raise forms.ValidationError("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")
        return cleaned

    @property
    def period(self) -> Period:
        """Return the period that was asked for."""
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])

    @property
    def chart_day(self) -> date | None:
        """Return the day of the chart that was asked for, if any was."""
        day: date | None = self.cleaned_data.get("chart")
        return day
