"""Where one is signed in oneself, and signing the other machines out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache

from lantoa.people.access import SignedIn
from lantoa.people.machines import machines_of
from lantoa.posts.access import REFUSAL
from lantoa.posts.operations.machines import leave_machines


@login_required
@never_cache
def machines(request: SignedIn) -> HttpResponse:
    """List the machines on which one is signed in; sign one of them out, or all but this."""
    if request.user.is_card:
        raise PermissionDenied(REFUSAL)
    here = request.session.session_key
    shown = machines_of([request.user.pk], at=now())
    others = [str(each.uuid) for each in shown if each.session_key != here]
    if request.method == "POST":
        chosen = [request.POST["leave"]] if "leave" in request.POST else others
        gone = leave_machines(request.user, uuids=set(chosen).intersection(others), at=now())
        messages.success(
            request, f"Đã thoát khỏi {gone} máy." if gone else "Không còn máy nào khác."
        )
        return redirect("office:machines")
    rows = [{"machine": each, "is_here": each.session_key == here} for each in shown]
    return render(request, "office/machines.html", {"rows": rows, "others": len(others)})
