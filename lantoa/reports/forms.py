"""What is asked before a report is written."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.formats.boxes import DayBox
from lantoa.formats.lines import LineBox
from lantoa.formats.moments import Moment
from lantoa.records.record.queries.movements import movements
from lantoa.reports.word.template import LARGEST, TOO_LARGE


class ReportForm(forms.Form):
    """Period, chart, and what stands at the head and foot of the paper."""

    first = DayBox(
        label="Từ ngày",
        error_messages={"required": "Hãy ghi ngày đầu kỳ."},
    )
    last = DayBox(
        label="Đến hết ngày",
        error_messages={"required": "Hãy ghi ngày cuối kỳ."},
    )
    chart = DayBox(
        label="Sơ đồ tổ chức ngày",
        required=False,
        help_text="Để trống: ngày cuối kỳ.",
    )
    as_known = Moment(
        label="Như đã biết đến",
        required=False,
        help_text="Để trống: như đã biết lúc này. Ví dụ 30/6/2026, hoặc 30/6/2026 14:00.",
    )
    movement = forms.ChoiceField(
        label="Chỉ một phong trào",
        required=False,
        help_text="Chọn thì báo cáo chỉ tính bản ghi thuộc phong trào ấy, mỗi bản ghi một lần.",
        error_messages={"invalid_choice": "Phong trào này không có. Hãy chọn lại."},
    )
    day = DayBox(
        label="Ngày của văn bản",
        error_messages={"required": "Hãy ghi ngày của văn bản."},
    )
    number = LineBox(
        label="Số văn bản", required=False, max_length=10, help_text="Để trống: văn thư điền sau."
    )
    signed_by = LineBox(label="Người ký", required=False, max_length=60)
    kind = forms.ChoiceField(
        label="Tệp",
        widget=forms.RadioSelect,
        choices=[("docx", "Báo cáo (Word)"), ("xlsx", "Phụ lục (Excel)")],
        initial="docx",
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        """Offer the movements there are."""
        super().__init__(*args, **more)
        known = [(each.code, each.label) for each in movements()]
        self.fields["movement"].choices = [("", "Tất cả"), *known]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.")
        return cleaned

    def question(self, unit: int) -> Question:
        """Return what is asked of a unit."""
        told = self.cleaned_data
        period = Period(told["first"], told["last"])
        return Question(unit, period, told["chart"], told["as_known"], told["movement"])


class LayoutForm(forms.Form):
    """A layout that a clerk changed in Word."""

    layout = forms.FileField(
        label="Tệp mẫu đã sửa (.docx)", error_messages={"required": "Chọn tệp mẫu đã sửa."}
    )

    def clean_layout(self) -> "UploadedFile[Any]":
        """Refuse a file that no layout is as large as, before any of it is read."""
        file: UploadedFile[Any] = self.cleaned_data["layout"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(TOO_LARGE)
        return file
