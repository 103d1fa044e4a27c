"""What a production installation refuses to start with, said in words."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

DEFAULT_SECRET = "not-a-secret-for-development-and-demonstration-only"  # noqa: S105 - refused below
DEFAULT_ADDRESS = "http://127.0.0.1:8000"
FEWEST_SORTS = 10
"""How many different characters a secret has at least; random ones of 40 have more than 15."""


def refuse_unsafe(held: Mapping[str, Any]) -> None:
    """Raise ImproperlyConfigured where a production installation would be open to strangers."""
    if held["DEBUG"]:
        raise ImproperlyConfigured("LANTOA_DEBUG phải tắt khi chạy thật (LANTOA_PRODUCTION=1).")
    _refuse_unsafe_secret(held["SECRET_KEY"])
    if not held["HTTPS"] and not held["LOCAL_NETWORK"]:
        raise ImproperlyConfigured(
            "Chạy thật phải có HTTPS. Trong mạng nội bộ không có HTTPS: đặt LANTOA_LOCAL_NETWORK=1."
        )
    if "*" in held["ALLOWED_HOSTS"]:
        raise ImproperlyConfigured("LANTOA_HOSTS phải nêu rõ tên máy chủ, không dùng dấu *.")
    _refuse_unsafe_address(held["ADDRESS"], is_local=held["LOCAL_NETWORK"])


def _refuse_unsafe_secret(secret: str) -> None:
    """Raise ImproperlyConfigured for a secret that is known, short or easily guessed."""
    if secret == DEFAULT_SECRET or len(secret) < 40:
        raise ImproperlyConfigured("LANTOA_SECRET phải là chuỗi riêng, dài từ 40 ký tự.")
    if _is_repetitive(secret):
        raise ImproperlyConfigured("LANTOA_SECRET lặp đi lặp lại, dễ đoán. Hãy để máy sinh chuỗi.")


def _refuse_unsafe_address(address: str, *, is_local: bool) -> None:
    """Raise ImproperlyConfigured where cards would bear an address of no use, or an unsafe one."""
    if address == DEFAULT_ADDRESS:
        raise ImproperlyConfigured(
            "LANTOA_ADDRESS chưa đặt: địa chỉ này in lên thẻ, ví dụ https://lantoa.example.vn."
        )
    asked = urlsplit(address)
    if asked.scheme not in {"http", "https"} or not asked.hostname:
        raise ImproperlyConfigured(
            "LANTOA_ADDRESS phải là địa chỉ đầy đủ, ví dụ https://lantoa.example.vn."
        )
    if asked.scheme == "http" and not is_local:
        raise ImproperlyConfigured(
            "LANTOA_ADDRESS phải bắt đầu bằng https://. Trong mạng nội bộ không có HTTPS: "
            "đặt LANTOA_LOCAL_NETWORK=1."
        )


def _is_repetitive(secret: str) -> bool:
    """Tell whether a secret holds less than it seems: few letters, or one stretch over and over."""
    stretches = {secret[place : place + 3] for place in range(len(secret) - 2)}
    return len(set(secret)) < FEWEST_SORTS or len(stretches) * 3 < len(secret)
