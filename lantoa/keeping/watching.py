"""What stands before every page: `/healthz` and `/metrics`, and a name for each request.

Both are answered before sessions, hosts and the way to HTTPS are looked at. Figures are for who
asks beside the program, not through the proxy, and for who bears LANTOA_WATCH_TOKEN.
"""

import logging
import re
from collections.abc import Callable
from ipaddress import ip_address
from time import monotonic
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.utils.timezone import now
from prometheus_client import CONTENT_TYPE_LATEST

from lantoa.keeping import gauges
from lantoa.keeping.journal import NOW
from lantoa.keeping.queries.health import findings

log = logging.getLogger(__name__)
PASSED_ON = ("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")
"""What a proxy adds: who bears any of them did not ask beside the program."""
NOWHERE = "none"
NAMED = re.compile(r"[0-9a-f]{32}")
DRAINED = 1 << 20
TOO_LARGE = "Hãy đăng nhập rồi gửi lại: chưa đăng nhập thì không gửi được tệp lớn."
Answering = Callable[[HttpRequest], HttpResponse]


def watched(answer: Answering) -> Answering:
    """Return the middleware: who watches is answered here, everything else is counted."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return health(request)
        if request.path == "/metrics":
            return metrics(request)
        return noted(request, answer)

    return answered


def health(request: HttpRequest) -> HttpResponse:
    """Tell whether all is well: 200, or 503 where anything is not."""
    found = findings(at=now())
    is_well = all(each.is_well for each in found)
    told: dict[str, object] = {"status": "well" if is_well else "unwell"}
    if may_see_figures(request):
        told["found"] = {e.name: {"well": e.is_well, "figure": e.figure} for e in found}
    answer = JsonResponse(told, status=200 if is_well else 503)
    answer["Cache-Control"] = "no-store"
    return answer


def metrics(request: HttpRequest) -> HttpResponse:
    """Tell Prometheus what was counted; to everybody else there is no such page."""
    if not may_see_figures(request):
        return HttpResponse(status=404)
    return HttpResponse(gauges.page(findings(at=now())), content_type=CONTENT_TYPE_LATEST)


def may_see_figures(request: HttpRequest) -> bool:
    """Tell whether who asks sits beside the program or bears the token."""
    borne = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.WATCH_TOKEN and constant_time_compare(borne, settings.WATCH_TOKEN):
        return True
    return not any(each in request.META for each in PASSED_ON) and _is_loopback(request)


def _is_loopback(request: HttpRequest) -> bool:
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def noted(request: HttpRequest, answer: Answering) -> HttpResponse:
    """Answer a request under a name that its lines in the log and its answer bear; count it."""
    name, began = name_of(request), monotonic()
    token = NOW.set({"request": name})
    try:
        response = answer(request)
        response["X-Request-ID"] = name
        _told(request, response, seconds=monotonic() - began)
        return response
    finally:
        NOW.reset(token)


def measured(answer: Answering) -> Answering:
    """Return the middleware that takes a large body only from who has signed in."""

    def answered(request: HttpRequest) -> HttpResponse:
        if _is_large(request) and not request.user.is_authenticated:
            while request.read(DRAINED):
                pass
            return HttpResponse(TOO_LARGE, status=413, content_type="text/plain; charset=utf-8")
        return answer(request)

    return answered


def _is_large(request: HttpRequest) -> bool:
    told = request.META.get("CONTENT_LENGTH") or "0"
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
    return not told.isdecimal() or int(told) > most


def name_of(request: HttpRequest) -> str:
    """Return the name that the proxy gave the request, or a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if NAMED.fullmatch(given) else uuid4().hex


def _told(request: HttpRequest, response: HttpResponse, *, seconds: float) -> None:
    match, method, status = request.resolver_match, request.method or "", response.status_code
    route = match.route if match else NOWHERE
    gauges.count(method=method, route=route, status=status, seconds=seconds)
    told = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000)}
    log.info("answered", extra=told | _account(request))


def _account(request: HttpRequest) -> dict[str, str]:
    """Return whose request it was, where somebody asked for that already: no statement for it."""
    user = getattr(request, "_cached_user", None)
    return {"account": str(user.uuid)} if user and user.is_authenticated else {}
