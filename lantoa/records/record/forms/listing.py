"""What adding and ending a row of a list asks for."""

from django import forms

from lantoa.records.record.forms.days import DayBox
from lantoa.records.record.forms.words import PhraseBox


class RowForm(forms.Form):
    """The words of a new row, from which day it is in use, and by which paper."""

    label = PhraseBox(label="Tên gọi", longest=150, missing="Hãy ghi tên gọi.")
    valid_from = DayBox(label="Dùng từ ngày")
    source = PhraseBox(
        label="Căn cứ",
        longest=300,
        missing="Hãy ghi căn cứ: văn bản nào, ai quyết định.",
        help_text="Văn bản nào, số nào, ngày nào.",
    )


class EndRowForm(forms.Form):
    """From which day a row is out of use, and why."""

    valid_to = DayBox(label="Thôi dùng từ ngày")
    reason = PhraseBox(label="Lý do", longest=300, missing="Hãy ghi lý do.")
