"""Where keys lie: the secret half of ours, and the names of those that this machine believes.

Neither ever goes into a copy. Whoever reads the secret half signs as this installation.
"""

import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.core.exceptions import ValidationError

from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.signing.names import name_of, read_name
from lantoa.trail.files import write_whole

SECRET, KNOWN = "signing.key", "known-keys.json"
COPIED = ("proofs", "layouts")
"""Folders whose files go into copies."""


class KeyLacking(BackupRefused):
    """This machine has no key to sign with, or cannot read it."""


def secret_place() -> Path:
    """Return where the secret half lies; raises BackupRefused where copies would take it along."""
    place = Path(settings.SIGNING_KEY or Path(settings.VAR) / SECRET).resolve()
    copied = [(Path(settings.VAR) / each).resolve() for each in COPIED]
    if any(place.is_relative_to(folder) for folder in copied):
        raise BackupRefused(
            f"LANTOA_SIGNING_KEY ({place}) nằm trong thư mục được sao lưu: khóa ký sẽ đi theo "
            "bản sao. Hãy để nó ở nơi khác."
        )
    return place


def own_key() -> Ed25519PrivateKey:
    """Return the key with which this installation signs; raises KeyLacking."""
    place = secret_place()
    try:
        found = load_pem_private_key(place.read_bytes(), password=None)
    except FileNotFoundError:
        raise KeyLacking(
            "Máy này chưa có khóa ký bản sao lưu. Hãy chạy: lantoa key --new"
        ) from None
    except (OSError, ValueError, TypeError):
        raise KeyLacking(f"Không đọc được khóa ký {place}.") from None
    if not isinstance(found, Ed25519PrivateKey):
        raise KeyLacking(f"{place} không phải khóa ký Ed25519.")
    return found


def name_of_key(key: Ed25519PrivateKey) -> str:
    """Return the name of a key."""
    return name_of(key.public_key().public_bytes_raw())


def own_name() -> str:
    """Return the name of the key with which this installation signs; empty where there is none."""
    try:
        return name_of_key(own_key())
    except KeyLacking:
        return ""


def known_keys() -> list[str]:
    """Return the names of the keys that this machine believes: its own first, then former ones."""
    own = own_name()
    return list(dict.fromkeys([*([own] if own else []), *_remembered()]))


def _remembered() -> list[str]:
    place = Path(settings.VAR) / KNOWN
    try:
        return [read_name(each) for each in json.loads(place.read_text("utf-8"))]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, AttributeError, ValidationError):
        raise BackupRefused(f"Không đọc được danh sách khóa đã biết {place}.") from None


def believe(names: list[str]) -> None:
    """Write down which keys this machine believes from now on."""
    write_whole(Path(settings.VAR) / KNOWN, (json.dumps(names, indent=1) + "\n").encode())


def write_secret(key: Ed25519PrivateKey) -> None:
    """Put the secret half in its place, to be read by its owner only."""
    written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_whole(secret_place(), written)
