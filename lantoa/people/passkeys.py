"""Passkeys: keys that a browser, a telephone or a stick holds, as a second factor (WebAuthn).

What is to be signed is drawn by chance for one session, is good for five minutes and taken out of
the session before it is looked at. The site is the one of `settings.ADDRESS`: neither the address
that a request names nor the one that a browser tells is taken for it.
"""

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from lantoa.people.models import Passkey, User

ADDING, PASSING = "passkey_to_add", "passkey_to_pass"
LASTS = timedelta(minutes=5)
LONGEST_ANSWER = 20_000
MOST = 10
UNSAFE = (
    "Trang này mở qua http, không mã hóa; trình duyệt chỉ cho dùng khóa đăng nhập khi có HTTPS. "
    "Sáu số trên điện thoại vẫn dùng được như thường."
)
NUMBERED = (
    "Địa chỉ của hệ thống là một dãy số; trình duyệt chỉ cho dùng khóa đăng nhập với tên miền. "
    "Sáu số trên điện thoại vẫn dùng được như thường."
)
ELSEWHERE = "Khóa đăng nhập chỉ dùng được khi mở trang ở địa chỉ {}."
STALE = "Đã quá năm phút, hoặc trang này đã dùng rồi. Bấm lại nút dùng khóa để thử lần nữa."
WRONG = "Khóa này không mở được tài khoản. Thử lại, hoặc dùng khóa khác."
UNREAD = "Chưa đọc được khóa. Bấm lại để thử lần nữa."
COPIED = (
    "Khóa này có dấu hiệu đã bị sao chép, nên không nhận. Hãy đăng nhập bằng mã dự phòng, "
    "bỏ khóa này rồi báo quản trị của đơn vị."
)
logger = logging.getLogger(__name__)
A = TypeVar("A")


def origin() -> str:
    """Return where the site stands, as a browser tells it."""
    site = urlsplit(settings.ADDRESS.lower())
    usual = {"http": 80, "https": 443}.get(site.scheme)
    port = f":{site.port}" if site.port and site.port != usual else ""
    return f"{site.scheme}://{site.hostname}{port}"


def why_not(request: HttpRequest) -> str:
    """Say why no passkey is offered here; empty where they are."""
    site = urlsplit(settings.ADDRESS.lower())
    if site.scheme != "https" and site.hostname != "localhost":
        return UNSAFE
    if _is_number(site.hostname or ""):
        return NUMBERED
    here = f"{request.scheme}://{request.get_host()}".lower()
    return "" if here == origin() else ELSEWHERE.format(settings.ADDRESS)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def passkeys_of(user: User) -> list[Passkey]:
    """Return the passkeys of an account, the oldest first."""
    return list(Passkey.objects.filter(user=user).order_by("pk"))


def is_known(passkey: Passkey) -> bool:
    """Tell whether a key was added before, whoever holds it."""
    return Passkey.objects.filter(credential=passkey.credential).exists()


def question_to_add(session: SessionBase, user: User, *, name: str, at: datetime) -> str:
    """Return, as JSON, what a browser is asked to make a key for; the session keeps the rest."""
    asked, state = _site().register_begin(
        PublicKeyCredentialUserEntity(
            id=user.uuid.bytes, name=user.username, display_name=user.name
        ),
        credentials=[_held(each) for each in passkeys_of(user)],
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    session[ADDING] = _kept(state, user, at=at) | {"name": name}
    return json.dumps(dict(asked.public_key))


def question_to_pass(session: SessionBase, user: User, *, at: datetime) -> str:
    """Return, as JSON, what a browser is asked to sign with a key of an account."""
    asked, state = _site().authenticate_begin(
        credentials=[_held(each) for each in passkeys_of(user)],
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    session[PASSING] = _kept(state, user, at=at)
    return json.dumps(dict(asked.public_key))


def new_passkey(session: SessionBase, user: User, *, answer: str, at: datetime) -> Passkey:
    """Return the key, not yet written, that a browser made for the question of its session.

    Raises ValidationError for an answer that is late, was given before, or is another's.
    """
    asked = _taken(session, ADDING, user, at=at)
    told = _read(lambda: _site().register_complete(asked["state"], json.loads(answer)), answer)
    held = told.credential_data
    if held is None or held.public_key.ALGORITHM not in CoseKey.supported_algorithms():
        raise ValidationError(UNREAD, code="passkey")
    return Passkey(
        user=user,
        name=asked["name"],
        credential=websafe_encode(held.credential_id),
        public_key=websafe_encode(bytes(held)),
        sign_count=told.counter,
        added_at=at,
    )


def pass_passkey(session: SessionBase, user: User, *, answer: str, at: datetime) -> None:
    """Let pass who signs the question of this session with a key of the account, once.

    Raises ValidationError for an answer that is late, was given before, is signed by no key of the
    account, or by one whose count has not gone up.
    """
    asked = _taken(session, PASSING, user, at=at)
    keys = {each.credential: each for each in passkeys_of(user)}
    held = [_held(each) for each in keys.values()]
    signed, told = _read(lambda: _verified(asked["state"], held, json.loads(answer)), answer)
    _spend(keys[websafe_encode(signed.credential_id)], count=told.counter, at=at)


def _spend(key: Passkey, *, count: int, at: datetime) -> None:
    """Write the use of a key down; of two answers at once only one finds it as it was."""
    if (key.sign_count or count) and count <= key.sign_count:
        logger.warning("A passkey of account %s counts backwards.", key.user.uuid)
        raise ValidationError(COPIED, code="copied")
    as_it_was = Passkey.objects.filter(pk=key.pk, last_used_at=key.last_used_at)
    if key.last_used_at is None:
        as_it_was = Passkey.objects.filter(pk=key.pk, last_used_at__isnull=True)
    if not as_it_was.update(sign_count=count, last_used_at=at):
        raise ValidationError(STALE, code="stale")


def _verified(
    state: dict[str, Any], held: list[AttestedCredentialData], told: dict[str, Any]
) -> tuple[AttestedCredentialData, AuthenticatorData]:
    given = AuthenticationResponse.from_dict(told)
    signed = _site().authenticate_complete(state, held, given)
    return signed, given.response.authenticator_data


def _read(reading: Callable[[], A], answer: str) -> A:
    """Return what an answer says; whatever is wrong with it is one refusal."""
    if len(answer) > LONGEST_ANSWER:
        raise ValidationError(UNREAD, code="passkey")
    try:
        return reading()
    except Exception as fault:  # a stranger's bytes, read by a library: any fault is theirs
        logger.info("A passkey was refused: %s", type(fault).__name__)
        raise ValidationError(WRONG, code="passkey") from fault


def _kept(state: dict[str, Any], user: User, *, at: datetime) -> dict[str, Any]:
    told = {each: str(value) for each, value in state.items()}
    return {"state": told, "account": str(user.uuid), "until": (at + LASTS).isoformat()}


def _taken(session: SessionBase, purpose: str, user: User, *, at: datetime) -> dict[str, Any]:
    """Take a question out of its session, so that it is answered once."""
    asked: dict[str, Any] = session.pop(purpose, {})
    if asked.get("account") != str(user.uuid) or at > datetime.fromisoformat(asked["until"]):
        raise ValidationError(STALE, code="stale")
    return asked


def _held(key: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(websafe_decode(key.public_key))


def _site() -> Fido2Server:
    host = urlsplit(settings.ADDRESS).hostname or ""
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=host, name="Lan Tỏa"),
        attestation=AttestationConveyancePreference.NONE,
        verify_origin=lambda told: told == origin(),
    )
