"""One's own second factor, and of whom a unit requires one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lantoa.formats.refusals import put
from lantoa.office.forms import RequireForm
from lantoa.office.sheets import square
from lantoa.office.views.accounts import found_account
from lantoa.office.views.page import show
from lantoa.people.access import SignedIn
from lantoa.people.factor import (
    address_of,
    codes_left,
    factor_of,
    proposed,
    secret_of,
    slowed_factor,
)
from lantoa.people.forms import CodeForm
from lantoa.people.owing import OWES
from lantoa.people.passkeys import passkeys_of, why_not
from lantoa.people.slowing import slowed
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.posts.operations import factors
from lantoa.posts.queries.factors import is_factor_required, required_rights


@sensitive_post_parameters("code")
@login_required
@never_cache
def own_factor(request: SignedIn) -> HttpResponse:
    """Set one's second factor up; where there is one, give it up or ask for new recovery codes."""
    if request.user.is_card:
        raise PermissionDenied(REFUSAL)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            with slowed(slowed_factor(request.user), at=now()):
                return _change(request, code=form.cleaned_data["code"])
        except ValidationError as refusal:
            put(refusal, on=form, beside="code")
    return _shown(request, form)


def _change(request: SignedIn, *, code: str) -> HttpResponse:
    user, at = request.user, now()
    if not factor_of(user):
        codes = factors.set_up_own_factor(user, code=code, at=at)
        request.session.pop(OWES, None)
        messages.success(request, "Đã bật mã xác nhận. Từ nay đăng nhập phải gõ thêm sáu số.")
    elif "drop" in request.POST:
        factors.drop_own_factor(user, code=code, at=at, on=localdate())
        messages.success(request, "Đã bỏ mã xác nhận trên điện thoại.")
        return redirect("office:own-password")
    else:
        codes = factors.renew_own_codes(user, code=code, at=at)
    return show_codes(request, codes)


def show_codes(request: SignedIn, codes: list[str]) -> HttpResponse:
    """Show recovery codes, which are kept nowhere; where there are none, what is set up."""
    if not codes:
        return redirect("office:own-factor")
    return render(request, "office/recovery_codes.html", {"codes": codes})


def _shown(request: SignedIn, form: CodeForm) -> HttpResponse:
    user, held = request.user, factor_of(request.user)
    keys = passkeys_of(user)
    owed = is_factor_required(user, on=localdate())
    shown = {"form": form, "is_required": owed, "is_only": owed and not keys, "passkeys": keys}
    shown |= {"why_not": why_not(request), "left": codes_left(user)}
    if held:
        shown |= {"held": held}
        return render(request, "office/own_factor.html", shown)
    new = proposed(user)
    secret = secret_of(new)
    groups = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    shown |= {"qr": square(address_of(new)), "secret": groups}
    return render(request, "office/set_up_factor.html", shown)


@login_required
def require_factor(request: SignedIn, unit: UUID) -> HttpResponse:
    """Say of which rights, at a unit and under it, a second factor is required."""
    on = localdate()
    place = unit_for(user=request.user, unit=unit, work=Purpose.ADMINISTER, on=on)
    form = RequireForm(request.POST or None, initial={"right": required_rights(place)})
    if request.method == "POST" and form.is_valid():
        rights = form.cleaned_data["right"]
        try:
            factors.require_factor(place, rights=rights, by=request.user, at=now(), on=on)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, "Đã lưu. Ai chưa có mã sẽ được hỏi ở lần đăng nhập tới.")
        return redirect("office:require-factor", unit=place.uuid)
    return show(request, "require_factor", unit=place, on=on, form=form)


@login_required
@require_POST
def reset_factor(request: SignedIn, unit: UUID, account: UUID) -> HttpResponse:
    """Take away the second factor of who lost the telephone and the recovery codes."""
    place, found = found_account(request, unit, account)
    try:
        was = factors.reset_factor(found, by=request.user, at=now(), on=localdate())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        done = "Đã bỏ mã xác nhận; người này đăng nhập bằng mật khẩu rồi đặt mã mới."
        messages.success(request, done if was else "Tài khoản này chưa có mã xác nhận.")
    return redirect("office:account", unit=place.uuid, account=found.uuid)
