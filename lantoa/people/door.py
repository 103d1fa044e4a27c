"""Whoever hammers at the sign-in page is answered at the door, before anything is looked at.

Counted in each process by itself and soon forgotten: it spares the others the time that a
thousand whole pages of refusal take. A browser that signed in before always passes.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from lantoa.people import known
from lantoa.people.address import client_address, household
from lantoa.people.waiting import MustWait, hold_back

WHOLE_PAGES = 3
"""Refusals one after another that are answered with the whole page, the form filled again."""
CLOSED = 1.0
"""Seconds for which the door then stays closed."""
MOST = 1000


class Door:
    """Answers who must wait, and closes before who does not wait."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what answers the request."""
        self.get_response = get_response
        self.refusals: OrderedDict[str, tuple[int, float, MustWait]] = OrderedDict()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass a request on, unless it hammers at the sign-in page."""
        if request.method != "POST" or request.path != reverse(settings.LOGIN_URL):
            return self.get_response(request)
        if fault := self._closed(request):
            return hold_back(request, HttpResponse(_page(fault.title, fault.words)), fault)
        answer = self.get_response(request)
        self._note(request)
        return answer

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Say to wait, wherever it was noticed; leave any other fault to Django."""
        if not isinstance(fault, MustWait):
            return None
        shown = {"title": fault.title, "text": fault.words}
        return hold_back(request, render(request, "locked.html", shown), fault)

    def _closed(self, request: HttpRequest) -> MustWait | None:
        for place in _places(request):
            times, at, fault = self.refusals.get(place, (0, 0.0, None))
            if times >= WHOLE_PAGES and time.monotonic() - at < CLOSED:
                return None if known.is_known(request) else fault
        return None

    def _note(self, request: HttpRequest) -> None:
        """Count a refusal where it holds: for the address, or for one name from there."""
        address, name = _places(request)
        fault: MustWait | None = getattr(request, "held_back", None)
        if fault is None:
            return
        place = address if fault.is_for_all else name
        times = self.refusals.pop(place, (0,))[0]
        self.refusals[place] = times + 1, time.monotonic(), fault
        while len(self.refusals) > MOST:
            self.refusals.popitem(last=False)


def _places(request: HttpRequest) -> tuple[str, str]:
    address = household(client_address(request))
    return address, f"{address} {request.POST.get('username', '')[:60]}"


@lru_cache(maxsize=64)
def _page(title: str, text: str) -> str:
    return render_to_string("locked.html", {"title": title, "text": text})
