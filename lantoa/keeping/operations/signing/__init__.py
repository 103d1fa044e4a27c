"""Signing a copy with the installation's own key, and telling by whose key one was signed."""

from lantoa.keeping.operations.signing.keys import KeyLacking, known_keys, own_key
from lantoa.keeping.operations.signing.making import ensure_key, make_key
from lantoa.keeping.operations.signing.names import Misspelt, name_of, read_name
from lantoa.keeping.operations.signing.signature import CopySignature, signed

__all__ = [
    "CopySignature",
    "KeyLacking",
    "Misspelt",
    "ensure_key",
    "known_keys",
    "make_key",
    "name_of",
    "own_key",
    "read_name",
    "signed",
]
