"""What the desk's pages ask: a period and a chart."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict

from lantoa.desk.queries.asking import Asked, opening_day
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.tally.moments import read_moment
from lantoa.units.forms import IN_CALENDAR


class Moment(forms.Field):
    """A moment whose knowledge counts: a day, or a day with the time."""

    def to_python(self, value: Any) -> datetime | None:
        """Return the moment, or None where none is named."""
        return read_moment(str(value)) if value else None


class PeriodForm(forms.Form):
    """First day, last day and the day of the chart, taken from the address of the page."""

    first = forms.DateField(
        validators=IN_CALENDAR, error_messages={"required": "Chọn ngày đầu kỳ."}
    )
    last = forms.DateField(
        validators=IN_CALENDAR, error_messages={"required": "Chọn ngày cuối kỳ."}
    )
    chart = forms.DateField(validators=IN_CALENDAR, required=False)
    as_known = Moment(required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            raise forms.ValidationError("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")
        return cleaned

    def question(self, unit: int) -> Question:
        """Return what was asked of a unit."""
        told = self.cleaned_data
        return Question(unit, Period(told["first"], told["last"]), told["chart"], told["as_known"])


def asked_in(address: QueryDict, *, unit: int, today: date) -> Asked:
    """Return what an address asks of a unit; without a period, the year of its opening day."""
    names_period = "from" in address or "to" in address
    opens_on = today if names_period else opening_day(unit, today=today)
    year = Question(unit, Period.year(opens_on.year))
    form = PeriodForm(
        {
            "first": address.get("from") or year.period.first,
            "last": address.get("to") or year.period.last,
            "chart": address.get("chart") or None,
            "as_known": address.get("as-known") or None,
        }
    )
    if form.is_valid():
        return Asked(form.question(unit))
    errors = tuple(str(text) for texts in form.errors.values() for text in texts)
    return Asked(year, errors)
