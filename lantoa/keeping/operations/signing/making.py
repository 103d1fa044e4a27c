"""Making the key of an installation, with a line in every book that tells its name."""

from collections.abc import Sequence
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import transaction

from lantoa.keeping.operations.signing.keys import (
    believe,
    known_keys,
    name_of_key,
    own_name,
    secret_place,
    write_secret,
)
from lantoa.trail.operations import note
from lantoa.units.queries.places import roots


def ensure_key(*, at: datetime) -> str:
    """Make a key where this machine has none; return its name, or nothing where it has one."""
    return "" if secret_place().exists() else make_key(at=at)


def make_key(*, at: datetime) -> str:
    """Make a new key and return its name; copies signed by the former one are still believed."""
    return _made(at=at, still=known_keys())


def replace_leaked_key(*, at: datetime) -> str:
    """Make a new key where somebody else has the former one, which is believed no more."""
    former = own_name()
    return _made(at=at, still=[each for each in known_keys() if each != former])


@transaction.atomic
def _made(*, at: datetime, still: Sequence[str]) -> str:
    key, former = Ed25519PrivateKey.generate(), own_name()
    name = name_of_key(key)
    told = {"key": name, "former": former, "believed": [name, *still]}
    for root in roots():
        note(by=None, at=at, home=root.home, deed="keeping.key", about=[root.uuid], after=told)
    believe([name, *still])
    write_secret(key)
    return name
