"""From one database to another and back, by the commands themselves, and while others write."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.keeping.running import POPULATE, python, run

OPEN_A_CELL = """
from lantoa.units.models import Kind, Unit
from tests import build
build.unit("Chi bộ mới", under=Unit.objects.get(kind=Kind.COMMUNE))
"""
pytestmark = pytest.mark.usefixtures("key")
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


def parts(copy: Path) -> dict[str, bytes]:
    with ZipFile(copy) as zipped:
        names = set(zipped.namelist()) - {"manifest.json", "signature.json"}
        return {name: zipped.read(name) for name in names}


def test_an_installation_goes_to_another_database_and_comes_back(tmp_path, another, ready):
    one, two, three = (tmp_path / f"{number}.zip" for number in range(3))

    ready(tmp_path / "first")
    python(tmp_path / "first", POPULATE + f"call_command('backup', '{one}')")
    bring = "call_command('restore', '{}')\ncall_command('backup', '{}')\n" + OPEN_A_CELL
    python(tmp_path / "there", bring.format(one, two), database=another)
    ready(tmp_path / "back")
    python(tmp_path / "back", bring.format(two, three))

    assert parts(one) == parts(two) == parts(three)


def test_others_go_on_writing_while_a_copy_is_read_as_of_one_moment(tmp_path, another, ready):
    ready(tmp_path, database=another)
    said = python(tmp_path, WRITE_MEANWHILE, database=another)

    assert said == "True 1 False\n"


def test_a_database_without_tables_is_not_copied(tmp_path):
    with pytest.raises(AssertionError, match="chưa được lập"):
        run(tmp_path / "var", "-m", "lantoa.cli", "backup", tmp_path / "1.zip")

    assert not (tmp_path / "1.zip").exists()
