"""What is known of who signed in."""

from dataclasses import dataclass
from datetime import datetime

from axes.models import AccessLog

from lantoa.people.access import tried
from lantoa.people.models import User


@dataclass(frozen=True)
class SignInKept:
    """One time that somebody signed in, from where and with what."""

    at: datetime
    address: str
    browser: str


def signed_in(account: User) -> list[SignInKept]:
    """Return the times that an account signed in, as far as they are kept, latest first."""
    rows = AccessLog.objects.filter(username=tried(account.username)).order_by("-attempt_time")
    found = rows.values_list("attempt_time", "ip_address", "user_agent")
    return [SignInKept(at, str(address or ""), browser) for at, address, browser in found]
