"""The seal of a page: who is typing into it, so that what comes late is theirs and nobody else's.

A page keeps its seal when its session has ended, cookies were cleared, or another person signed in.
It proves who opened the page and lets nobody in: with it, words can only be kept for that account.
"""

from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.http import HttpRequest

from lantoa.people.models import User

FIELD = "typist"
SALT = "lantoa.drafts.page"
LONGEST_ADDRESS = 2000


@dataclass(frozen=True)
class Seal:
    """Whose page it is, and its address."""

    account: UUID
    page: str

    def __str__(self) -> str:
        """Return it signed, as the page carries it."""
        return signing.dumps([self.account.hex, self.page], salt=SALT, compress=True)


def seal_for(request: HttpRequest) -> Seal | None:
    """Return the seal of the page that answers a request; None for who has not signed in.

    A page that shows a refused form again is the page on which it was typed.
    """
    user = request.user
    if not isinstance(user, User):
        return None
    sent = seal_of(request)
    if sent and sent.account == user.uuid:
        return sent
    page = request.get_full_path()
    return Seal(user.uuid, page if len(page) <= LONGEST_ADDRESS else request.path)


def seal_of(request: HttpRequest) -> Seal | None:
    """Return the seal that a form was sent with; None where it has none of ours."""
    if request.method != "POST" or FIELD not in request.POST:
        return None
    try:
        account, page = signing.loads(request.POST[FIELD], salt=SALT)
    except signing.BadSignature:
        return None
    return Seal(UUID(hex=account), page)


def is_typist(request: HttpRequest, seal: Seal) -> bool:
    """Tell whether a form comes from the account that opened its page."""
    return isinstance(request.user, User) and request.user.uuid == seal.account
