"""A form that makes something makes it once, however often it is sent: Saved, Back, Save.

The key of a form is in its address, where Back finds it. What was sent from there is kept as what
our secret makes of it, with the page that it led to; the same once more leads there again and
reaches no view. Other words from the same page are another thing, and pass.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.utils.timezone import now  # noqa: TID251 - what stands around a view knows the time

from lantoa.drafts.operations import NOT_TYPED, claim_sending, forget_sending, remember_sending
from lantoa.drafts.queries import OF_ONE_PAGE
from lantoa.people.access import SignedIn
from lantoa.people.secret import bound

View = Callable[..., HttpResponse]
AGAIN = "Trang này đã gửi rồi, nên không làm thêm lần nữa. Đây là kết quả của lần trước."
RUNNING = "Trang này đang được gửi. Xin chờ một lát rồi mở lại trang để xem kết quả."


def lacks_own_address(request: HttpRequest) -> bool:
    """Tell whether a browser opens a form at an address that other pages have too.

    Who does not say that it reads pages has no Back, and is given the form as it is.
    """
    is_browser = "text/html" in request.headers.get("Accept", "")
    return request.method == "GET" and is_browser and key_in(request.GET) is None


def own_address(request: HttpRequest) -> str:
    """Return an address that no other page has: what was asked, with a new key."""
    asked = request.GET.copy()
    asked[OF_ONE_PAGE] = str(uuid4())
    return f"{request.path}?{asked.urlencode()}"


def key_in(address: QueryDict) -> UUID | None:
    """Return the key that an address holds; None where it holds none."""
    return key_of(address.get(OF_ONE_PAGE, ""))


def key_of(text: str) -> UUID | None:
    """Return the key that a text is; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def once(view: View) -> View:
    """Return a view that does the same sending of one page once.

    What it did is told by where it leads: a redirect, or `led_to` of an answer that is a page.
    """

    @wraps(view)
    def answered(request: SignedIn, *args: Any, **more: Any) -> HttpResponse:
        if lacks_own_address(request):
            return redirect(own_address(request))
        key = key_in(request.GET)
        if request.method != "POST" or key is None:
            return view(request, *args, **more)
        return _answer_once(request, key, lambda: view(request, *args, **more))

    return answered


def _answer_once(request: SignedIn, key: UUID, answer: Callable[[], HttpResponse]) -> HttpResponse:
    what = _what(request)
    before = claim_sending(request.user, key=key, what=what, at=now())
    if before is not None:
        messages.info(request, AGAIN if before else RUNNING)
        return redirect(before or request.get_full_path())
    led_to = ""
    try:
        response = answer()
        led_to = where(response)
    finally:
        if not led_to:
            forget_sending(request.user, key=key, what=what)
    remember_sending(request.user, key=key, what=what, led_to=led_to)
    return response


def where(response: HttpResponse) -> str:
    """Return where an answer leads that did something; empty where nothing was done."""
    if isinstance(response, HttpResponseRedirect):
        return response.url
    return str(getattr(response, "led_to", ""))


def _what(request: SignedIn) -> str:
    """Return what was sent, as nobody can read it back; passwords are part of it."""
    typed = sorted((name, texts) for name, texts in request.POST.lists() if name not in NOT_TYPED)
    sent = request.FILES
    files = [(name, _digest(each)) for name in sorted(sent) for each in sent.getlist(name)]
    return bound(f"{request.path} {typed!r} {files!r}", to="once").hex()


def _digest(sent: "UploadedFile[Any]") -> str:
    digest = sha256()
    for piece in sent.chunks():
        digest.update(piece)
    sent.seek(0)
    return digest.hexdigest()
