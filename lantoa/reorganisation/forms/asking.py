"""What is asked of the past: an old name, and two charts to compare."""

from datetime import date
from typing import Any

from django import forms

from lantoa.figures.period import Period
from lantoa.formats.boxes import DayBox


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

    first = DayBox(
        label="Từ ngày",
        error_messages={"required": "Hãy ghi ngày đầu kỳ."},
    )
    last = DayBox(
        label="Đến hết ngày",
        error_messages={"required": "Hãy ghi ngày cuối kỳ."},
    )
    chart = DayBox(
        label="Sơ đồ thứ nhất, ngày",
        error_messages={"required": "Hãy ghi ngày của sơ đồ."},
    )
    chart2 = DayBox(
        label="Sơ đồ thứ hai, ngày",
        error_messages={"required": "Hãy ghi ngày của sơ đồ."},
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
