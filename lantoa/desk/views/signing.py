"""Signing in with a password, and out."""

from datetime import datetime, timedelta
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate, localtime, now
from django.views.decorators.http import require_POST

from lantoa.desk.views.factor import ask_for_factor
from lantoa.drafts.queries import waiting_page
from lantoa.people import known, phones, room
from lantoa.people.access import SignedIn
from lantoa.people.factor import has_second_factor
from lantoa.people.machines import enter
from lantoa.people.models import User
from lantoa.people.owing import OWES
from lantoa.people.slowing import slowed
from lantoa.people.waiting import MustWait, hold_back
from lantoa.posts.queries.factors import is_factor_required

BY_NAME = "mat-khau"
"""In an address: who holds this phone of a card asks for the page of passwords all the same."""
TOLD_FOR = timedelta(days=30)
TAKEN = (
    "Mã xác nhận và khóa đăng nhập của tài khoản này đã bị bỏ lúc {}, nên chỉ còn mật khẩu bảo vệ. "
    "Hãy đặt mã mới ở trang Mã xác nhận của tôi. Không phải bạn nhờ bỏ thì đổi mật khẩu ngay và "
    "báo người giữ máy chủ."
)


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

    def clean(self) -> dict[str, Any]:
        """Look at name and password; raises MustWait where it is not yet time for another try."""
        name = self.cleaned_data.get("username")
        if not name or not self.cleaned_data.get("password"):
            return super().clean()
        by = known.counted(cast(HttpRequest, self.request), name=name)
        with slowed(by, at=now()):
            return super().clean()


class SignIn(LoginView):
    """Ask for name and password."""

    template_name = "desk/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: object, **more: object) -> HttpResponse:
        """Ask for a name and a password; whoever holds a card is asked to scan it instead."""
        if phones.is_card_phone(request) and BY_NAME not in request.GET:
            asked = {"next": request.GET.get(self.redirect_field_name, "")}
            return redirect(f"{reverse('phone:leave')}?{urlencode(asked)}")
        return super().get(request, *args, **more)

    def post(self, request: HttpRequest, *args: object, **more: object) -> HttpResponse:
        """Let in who gives the right name and password, and let the browser remember the name."""
        try:
            return super().post(request, *args, **more)
        except MustWait as wait:
            form = SignInForm(request, initial={"username": request.POST.get("username", "")})
            shown = self.get_context_data(form=form, waiting=[wait.words])
            return hold_back(request, self.render_to_response(shown), wait)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in, or ask for the second factor first."""
        user = form.get_user()
        if has_second_factor(user):
            return ask_for_factor(self.request, user, after=self._after(user))
        room.enter(self.request, user)
        answer = redirect(self.get_success_url())
        enter(self.request, user, at=now())
        _say_factor_was_taken(self.request, user, at=now())
        if is_factor_required(user, on=localdate()):
            self.request.session[OWES] = True
        known.remember(self.request, answer, name=form.cleaned_data["username"])
        phones.forget(self.request, answer)
        return answer

    def get_default_redirect_url(self) -> str:
        """Lead to what somebody was typing when their session ended, or else to the first page."""
        user = cast(SignedIn, self.request).user
        waiting = waiting_page(user, at=now()) if user.is_authenticated else ""
        return waiting or super().get_default_redirect_url()

    def _after(self, user: User) -> str:
        """Return where to go once the second factor was given."""
        return self.get_redirect_url() or waiting_page(user, at=now()) or self.get_success_url()


def _say_factor_was_taken(request: HttpRequest, user: User, *, at: datetime) -> None:
    """Tell, for a month or until another is set up, that a second factor was taken away."""
    taken = user.factor_taken_at
    if taken and at - taken < TOLD_FOR:
        messages.warning(request, TAKEN.format(localtime(taken).strftime("%H:%M ngày %d/%m/%Y")))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    room.leave(request)
    return redirect("desk:sign-in")
