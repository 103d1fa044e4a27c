"""What is asked of an indicator."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from lantoa.figures.writing import write_scaled
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.indicators.queries import sorts_in_use
from lantoa.records.record.forms import ExactNumber, RecordForm
from lantoa.units.models import Unit


class SortChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A list of indicators, each with its unit of measure."""

    def label_from_instance(self, sort: Any) -> str:
        """Return the label and the unit of measure."""
        return f"{sort.label} ({sort.measured_in})"


class IndicatorForm(RecordForm):
    """A number of the area, over a stretch or on a day."""

    sort = SortChoice(
        Sort.objects.none(),
        label="Chỉ tiêu",
        empty_label="Chọn chỉ tiêu…",
        error_messages={
            "required": "Hãy chọn chỉ tiêu.",
            "invalid_choice": "Chỉ tiêu này không có trong danh sách. Hãy chọn lại.",
        },
    )

    class Meta(RecordForm.Meta):
        model = Indicator
        field_classes = {"value": ExactNumber}

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Offer the indicators in use today."""
        super().__init__(*args, unit=unit, today=today, **more)
        self.fields["sort"].queryset = self._offered(today)  # type: ignore[attr-defined]

    def order_fields(self, field_order: Any) -> None:
        """Put the indicator first."""
        super().order_fields(field_order)
        self.fields = {"sort": self.fields.pop("sort"), **self.fields}

    def _offered(self, today: date) -> QuerySet[Sort]:
        """Return the sorts in use, and that of a record to be corrected, were it out of use."""
        held = self.initial.get("sort")
        known = [held] if isinstance(held, int) else []
        return sorts_in_use(today) | Sort.objects.filter(pk__in=known)

    @staticmethod
    def content(record: Indicator) -> dict[str, Any]:
        """Return what an indicator says, its value with its decimals."""
        content = RecordForm.content(record)
        return content | {"value": write_scaled(record.value, scale=record.sort.scale)}

    def clean(self) -> dict[str, Any]:
        """Refuse more decimals than the indicator has."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        sort, value = answers.get("sort"), answers.get("value")
        if sort and value is not None and not _fits(value, sort.scale):
            self.add_error("value", _decimals_allowed(sort.scale))
        return answers

    def columns(self) -> dict[str, Any]:
        """Return the answers by column, the value as an integer with its decimals."""
        sort = self.cleaned_data["sort"]
        value = int(self.cleaned_data["value"] * 10**sort.scale)
        return {**super().columns(), "sort": sort, "value": value}


def _fits(value: Decimal, scale: int) -> bool:
    return bool((value * 10**scale) % 1 == 0)


def _decimals_allowed(scale: int) -> str:
    if scale == 0:
        return "Chỉ tiêu này ghi số nguyên, không có số lẻ."
    return f"Chỉ tiêu này ghi tối đa {scale} chữ số sau dấu phẩy."
