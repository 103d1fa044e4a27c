"""What is asked where consent is withdrawn and a name is erased."""

from django import forms

from lantoa.formats.boxes import DayBox
from lantoa.records.record.forms import PhraseBox


class WithdrawForm(forms.Form):
    """On which day consent was withdrawn."""

    on = DayBox(label="Ngày rút đồng ý", help_text="Ngày người này nói không đồng ý nữa.")


class EraseForm(forms.Form):
    """Why a name is erased; the reason is kept, so it must not tell the name."""

    why = PhraseBox(
        label="Lý do xóa",
        longest=300,
        missing="Hãy ghi lý do xóa.",
        help_text="Ví dụ: người này yêu cầu. Lý do được giữ lại, nên đừng ghi tên ở đây.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    sure = forms.BooleanField(
        label="Tôi hiểu: tên đã xóa không lấy lại được",
        error_messages={"required": "Hãy đánh dấu ô này nếu chắc chắn xóa."},
    )
