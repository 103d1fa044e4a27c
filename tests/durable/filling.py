"""Ways to leave an installation no room to write, while its server runs."""

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.durable.place import Place

BLOCKED = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute('''CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file: No space left' USING ERRCODE = '53100'; END $$''')
    for table in connection.introspection.table_names():
        cursor.execute(f'CREATE TRIGGER no_room BEFORE INSERT OR UPDATE OR DELETE ON {table} '
                       'FOR EACH STATEMENT EXECUTE FUNCTION disk_full()')
"""
FREED = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute('DROP FUNCTION disk_full CASCADE')
"""


@contextmanager
def files_may_not_grow(place: Place) -> Iterator[None]:
    """Let no process of the server make a file any larger, as a quota does."""
    assert place.running
    listed = subprocess.run(["ps", "-o", "pid=", "-g", str(place.running.pid)], capture_output=True)
    processes = [int(each) for each in listed.stdout.split()]
    before = {each: resource.prlimit(each, resource.RLIMIT_FSIZE) for each in processes}
    for each in processes:
        resource.prlimit(each, resource.RLIMIT_FSIZE, (1, before[each][1]))
    yield
    for each, bounds in before.items():
        resource.prlimit(each, resource.RLIMIT_FSIZE, bounds)


@contextmanager
def disk_filled(place: Place) -> Iterator[None]:
    """Fill the small disk on which an installation lies, to its last byte."""
    with filled(place.var):
        yield


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Fill a small disk to its last byte."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as held:
        for block in (1 << 16, 1 << 9, 1):
            try:
                while held.write(b"0" * block):
                    pass
            except OSError:
                continue
    yield
    ballast.unlink()


@contextmanager
def database_refuses(place: Place) -> Iterator[None]:
    """Let PostgreSQL answer each write as it does when its disk is full."""
    place.run(BLOCKED)
    yield
    place.run(FREED)


@contextmanager
def small_disk(folder: Path, *, megabytes: int) -> Iterator[bool]:
    """Lay a small disk over a folder; yield whether this machine lets us."""
    folder.mkdir()
    size = f"size={megabytes}m"
    laid = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", folder], capture_output=True
    )
    try:
        yield laid.returncode == 0
    finally:
        if laid.returncode == 0:
            subprocess.run(["umount", "--lazy", folder], check=True)
