"""What is asked of a period in which nothing happened: its days, and where to go on."""

from typing import Any

from django import forms

from lantoa.figures.period import Period
from lantoa.records.record.forms.days import DayBox
from lantoa.records.record.models import NothingHappened
from lantoa.units.models import Unit


class NothingForm(forms.Form):
    """The days between which a unit has nothing to record."""

    first_day = DayBox(label="Từ ngày")
    last_day = DayBox(label="Đến hết ngày")

    def clean(self) -> dict[str, Any]:
        """Refuse a stretch that ends before it begins."""
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "Ngày cuối phải từ ngày đầu trở đi.")
        return self.cleaned_data

    def entry(self, *, kind: str, unit: Unit, key: str) -> NothingHappened:
        """Return what was asked to be written down."""
        first, last = self.cleaned_data["first_day"], self.cleaned_data["last_day"]
        return NothingHappened(key=key, unit=unit, record_kind=kind, first_day=first, last_day=last)

    @staticmethod
    def days(period: Period) -> dict[str, Any]:
        """Return what the boxes hold for a period."""
        return {"first_day": period.first, "last_day": period.last}
