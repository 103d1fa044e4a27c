"""What is asked of a practice, of what a service did in a month, and of the rows of the lists."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator

from lantoa.figures.period import Period
from lantoa.records.practices.models import (
    Output,
    Practice,
    PracticeField,
    PracticeListRow,
    ServiceMeasure,
)
from lantoa.records.practices.queries import field_choices, held_under, measures_in_use
from lantoa.records.record.forms import DayBox, PhraseBox, RecordForm, WholeNumber
from lantoa.units.models import Unit

COPIED = ("sort", "title", "movement", "summary", "goal", "measured_in")
"""What a copy takes over from the practice that it copies."""
LARGEST = 999_999_999


class PracticeForm(RecordForm):
    """A practice: what it is, who carries it, how far it got; or a copy of another."""

    field = forms.ModelChoiceField(
        PracticeField.objects.none(),
        label="Lĩnh vực",
        required=False,
        empty_label="Chưa rõ",
        error_messages={"invalid_choice": "Lĩnh vực này không có trong danh sách. Hãy chọn lại."},
    )
    origin = PhraseBox(label="Làm theo mô hình", longest=80, widget=forms.HiddenInput)

    class Meta(RecordForm.Meta):
        model = Practice
        widgets = RecordForm.Meta.widgets | {"summary": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, unit: Unit, today: date, **more: Any) -> None:
        """Offer the fields in use; fill a copy from its origin, once."""
        super().__init__(*args, unit=unit, today=today, **more)
        self.copied = self._copied()
        if self.copied and not self.is_bound and "title" not in self.initial:
            self.initial.update({name: getattr(self.copied, name) for name in COPIED})
            self.initial["field"] = self.copied.field_id
        held = self.initial.get("field")
        chosen = field_choices(today, held=held if isinstance(held, int) else None)
        self.fields["field"].queryset = chosen  # type: ignore[attr-defined]

    def _copied(self) -> Practice | None:
        """Return the practice that is copied, where this unit may know of it."""
        key = str(self["origin"].value() or "")
        held = held_under([key]).get(key) if key else None
        is_known = held is not None and (held.is_shared or held.unit.pk == self.unit.pk)
        return held if is_known else None

    def columns(self) -> dict[str, Any]:
        """Return the answers by column, with the field of the list."""
        return {**super().columns(), "field": self.cleaned_data["field"]}


class OutputForm(forms.Form):
    """What a service did between two days: a box for each thing that services count."""

    first_day = DayBox(label="Từ ngày")
    last_day = DayBox(label="Đến hết ngày")

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        """Ask about last month, with a box for each row of the list in use."""
        super().__init__(*args, **more)
        year, month = divmod(today.year * 12 + today.month - 2, 12)
        last = Period.months(year, month + 1, month + 1)
        self.initial.update({"first_day": last.first, "last_day": last.last})
        self.measures = {f"did_{each.code}": each for each in measures_in_use(today)}
        for name, each in self.measures.items():
            validators = [MaxValueValidator(LARGEST, "Số này lớn quá. Hãy kiểm tra lại.")]
            self.fields[name] = WholeNumber(label=each.label, required=False, validators=validators)

    @property
    def boxes(self) -> list[tuple[Any, str]]:
        """Return the boxes of the list, each with its unit of measure."""
        return [(self[name], each.measured_in) for name, each in self.measures.items()]

    def clean(self) -> dict[str, Any]:
        """Ask for at least one number."""
        if not self.errors and not any(
            self.cleaned_data.get(name) is not None for name in self.measures
        ):
            self.add_error(None, "Hãy ghi ít nhất một số; số nào chưa rõ thì để trống.")
        return self.cleaned_data

    def entries(self, *, of: Practice, key: str) -> Sequence[Output]:
        """Return what was asked to be written down: a row for each number."""
        said = self.cleaned_data
        return [
            Output(
                key=f"{key}.{place}",
                unit=of.unit,
                practice=of.uuid,
                measure=measure,
                quantity=said[name],
                first_day=said["first_day"],
                last_day=said["last_day"],
            )
            for place, (name, measure) in enumerate(self.measures.items())
            if said.get(name) is not None
        ]


class ListedForm(forms.Form):
    """A row of a list: its words, since when, on which ground."""

    label = PhraseBox(label="Tên", longest=80, missing="Hãy ghi tên.")
    measured_in = PhraseBox(label="Đơn vị tính", longest=30, missing="Hãy ghi đơn vị tính.")
    valid_from = DayBox(label="Dùng từ ngày")
    source = PhraseBox(label="Căn cứ", longest=300, missing="Hãy ghi căn cứ.")

    def __init__(self, *args: Any, of: type[PracticeListRow], **more: Any) -> None:
        """Take the list; only what services do has a unit of measure."""
        super().__init__(*args, **more)
        self.of = of
        if of is not ServiceMeasure:
            del self.fields["measured_in"]

    def row(self) -> PracticeListRow:
        """Return the row, not yet saved."""
        return self.of(**self.cleaned_data)


class EndListRowForm(forms.Form):
    """From which day on a row of a list is no longer in use."""

    on = DayBox(label="Thôi dùng từ ngày")
