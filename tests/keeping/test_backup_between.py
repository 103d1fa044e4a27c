"""From one database to another and back, by the commands themselves, and while others write."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import psycopg
import pytest
from django.db import connection
from psycopg import sql

MIGRATE = "call_command('migrate', verbosity=0)\n"
POPULATE = "from tests.keeping.installation import populate; populate()\n"
OPEN_A_CELL = """
from lantoa.units.models import Kind, Unit
from tests import build
build.unit("Chi bộ mới", under=Unit.objects.get(kind=Kind.COMMUNE))
"""
WRITE_MEANWHILE = """
import threading
from django.db import connection
from lantoa.keeping.operations.snapshot import one_moment
from lantoa.people.models import User
from tests import build
with one_moment():
    before = User.objects.count()
    other = threading.Thread(target=lambda: (build.person("nguoi-moi"), connection.close()))
    other.start()
    other.join(10)
    meanwhile = User.objects.count()
print(before == meanwhile, User.objects.count() - before, other.is_alive())
"""


@pytest.fixture
def another(db) -> Iterator[str]:
    """Return the address of a database beside the one under test, of the same kind."""
    if connection.vendor != "postgresql":
        yield ""
        return
    held = connection.settings_dict
    place = {"host": held["HOST"], "port": held["PORT"] or 5432, "user": held["USER"]}
    name = f"lantoa_copy_{uuid4().hex[:12]}"
    secret = {"password": held["PASSWORD"]} if held["PASSWORD"] else {}
    with psycopg.connect(**place, **secret, dbname="postgres", autocommit=True) as asked:
        asked.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        signed = f"{held['USER']}:{held['PASSWORD']}" if secret else held["USER"]
        yield f"postgres://{signed}@{place['host']}:{place['port']}/{name}"
        asked.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def run(var: Path, *words: object, database: str = "") -> str:
    """Run a command in an installation of its own; return what it printed."""
    own = {"LANTOA_VAR": str(var), "DJANGO_SETTINGS_MODULE": "lantoa.settings"}
    environment = os.environ | own | {"LANTOA_DATABASE": database}
    if not database:
        del environment["LANTOA_DATABASE"]
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        env=environment, capture_output=True, text=True, check=False,
        cwd=Path(__file__).parent.parent.parent,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def python(var: Path, lines: str, *, database: str = "") -> str:
    """Run lines of Python in an installation of its own."""
    ready = "import django; django.setup()\nfrom django.core.management import call_command\n"
    return run(var, "-c", ready + lines, database=database)


def parts(copy: Path) -> dict[str, bytes]:
    with ZipFile(copy) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist() if name != "manifest.json"}


def test_an_installation_goes_to_another_database_and_comes_back(tmp_path, another):
    one, two, three = (tmp_path / f"{number}.zip" for number in range(3))

    python(tmp_path / "first", MIGRATE + POPULATE + f"call_command('backup', '{one}')")
    bring = "call_command('restore', '{}')\ncall_command('backup', '{}')\n" + OPEN_A_CELL
    python(tmp_path / "there", bring.format(one, two), database=another)
    python(tmp_path / "back", bring.format(two, three))

    assert parts(one) == parts(two) == parts(three)


def test_others_go_on_writing_while_a_copy_is_read_as_of_one_moment(tmp_path, another):
    said = python(tmp_path, MIGRATE + WRITE_MEANWHILE, database=another)

    assert said == "True 1 False\n"


def test_a_database_without_tables_is_not_copied(tmp_path):
    with pytest.raises(AssertionError, match="chưa được lập"):
        run(tmp_path / "var", "-m", "lantoa.cli", "backup", tmp_path / "1.zip")

    assert not (tmp_path / "1.zip").exists()
