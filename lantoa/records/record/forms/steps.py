"""What is asked of a dated step beside a record."""

from typing import Any

from django import forms

from lantoa.records.record.forms.days import DayBox
from lantoa.records.record.forms.words import Options, PhraseBox
from lantoa.records.record.models import DatedStep, Record

TAKEN, PLANNED = "taken", "planned"


class DatedStepForm(forms.Form):
    """Which step was taken or is planned, on which day, at which level, by which decision."""

    step = forms.ChoiceField(label="Bước", error_messages={"required": "Hãy chọn bước."})
    level = forms.ChoiceField(label="Cấp công nhận", required=False)
    last_day = DayBox(label="Ngày")
    first_day = DayBox(
        label="Từ ngày",
        required=False,
        help_text="Chỉ biết trong một khoảng: ghi ngày đầu ở đây, ô “Ngày” là ngày cuối.",
    )
    number = PhraseBox(label="Số quyết định", longest=60, help_text="Chưa rõ số thì để trống.")
    state = Options(
        label="Đã diễn ra chưa",
        choices=[(TAKEN, "Đã diễn ra"), (PLANNED, "Mới dự kiến")],
        missing="Hãy chọn đã diễn ra hay mới dự kiến.",
        initial=TAKEN,
        help_text="Việc mới dự kiến không tính vào số liệu.",
    )
    source = PhraseBox(label="Nguồn của bước này", longest=300)

    def __init__(self, *args: Any, record: Record, **more: Any) -> None:
        """Offer the steps of the kind of a record."""
        super().__init__(*args, **{"auto_id": "id_step_%s"} | more)
        self.record, steps = record, type(record).steps
        if steps is None:
            raise LookupError(f"{type(record)._meta.label} has no steps.")
        self.fields["step"].choices = [("", "Chọn bước…"), *steps.choices.choices]  # type: ignore[attr-defined]
        if steps.levels is None:
            del self.fields["level"], self.fields["number"]
        else:
            self.fields["level"].choices = [("", "Không ghi"), *steps.levels.choices]  # type: ignore[attr-defined]
            only = ", ".join(steps.label(each).lower() for each in steps.at_level)
            self.fields["level"].help_text = f"Chỉ cho bước: {only}."

    def entry(self, *, key: str) -> DatedStep:
        """Return what was asked to be written down."""
        said = self.cleaned_data
        return DatedStep(
            key=key,
            unit=self.record.unit,
            record_kind=self.record._meta.app_label,
            record=self.record.uuid,
            step=said["step"],
            level=said.get("level", ""),
            number=said.get("number", ""),
            is_planned=said["state"] == PLANNED,
            first_day=said["first_day"] or said["last_day"],
            last_day=said["last_day"],
            source=said["source"],
        )
