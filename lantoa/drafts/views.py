"""Telling a script that the site can be reached; leaving aside what was typed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from lantoa.drafts import operations
from lantoa.drafts.access import Seal
from lantoa.drafts.catching import let_browser_forget
from lantoa.drafts.queries import form_at
from lantoa.people.access import SignedIn


@require_safe
@never_cache
def still_here(request: HttpRequest) -> HttpResponse:
    """Answer nothing: a page asks before it sends a form that would be lost on the way."""
    return HttpResponse(status=204)


@login_required
@require_POST
def forget(request: SignedIn, draft: UUID) -> HttpResponse:
    """Leave aside what was typed, and open the page empty."""
    page = operations.forget(draft, by=request.user)
    if not page:
        return redirect("/")
    messages.info(request, "Đã bỏ chữ gõ dở. Trang này bắt đầu lại từ đầu.")
    return let_browser_forget(redirect(form_at(page)), Seal(request.user.uuid, page))
