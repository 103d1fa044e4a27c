"""What accounts, posts and passwords ask for."""

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from lantoa.formats.boxes import DayBox
from lantoa.formats.lines import LineBox
from lantoa.people.models import User
from lantoa.people.operations import propose_password
from lantoa.posts.models import Post
from lantoa.posts.operations.accounts import NewPost
from lantoa.posts.operations.factors import ASKABLE
from lantoa.units.models import END

Right = Post.Right


class PostForm(forms.Form):
    """A post: what it may do, under which title, from which day to which."""

    right = forms.ChoiceField(
        label="Quyền",
        choices=[
            (right.value, capfirst(right.label))
            for right in (Right.CLERK, Right.VIEW, Right.ADMIN, Right.RECORD)
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn quyền."},
    )
    title = LineBox(label="Chức danh", max_length=120, required=False)
    since = DayBox(
        label="Từ ngày",
    )
    last_day = DayBox(
        label="Đến hết ngày",
        required=False,
        help_text="Để trống nếu chưa định ngày thôi.",
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a post that ends before it begins."""
        since, last_day = self.cleaned_data.get("since"), self.cleaned_data.get("last_day")
        if since and last_day and last_day < since:
            self.add_error("last_day", "Ngày cuối phải từ ngày đầu trở đi.")
        return self.cleaned_data

    def post(self) -> NewPost:
        """Return the post that is asked for."""
        last_day = self.cleaned_data["last_day"]
        return NewPost(
            right=Right(self.cleaned_data["right"]),
            since=self.cleaned_data["since"],
            until=last_day + timedelta(days=1) if last_day else END,
            title=self.cleaned_data["title"],
        )


class PasswordForm(forms.Form):
    """A new password, typed twice; left empty, one is made."""

    password = forms.CharField(
        label="Mật khẩu",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Từ 10 ký tự, tốt nhất là vài từ không liên quan với nhau. "
        "Để trống cả hai ô thì máy đặt giúp và hiện ra một lần.",
    )
    again = forms.CharField(
        label="Gõ lại mật khẩu",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse two passwords that differ, or one that is easy to guess."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("password") != cleaned.get("again"):
            self.add_error("again", "Hai lần gõ chưa giống nhau.")
        elif cleaned.get("password"):
            self._try(cleaned["password"])
        return cleaned

    def _try(self, password: str) -> None:
        try:
            validate_password(password)
        except ValidationError as refusal:
            self.add_error("password", refusal)

    def chosen(self) -> tuple[str, bool]:
        """Return the password, and whether it was made here and must be shown."""
        typed = self.cleaned_data["password"]
        return (typed, False) if typed else (propose_password(), True)


class NewAccountForm(PasswordForm, PostForm):
    """A new account together with its first post."""

    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        help_text="Chữ thường không dấu, chữ số, dấu chấm. Ví dụ: nguyenvana.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
        error_messages={"required": "Ghi tên đăng nhập."},
    )
    name = LineBox(
        label="Họ tên hiển thị",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Ghi họ tên."},
    )
    field_order = ("name", "username", "right", "title", "since", "last_day", "password", "again")


class GiveForm(PostForm):
    """A post for an account that is there already."""

    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
        error_messages={"required": "Ghi tên đăng nhập của tài khoản đã có."},
    )
    field_order = ("username",)


class EndForm(forms.Form):
    """The day from which a post no longer holds."""

    on = DayBox(
        label="Thôi từ ngày",
        error_messages={"required": "Hãy ghi ngày thôi nhiệm vụ."},
    )


class ProvenForm(forms.Form):
    """The password in use: proof that it is the owner who changes how an account signs in."""

    current = forms.CharField(
        label="Mật khẩu đang dùng",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Gõ mật khẩu đang dùng."},
    )

    def __init__(self, *args: Any, user: User, **more: Any) -> None:
        """Take whose password it is."""
        self.user = user
        super().__init__(*args, **more)

    def clean_current(self) -> str:
        """Refuse who does not know the password in use."""
        current = cast(str, self.cleaned_data["current"])
        if not self.user.check_password(current):
            raise ValidationError("Mật khẩu đang dùng chưa đúng.")
        return current


class PasskeyForm(ProvenForm):
    """A new passkey: under which name its owner will know it."""

    name = LineBox(
        label="Tên khóa",
        max_length=60,
        help_text="Để sau này nhận ra. Ví dụ: Máy ở văn phòng, Điện thoại của tôi.",
        error_messages={"required": "Đặt tên cho khóa."},
    )
    field_order = ("name",)


class OwnPasswordForm(ProvenForm, PasswordForm):
    """A new password for oneself, after the one in use."""

    field_order = ("current",)

    def __init__(self, *args: Any, user: User, **more: Any) -> None:
        """Ask for both boxes: nobody makes one's own password."""
        super().__init__(*args, user=user, **more)
        for name in ("password", "again"):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = "Gõ mật khẩu mới vào cả hai ô."
        self.fields["password"].label = "Mật khẩu mới"
        self.fields[
            "password"
        ].help_text = "Từ 10 ký tự, tốt nhất là vài từ không liên quan với nhau."


class RequireForm(forms.Form):
    """Of which rights a second factor is required; none may be ticked."""

    right = forms.MultipleChoiceField(
        label="Quyền phải có mã xác nhận",
        choices=[(right.value, capfirst(right.label)) for right in ASKABLE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
