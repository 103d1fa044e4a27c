"""Cards as they are printed: the address in a square to scan, and six digits."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urljoin

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from lantoa.people.access import digits
from lantoa.people.models import Card


@dataclass(frozen=True)
class PrintedCard:
    """All that stands on one card, under the names that the component `card` asks for."""

    unit: str
    above: str
    digits: str
    address: str
    qr: SafeString
    issued: date


def printed(card: Card, *, unit: str, above: str, site: str, path: str) -> PrintedCard:
    """Return a card ready to print; `site` and `path` together are the address that it opens."""
    address = urljoin(site, path)
    return PrintedCard(unit, above, digits(card), address, square(address), _day(card.issued_at))


def square(address: str) -> SafeString:
    """Return the QR code of an address as SVG, drawn by attributes only: our policy bars styles."""
    drawn = segno.make_qr(address, error="m").svg_inline(
        border=2, omitsize=True, svgclass=None, lineclass=None
    )
    return mark_safe(drawn)  # noqa: S308 - drawn by us; nothing of the address is in it as text


def _day(moment: datetime) -> date:
    return localtime(moment).date()
