"""What signing in asks for beyond a name and a password."""

from django import forms


class CodeForm(forms.Form):
    """The six digits that an app shows now, or a recovery code on paper."""

    code = forms.CharField(
        label="Mã xác nhận",
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
        help_text="Sáu số đang hiện trong ứng dụng trên điện thoại.",
        error_messages={"required": "Gõ mã xác nhận."},
    )
