"""The signature of a copy: over its list of contents, which tells the sum of everything in it."""

import json
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.signing.names import name_of

FORM = "lantoa signature 1"
SIGNED_AS = b"lantoa copy 1\n"
"""Stands before what is signed, so that no signature made for something else fits a copy."""
PUBLIC, SIGNATURE = 32, 64
UNREADABLE = "Không đọc được chữ ký (signature.json) trong tệp sao lưu; không dùng tệp này."


@dataclass(frozen=True)
class CopySignature:
    """A signature and the public half of the key that made it."""

    public: bytes
    signature: bytes

    @property
    def key(self) -> str:
        """Return the name of the key."""
        return name_of(self.public)

    def fits(self, manifest: bytes) -> bool:
        """Tell whether the key signed this list of contents."""
        try:
            key = Ed25519PublicKey.from_public_bytes(self.public)
            key.verify(self.signature, SIGNED_AS + manifest)
        except (InvalidSignature, ValueError):
            return False
        return True

    def as_text(self) -> str:
        """Return it as it stands in a copy."""
        told = {"form": FORM, "key": self.key}
        return json.dumps(
            told | {"public": self.public.hex(), "signature": self.signature.hex()}, indent=1
        )


def signed(manifest: bytes, *, by: Ed25519PrivateKey) -> CopySignature:
    """Sign a list of contents."""
    return CopySignature(by.public_key().public_bytes_raw(), by.sign(SIGNED_AS + manifest))


def read_signature(text: bytes) -> CopySignature:
    """Return the signature that a copy holds; raises BackupRefused for what is none."""
    try:
        told = json.loads(text)
        found = CopySignature(bytes.fromhex(told["public"]), bytes.fromhex(told["signature"]))
        is_one = told["form"] == FORM and told["key"] == found.key
        if not is_one or (len(found.public), len(found.signature)) != (PUBLIC, SIGNATURE):
            raise ValueError
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise BackupRefused(UNREADABLE) from None
    return found
