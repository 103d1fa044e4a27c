"""When there is no room left to write: said in words, and nobody is kept out for it.

Whoever cleans up must be able to sign in, and whoever reads must be able to go on. So a session
that finds no place in the database is signed and kept by the browser for an hour instead, and what
signing in writes beside it is left unwritten.
"""

import errno
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg.errors
from django.contrib.auth import login, logout
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as StoreInTables
from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.people.models import User

HOUR = 3600
SALT = "lantoa.people.room"
SIGNED = ":"
"""What stands in a signed session and in the key of no other."""
NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
ON_SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
INSUFFICIENT_STORAGE = 507
REASONS = {
    errno.EACCES: "không có quyền ghi ở đó",
    errno.EPERM: "không có quyền ghi ở đó",
    errno.ENOENT: "không có tệp hoặc thư mục ấy",
    errno.ENOTDIR: "không có tệp hoặc thư mục ấy",
    errno.EISDIR: "tên ấy là một thư mục",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}
logger = logging.getLogger(__name__)


def is_full(fault: BaseException | None) -> bool:
    """Tell whether a fault says that nothing more can be written: no space, or a broken disk."""
    if fault is None:
        return False
    if isinstance(fault, sqlite3.Error):
        return getattr(fault, "sqlite_errorcode", 0) & 0xFF in ON_SQLITE
    if isinstance(fault, psycopg.errors.DiskFull | psycopg.errors.IoError):
        return True
    if isinstance(fault, OSError):
        return fault.errno in NO_SPACE
    return isinstance(fault, DatabaseError) and is_full(fault.__cause__)


def reason(fault: BaseException) -> str:
    """Return in words why a file or the database could not be read or written."""
    number = fault.errno if isinstance(fault, OSError) else None
    if number in REASONS:
        return REASONS[number]
    if is_full(fault):
        return "ổ đĩa đã đầy hoặc hỏng; hãy dọn chỗ rồi chạy lại"
    return f"hệ điều hành báo lỗi số {number}" if number else "cơ sở dữ liệu không trả lời"


@contextmanager
def though_full() -> Iterator[None]:
    """Go on where something less weighty than what it accompanies cannot be written."""
    try:
        yield
    except (DatabaseError, OSError) as fault:
        if not is_full(fault):
            raise
        logger.error("Không còn chỗ ghi: %s", fault)


class Room:
    """Says in words that there is no room, wherever a page finds out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass a request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Say that nothing was saved; leave any other fault to Django."""
        if not is_full(fault):
            return None
        logger.error("Không còn chỗ ghi: %s", fault)
        return render(request, "full.html", status=INSUFFICIENT_STORAGE)


class SessionStore(StoreInTables):
    """Sessions in the database; while that is full, signed in the cookie."""

    def load(self) -> dict[str, Any]:
        """Return what a session holds; a signed one holds it itself."""
        if SIGNED not in (self.session_key or ""):
            return super().load() if (self.session_key or "").isalnum() else {}
        try:
            held: dict[str, Any] = signing.loads(self.session_key or "", salt=SALT, max_age=HOUR)
        except signing.BadSignature:
            self._session_key = None
            return {}
        return held

    def save(self, must_create: bool = False) -> None:
        """Write a session down; where there is no room for it, sign what it holds."""
        held = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        if SIGNED in (self.session_key or ""):
            fresh = self._get_new_session_key()  # type: ignore[attr-defined]
            self._session_key, must_create = fresh, True
        try:
            super().save(must_create=must_create)
        except (DatabaseError, UpdateError) as fault:
            if not (is_full(fault) or is_full(fault.__context__)):
                raise
            logger.error("Không còn chỗ ghi: %s", fault)
            self._session_key = signing.dumps(held, salt=SALT, compress=True)

    def exists(self, session_key: str) -> bool:
        """Tell whether a key is taken; no signed one is."""
        return SIGNED not in session_key and super().exists(session_key)

    def delete(self, session_key: str | None = None) -> None:
        """Forget a session; what cannot be taken away now ends by itself."""
        if SIGNED not in (session_key or self.session_key or ""):
            with though_full():
                super().delete(session_key)


def enter(request: HttpRequest, user: User, *, backend: str | None = None) -> None:
    """Sign somebody in, also where that it was done cannot be written down."""
    with though_full():
        login(request, user, backend=backend)


def leave(request: HttpRequest) -> None:
    """Sign somebody out, also where that it was done cannot be written down."""
    with though_full():
        logout(request)
    request.session.flush()
