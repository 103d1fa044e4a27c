"""What an erased name leaves behind in the files of the database, wiped.

SQLite overwrites what is erased (`secure_delete` in lantoa/settings.py), but its journal beside the
file holds the page as it was until it is emptied. PostgreSQL keeps the old row until its table is
written anew, and some values of each column in what it knows of the column to plan by.
"""

from contextlib import suppress

from django.db import OperationalError, connection

from lantoa.people.models import User
from lantoa.persons.models import PersonName

TABLES = (PersonName, User)


def wipe() -> None:
    """Empty the journal of SQLite; where somebody still reads in it, `wipe_thoroughly` comes by."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with suppress(OperationalError), connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def wipe_thoroughly() -> None:
    """Write anew what held names: the small tables of PostgreSQL, or the journal of SQLite."""
    if connection.vendor == "sqlite":
        wipe()
    elif not connection.in_atomic_block:
        _write_anew()


def _write_anew() -> None:
    """Write anew the tables, what is known of their columns, and where that was known before.

    The last is done for the owner of the database only; PostgreSQL warns others and goes on. Each
    table is cleared first: writing anew alone spares dead rows that an open transaction in another
    database of the server is older than.
    """
    with connection.cursor() as cursor:
        for model in TABLES:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"VACUUM {table}")
            cursor.execute(f"VACUUM (FULL, ANALYZE) {table}")
        cursor.execute("VACUUM pg_catalog.pg_statistic")
        cursor.execute("VACUUM (FULL) pg_catalog.pg_statistic")
