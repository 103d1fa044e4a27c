"""What the phones of a card are called, and on how many it may be open."""

from django import forms

from lantoa.formats.lines import LineBox
from lantoa.posts.operations.machines import MOST_PHONES


class PhoneForm(forms.Form):
    """The name of one phone."""

    called = LineBox(
        label="Tên máy",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Ghi tên máy."},
    )


class PhonesForm(forms.Form):
    """On how many phones a card may be open at once."""

    count = forms.TypedChoiceField(
        label="Thẻ mở được cùng lúc trên",
        coerce=int,
        choices=[(count, f"{count} máy") for count in range(1, MOST_PHONES + 1)],
        widget=forms.RadioSelect,
        help_text="Ví dụ hai máy: của bí thư và của phó bí thư.",
        error_messages={
            "required": "Chọn số máy.",
            "invalid_choice": "Chọn một trong các số máy nêu ở đây.",
        },
    )
