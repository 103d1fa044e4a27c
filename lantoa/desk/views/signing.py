"""Signing in with a password, and out."""

from typing import cast

from django.contrib.auth import logout
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from lantoa.drafts.queries import waiting_page
from lantoa.people.access import SignedIn


class SignInForm(AuthenticationForm):
    """Name and password, refused in one and the same sentence whichever is wrong."""

    error_messages = {
        "invalid_login": "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra chữ hoa, chữ thường.",
        "inactive": "Tài khoản này đã ngừng dùng. Hãy hỏi quản trị của đơn vị.",
    }

    def __init__(self, *args: object, **more: object) -> None:
        """Give the two boxes their words."""
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["username"].error_messages["required"] = "Nhập tên đăng nhập."
        self.fields["password"].error_messages["required"] = "Nhập mật khẩu."
        self.fields["password"].label = "Mật khẩu"

    def clean_username(self) -> str:
        """Take a name typed with capitals for what it is."""
        return str(self.cleaned_data["username"]).strip().lower()


class SignIn(LoginView):
    """Ask for name and password.

    The second factor will be asked for between this page and the first page.
    """

    template_name = "desk/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        """Lead to what somebody was typing when their session ended, or else to the first page."""
        user = cast(SignedIn, self.request).user
        return waiting_page(user, at=now()) or super().get_default_redirect_url()


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect("desk:sign-in")
