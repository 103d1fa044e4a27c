"""Reading a whole database as of one moment, while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """Let everything be read as of one moment; where a transaction is open, as it stands there."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        with _reading_only(), transaction.atomic():
            yield


@contextmanager
def _reading_only() -> Iterator[None]:
    """Begin transactions without the lock that writing needs: others may write meanwhile."""
    connection.ensure_connection()
    held = connection.transaction_mode  # type: ignore[attr-defined]
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        yield
    finally:
        connection.transaction_mode = held  # type: ignore[attr-defined]
