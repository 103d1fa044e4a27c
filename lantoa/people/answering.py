"""What holds for every address and every answer, whoever made it."""

import logging
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from lantoa.figures.words import is_readable

LONGEST_ADDRESS = 4000
"""Characters of path and question: no page asks for more; the server itself refuses 4,094."""
BLANKS = str.maketrans("", "", "\t\r\n")
"""What a box of several lines may send in a question."""
UNWELL = 500

Answering = Callable[[HttpRequest], HttpResponse]


def readable(answer: Answering) -> Answering:
    """Return a layer that knows no page at an address with signs that no database can hold."""

    def answered(request: HttpRequest) -> HttpResponse:
        if not _is_readable(request):
            raise Http404
        return answer(request)

    return answered


def _is_readable(request: HttpRequest) -> bool:
    asked = [text for each in request.GET.lists() for text in (each[0], *each[1])]
    return (
        len(request.get_full_path()) <= LONGEST_ADDRESS
        and is_readable(request.path)
        and all(is_readable(text.translate(BLANKS)) for text in asked)
    )


def private(answer: Answering) -> Answering:
    """Return a layer that lets nobody keep a page for which it was asked who is there.

    A machine in an office is shared: who signs out leaves nothing behind in its browser.
    """

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.session.accessed and "no-store" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = "private, no-store"
        return response

    return answered


class OneLine(logging.Filter):
    """Makes of each refusal one line with the account that met it, by its identity alone.

    The token of a card is left out: it is half of what opens an account.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line pass, those of refusals without their traceback."""
        status, request = getattr(record, "status_code", UNWELL), getattr(record, "request", None)
        is_refusal = status < UNWELL and record.name.startswith("django.")
        if is_refusal and not hasattr(record, "account"):
            line, who = _without_token(record.getMessage(), request), _who(request)
            record.__dict__ |= {"account": who, "msg": f"{status} {line} {who}"}
            record.args, record.exc_info, record.exc_text = (), None, None
        return True


def _who(request: HttpRequest | None) -> str:
    """Return whose request it was, as far as that was asked already."""
    user = getattr(request, "_cached_user", None)
    return f"account={user.uuid}" if user and user.is_authenticated else "account=none"


def _without_token(line: str, request: HttpRequest | None) -> str:
    match = getattr(request, "resolver_match", None)
    token = match.kwargs.get("token") if match else None
    return line.replace(token, "…") if token else line
