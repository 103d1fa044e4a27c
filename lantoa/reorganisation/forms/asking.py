"""What is asked of the past: an old name, and two charts to compare."""

from datetime import date
from typing import Any

from django import forms

from lantoa.figures.period import Period
from lantoa.units.forms import IN_CALENDAR, day_box

NO_DAY = "Ngày này không có trong lịch."


class BecameForm(forms.Form):
    """An old name of a unit."""

    ten = forms.CharField(
        label="Tên cũ hoặc mã cũ",
        max_length=120,
        help_text="Có dấu hay không dấu đều được.",
        error_messages={"required": "Gõ tên hoặc mã cần tìm."},
    )


class CompareForm(forms.Form):
    """A period, and the days of two charts."""

    first = forms.DateField(
        validators=IN_CALENDAR,
        label="Từ ngày",
        widget=day_box(),
        error_messages={"required": "Chọn ngày đầu kỳ.", "invalid": NO_DAY},
    )
    last = forms.DateField(
        validators=IN_CALENDAR,
        label="Đến hết ngày",
        widget=day_box(),
        error_messages={"required": "Chọn ngày cuối kỳ.", "invalid": NO_DAY},
    )
    chart = forms.DateField(
        validators=IN_CALENDAR,
        label="Sơ đồ thứ nhất, ngày",
        widget=day_box(),
        error_messages={"required": "Chọn ngày của sơ đồ.", "invalid": NO_DAY},
    )
    chart2 = forms.DateField(
        validators=IN_CALENDAR,
        label="Sơ đồ thứ hai, ngày",
        widget=day_box(),
        error_messages={"required": "Chọn ngày của sơ đồ.", "invalid": NO_DAY},
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")
        return self.cleaned_data

    @property
    def period(self) -> Period:
        """Return the period that was asked for."""
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])

    @property
    def charts(self) -> tuple[date, date]:
        """Return the days of the two charts."""
        return self.cleaned_data["chart"], self.cleaned_data["chart2"]
