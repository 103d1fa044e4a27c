"""What only this installation can work out: a text bound to its secret, for one purpose."""

import hashlib
import hmac

from django.conf import settings


def bound(text: str, *, to: str) -> bytes:
    """Return 32 bytes that nobody works out without the secret, others for each purpose."""
    key = hashlib.sha256(f"lantoa.{to}.{settings.SECRET_KEY}".encode()).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).digest()
