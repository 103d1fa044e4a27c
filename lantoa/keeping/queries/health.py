"""How the installation is: database, migrations, room on the disk, age of the last proven copy."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from lantoa.keeping.proven import last_proven

MEGABYTE = 1 << 20
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Vital:
    """One thing that was looked at: whether it is well, and the figure behind that."""

    name: str
    is_well: bool
    figure: int | str


def findings(*, at: datetime) -> list[Vital]:
    """Look at everything, in three statements; what does not answer is not well."""
    looked: dict[str, Callable[[], Vital]] = {
        "database": _database,
        "migrations": _migrations,
        "disk_free_mb": _disk,
    }
    found = [_looked(name, look) for name, look in looked.items()]
    return [*found, *_copies(at=at)]


def _looked(name: str, look: Callable[[], Vital]) -> Vital:
    """Return what was found; what cannot be looked at is not well, and says no more."""
    with suppress(DatabaseError, OSError):
        return look()
    return Vital(name, is_well=False, figure=UNKNOWN)


def _database() -> Vital:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Vital("database", is_well=True, figure=connection.vendor)


def _migrations() -> Vital:
    """Count the migrations of this version that the database does not have yet."""
    lacking = len(_known() - set(MigrationRecorder(connection).applied_migrations()))
    return Vital("migrations", is_well=not lacking, figure=lacking)


@cache
def _known() -> frozenset[tuple[str, str]]:
    """Return every migration that is installed; they do not change while the program runs."""
    return frozenset(MigrationLoader(None).disk_migrations)


def _disk() -> Vital:
    free = shutil.disk_usage(settings.VAR).free // MEGABYTE
    return Vital("disk_free_mb", is_well=free >= settings.FREE_MEGABYTES, figure=free)


def _copies(*, at: datetime) -> Iterator[Vital]:
    """Tell the hours since the copy that was last proven; nothing where nobody asks for one."""
    if not settings.PROVEN_DAYS:
        return
    proven = last_proven()
    if proven is None:
        yield Vital("proven_copy_hours", is_well=False, figure=UNKNOWN)
        return
    age = at - proven.moment
    is_well = age <= timedelta(days=settings.PROVEN_DAYS)
    yield Vital("proven_copy_hours", is_well=is_well, figure=int(age.total_seconds() // 3600))
