"""What is asked of an indicator."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from lantoa.figures.writing import write_scaled
from lantoa.formats.boxes import WholeNumber
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.indicators.queries import sorts_aimed_at, sorts_in_use
from lantoa.records.record.forms import ExactNumber, RecordForm
from lantoa.records.record.forms.days import DayBox
from lantoa.records.record.forms.listing import RowForm
from lantoa.records.record.forms.words import PhraseBox
from lantoa.units.models import Unit

MOST_DECIMALS, HUNDRED = 4, 100


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
        return sorts_in_use(today) | Sort._default_manager.filter(pk__in=known)

    @staticmethod
    def content(record: Indicator) -> dict[str, Any]:
        """Return what an indicator says, its value with its decimals."""
        content = RecordForm.content(record)
        if record.value is None:
            return content
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
        told = self.cleaned_data["value"]
        value = None if told is None else int(told * 10**sort.scale)
        return {**super().columns(), "sort": sort, "value": value}


class IndicatorSortForm(RowForm):
    """A new indicator: what it is called, its unit of measure, how it adds, or its formula."""

    measured_in = PhraseBox(label="Đơn vị tính", longest=30, missing="Hãy ghi đơn vị tính.")
    nature = forms.ChoiceField(
        label="Cộng lên cấp trên thế nào",
        choices=[("", "Chọn…"), *Sort.Adds.choices],
        required=False,
        help_text="Chỉ tiêu có công thức thì để trống.",
    )
    scale = WholeNumber(label="Số chữ số sau dấu phẩy", required=False, initial=0)
    has_whole = forms.BooleanField(label="Ghi kèm tổng số (54 trên 67)", required=False)
    sensitive = forms.BooleanField(label="Nói về nhóm cần bảo vệ", required=False)
    formula = PhraseBox(
        label="Công thức",
        longest=300,
        help_text="Để trống nếu đơn vị ghi số. Ví dụ: 100 × [meetings.held] ÷ [units.cells]. "
        "Mã của mỗi số liệu ở trang nguồn gốc của số ấy.",
    )
    lower_is_better = forms.BooleanField(label="Càng thấp càng tốt", required=False)
    near_percent = WholeNumber(
        label="Coi là sắp đạt khi tới bao nhiêu phần trăm mức đặt ra", required=False, initial=90
    )

    field_order = ["label", "measured_in", "nature", "formula"]

    def clean(self) -> dict[str, Any]:
        """Ask how it adds, unless it is worked out; take what is usual for what is left empty."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("formula"):
            answers["nature"] = Sort.Adds.LOOSE.value
        elif not answers.get("nature"):
            self.add_error("nature", "Hãy chọn, hoặc ghi công thức.")
        for name, usual in (("scale", 0), ("near_percent", 90)):
            if name in answers and answers[name] is None:
                answers[name] = usual
        self._refuse_odd(answers)
        return answers

    def _refuse_odd(self, answers: dict[str, Any]) -> None:
        if answers.get("scale", 0) > MOST_DECIMALS:
            self.add_error("scale", f"Nhiều nhất {MOST_DECIMALS} chữ số.")
        if not 1 <= answers.get("near_percent", 1) <= HUNDRED:
            self.add_error("near_percent", "Ghi từ 1 đến 100.")
        if answers.get("nature") == Sort.Adds.WEIGHTED and not answers.get("has_whole"):
            self.add_error("has_whole", "Bình quân gia quyền thì phải ghi kèm tổng số.")


class YearTargetForm(forms.Form):
    """What an indicator is to come to in a year, and which resolution says so."""

    sort = SortChoice(
        Sort.objects.none(),
        label="Chỉ tiêu",
        empty_label="Chọn chỉ tiêu…",
        error_messages={
            "required": "Hãy chọn chỉ tiêu.",
            "invalid_choice": "Chỉ tiêu này không có trong danh sách. Hãy chọn lại.",
        },
    )
    year = WholeNumber(label="Năm", error_messages={"required": "Hãy ghi năm."})
    value = ExactNumber(label="Mức phải đạt", error_messages={"required": "Hãy ghi mức phải đạt."})
    source = PhraseBox(
        label="Theo nghị quyết, kế hoạch nào",
        longest=300,
        missing="Hãy ghi văn bản: số nào, ngày nào.",
    )
    valid_from = DayBox(label="Dùng từ ngày")

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """Offer the indicators in use today, also those that are worked out."""
        super().__init__(*args, **more)
        self.fields["sort"].queryset = sorts_aimed_at(today)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse what the indicator does not write, and return the level as an integer."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        sort, value = answers.get("sort"), answers.get("value")
        if sort is None or value is None:
            return answers
        if value < 0:
            self.add_error("value", "Mức không được âm.")
        elif not _fits(value, sort.scale):
            self.add_error("value", _decimals_allowed(sort.scale))
        else:
            answers["value"] = int(value * 10**sort.scale)
        return answers


def _fits(value: Decimal, scale: int) -> bool:
    return bool((value * 10**scale) % 1 == 0)


def _decimals_allowed(scale: int) -> str:
    if scale == 0:
        return "Chỉ tiêu này ghi số nguyên, không có số lẻ."
    return f"Chỉ tiêu này ghi tối đa {scale} chữ số sau dấu phẩy."
