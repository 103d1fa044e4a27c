"""What was already saved from a page: the key of a form is in its address, where Back finds it.

A browser that goes back shows the page as it was, or asks for it anew. Either way the page has the
key under which it was saved, so that sending it again is noticed.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import QueryDict
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.people.access import SignedIn
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.models import Record
from lantoa.records.record.queries import newest_under
from lantoa.units.models import Unit

KEY = "khoa"


@dataclass(frozen=True)
class SavedBefore:
    """A record that was saved from the page, its pages, and a key for one more like it."""

    record: Any
    show_url: str
    correct_url: str
    another_url: str
    another_key: UUID


def lacks_own_address(request: SignedIn) -> bool:
    """Tell whether a browser opens a form at an address that other pages have too.

    Who does not say that it reads pages has no Back, and is given the form as it is.
    """
    is_browser = "text/html" in request.headers.get("Accept", "")
    return request.method == "GET" and is_browser and key_in(request.GET) is None


def own_address(request: SignedIn) -> str:
    """Return an address that no other page has: what was asked, with a new key."""
    asked = request.GET.copy()
    asked[KEY] = str(uuid4())
    return f"{request.path}?{asked.urlencode()}"


def key_in(address: QueryDict) -> UUID | None:
    """Return the key that an address holds; None where it holds none."""
    return key_of(address.get(KEY, ""))


def key_of(text: str) -> UUID | None:
    """Return the key that a text is; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def saved_before(kind: KindConfig, unit: Unit, *, key: UUID | None) -> SavedBefore | None:
    """Return what a unit already saved under a key; None where nothing bears it here."""
    held = newest_under(kind.done.model, unit, key=str(key)) if key else None
    if held is None:
        return None
    correct = "" if held.superseded_at else kind.at("correct", held)
    return SavedBefore(held, kind.at("show", held), correct, kind.at("record", unit), uuid4())


def when_saved(record: Record) -> str:
    """Write the moment at which a record was written down."""
    local = localtime(record.recorded_at)
    return f"{local.hour}:{local.minute:02d} ngày {write_day(local.date())}"
