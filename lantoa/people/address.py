"""From where a request comes: the client's address as the trusted proxies tell it."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address of whoever asks.

    Each proxy adds at the right of X-Forwarded-For whom it heard; what stands further left than
    our own proxies reach was written by the client itself and is not believed.
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    told = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    if not settings.PROXIES or len(told) < settings.PROXIES:
        return direct
    return _written(told[-settings.PROXIES]) or direct


def _written(told: str) -> str:
    try:
        return str(ip_address(told.strip()))
    except ValueError:
        return ""


def household(address: str) -> str:
    """Return what one subscriber holds: an address, of version 6 the /64 around it.

    Within a /64 a single machine may take a new address for every try.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False))
