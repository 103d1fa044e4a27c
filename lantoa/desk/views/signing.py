"""Signing in with a password, and out."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from lantoa.people import room


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

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in, also on a disk that is full: somebody must be able to look."""
        room.enter(self.request, form.get_user())
        return redirect(self.get_success_url())


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    room.leave(request)
    return redirect("desk:sign-in")
