"""What changing a limit of time asks for."""

from django import forms

from lantoa.formats.boxes import DayBox, WholeNumber
from lantoa.records.record.forms import PhraseBox


class LimitForm(forms.Form):
    """How many days a limit has, from which day, by which paper."""

    days = WholeNumber(label="Số ngày", required=False, help_text="Để trống là không đặt hạn.")
    since = DayBox(label="Từ ngày", help_text="Trước ngày này vẫn theo thời hạn cũ.")
    source = PhraseBox(
        label="Căn cứ",
        longest=300,
        missing="Ghi căn cứ: văn bản nào quy định.",
        help_text="Văn bản nào, số nào, điều nào.",
    )
