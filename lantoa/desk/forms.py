"""What the desk's pages ask: a period and a chart."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from lantoa.desk.queries.asking import Asked
from lantoa.figures.period import Period
from lantoa.units.forms import IN_CALENDAR


class PeriodForm(forms.Form):
    """First day, last day and the day of the chart, taken from the address of the page."""

    first = forms.DateField(
        validators=IN_CALENDAR, error_messages={"required": "Chọn ngày đầu kỳ."}
    )
    last = forms.DateField(
        validators=IN_CALENDAR, error_messages={"required": "Chọn ngày cuối kỳ."}
    )
    chart = forms.DateField(validators=IN_CALENDAR, required=False)

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


def asked_in(address: QueryDict, *, today: date) -> Asked:
    """Return what an address asks; without a period, the year of today."""
    if "from" not in address and "to" not in address:
        return Asked(Period.year(today.year), None)
    form = PeriodForm(
        {
            "first": address.get("from"),
            "last": address.get("to"),
            "chart": address.get("chart") or None,
        }
    )
    if form.is_valid():
        return Asked(form.period, form.chart_day)
    errors = tuple(str(text) for texts in form.errors.values() for text in texts)
    return Asked(Period.year(today.year), None, errors)
