"""The head of a decision, as it is cited."""

from django import forms

from lantoa.acts.steps import Citation
from lantoa.formats.boxes import DayBox
from lantoa.formats.lines import LineBox


class HeadingForm(forms.Form):
    """Number, issuer, days and title of a decision."""

    number = LineBox(
        label="Số, ký hiệu",
        max_length=60,
        error_messages={"required": "Ghi số, ký hiệu của quyết định."},
    )
    issuer = LineBox(
        label="Cơ quan ban hành",
        max_length=120,
        error_messages={"required": "Ghi cơ quan ban hành."},
    )
    signed_on = DayBox(
        label="Ngày ký",
        error_messages={"required": "Hãy ghi ngày ký."},
    )
    in_force_from = DayBox(
        label="Có hiệu lực từ ngày",
        help_text="Ngày đã qua cũng được: trang chạy thử kể ra những gì đã ghi từ ngày ấy.",
        error_messages={"required": "Hãy ghi ngày có hiệu lực."},
    )
    title = LineBox(
        label="Trích yếu",
        max_length=300,
        error_messages={"required": "Ghi trích yếu: quyết định sắp xếp việc gì."},
    )

    def heading(self) -> Citation:
        """Return the head that was written."""
        return Citation(**{name: self.cleaned_data[name] for name in HeadingForm.base_fields})
