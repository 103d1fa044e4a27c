"""The period that an address asks for, and the chart on which."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from django import forms

from lantoa.figures.period import Period, write_day
from lantoa.figures.question import Question
from lantoa.formats.boxes import DayBox
from lantoa.formats.moments import Moment

NAMES = ("first", "last", "chart", "as_known")


@dataclass(frozen=True)
class Boxes:
    """What was typed into the boxes of a period picker, to be shown again."""

    first: str
    last: str
    chart: str
    as_known: str


class PeriodForm(forms.Form):
    """First day, last day and, where they were chosen, the day of the chart and what was known."""

    first = DayBox(label="Từ ngày", error_messages={"required": "Hãy ghi ngày đầu kỳ."})
    last = DayBox(label="Đến hết ngày", error_messages={"required": "Hãy ghi ngày cuối kỳ."})
    chart = DayBox(label="Sơ đồ tổ chức ngày", required=False)
    as_known = Moment(label="Như đã biết đến", required=False)

    @classmethod
    def of(cls, address: Mapping[str, str], *, usual: Period) -> Self:
        """Return what an address asks for; one that names no day of a period asks for the usual."""
        names_period = "from" in address or "to" in address
        return cls(
            {
                "first": address.get("from", "") if names_period else write_day(usual.first),
                "last": address.get("to", "") if names_period else write_day(usual.last),
                "chart": address.get("chart", ""),
                "as_known": address.get("as-known") or address.get("as_known", ""),
            }
        )

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

    def question(self, unit: int) -> Question:
        """Return what was asked of a unit."""
        as_known: datetime | None = self.cleaned_data.get("as_known")
        return Question(unit, self.period, self.chart_day, as_known)

    @property
    def complaints(self) -> tuple[str, ...]:
        """Return what is wrong, one sentence for each box."""
        return tuple(str(text) for texts in self.errors.values() for text in texts)

    @property
    def typed(self) -> Boxes:
        """Return what stands in the boxes."""
        return Boxes(*(str(self[name].value() or "") for name in NAMES))
