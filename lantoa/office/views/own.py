"""One's own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.debug import sensitive_post_parameters

from lantoa.formats.refusals import put
from lantoa.office.forms import OwnPasswordForm
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL
from lantoa.posts.operations.accounts import change_own_password


@sensitive_post_parameters()
@login_required
def own_password(request: SignedIn) -> HttpResponse:
    """Ask for the password in use and for a new one; a card has none."""
    if request.user.is_card:
        raise PermissionDenied(REFUSAL)
    form = OwnPasswordForm(request.POST or None, user=request.user)
    if form.is_valid():
        try:
            change_own_password(request.user, password=form.cleaned_data["password"], at=now())
        except ValidationError as refusal:
            put(refusal, on=form, beside="password")
        else:
            update_session_auth_hash(request, request.user)
            messages.success(request, "Đã đổi mật khẩu. Các máy khác phải đăng nhập lại.")
            return redirect("desk:first")
    return render(request, "office/own_password.html", {"form": form})
