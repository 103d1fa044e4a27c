"""A key as an authenticator holds it: it answers questions of pages as a browser sends them."""

import hashlib
import json
import secrets
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

SITE = "https://lantoa.example.vn"
PRESENT, WITH_KEY = AuthenticatorData.FLAG.UP, AuthenticatorData.FLAG.AT


class Authenticator:
    """One key of one site, and how often it signed."""

    def __init__(self, site=SITE):
        self.site, self.count = site, 0
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.named = secrets.token_bytes(16)

    def made(self, question):
        """Answer a question to make a key."""
        public = ES256.from_cryptography_key(self.key.public_key())
        held = AttestedCredentialData.create(bytes(16), self.named, public)
        told = AuthenticatorData.create(self._place(), PRESENT | WITH_KEY, 0, bytes(held))
        said = self._said("webauthn.create", question)
        made = AttestationObject.create("none", told, {})
        return self._answer(clientDataJSON=said, attestationObject=made)

    def signed(self, question):
        """Answer a question to sign in."""
        self.count += 1
        told = AuthenticatorData.create(self._place(), PRESENT, self.count)
        said = self._said("webauthn.get", question)
        what = bytes(told) + hashlib.sha256(said).digest()
        sign = self.key.sign(what, ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=said, authenticatorData=told, signature=sign)

    def _place(self):
        return hashlib.sha256(urlsplit(self.site).hostname.encode()).digest()

    def _said(self, sort, question):
        asked = json.loads(question)["challenge"]
        return CollectedClientData.create(sort, asked, self.site)

    def _answer(self, **parts):
        name = websafe_encode(self.named)
        response = {part: websafe_encode(bytes(value)) for part, value in parts.items()}
        told = {"id": name, "rawId": name, "type": "public-key", "response": response}
        return json.dumps(told)
