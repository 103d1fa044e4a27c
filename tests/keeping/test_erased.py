"""After `lantoa tidy` no byte of an erased name stays in what PostgreSQL keeps on disk."""

from zipfile import ZipFile

import psycopg
import pytest
from django.db import connection

from tests.keeping.running import python, run
from tests.persons.erasing import ERASE, FILL, OTHER
from tests.persons.naming import GIVER

pytestmark = pytest.mark.usefixtures("key")
LANTOA = ("-m", "lantoa.cli")
SIGNED_IN = """
from axes.models import AccessLog
from lantoa.people.access import tried
AccessLog.objects.create(username=tried("le-van-mit"), ip_address="10.0.0.1")
"""
FILES = """
SELECT relname, pg_relation_filepath(oid) FROM pg_class
WHERE relkind IN ('r', 'i', 't', 'm') AND NOT relisshared AND pg_relation_filepath(oid) IS NOT NULL
"""
HOLDING = "SELECT %s::text, position(%s IN pg_read_binary_file(%s::text)) > 0"


def where(database: str, words: str) -> set[str]:
    """Return the tables and indexes in whose files some words stand."""
    with psycopg.connect(database, autocommit=True) as asked:
        asked.execute("CHECKPOINT")
        files = asked.execute(FILES).fetchall()
        told = words.encode()
        found = [asked.execute(HOLDING, [name, told, path]).fetchone() for name, path in files]
    return {name for name, is_there in found if is_there}


@pytest.fixture
def elsewhere(another):
    """Leave a transaction open in another database of the same server, as others there may."""
    if connection.vendor != "postgresql":
        pytest.skip("tests/persons/test_persons_kept.py looks at the files of SQLite")
    with psycopg.connect(another.rpartition("/")[0] + "/postgres") as held:
        held.execute("SELECT pg_current_xact_id()")
        yield held


def test_a_name_erased_and_tidied_stands_in_no_file_no_line_and_no_new_copy(
    tmp_path, another, elsewhere, ready
):
    var, gone = tmp_path / "var", [GIVER, "Lê Văn Mít", "le-van-mit"]
    ready(var, database=another)
    python(var, FILL + SIGNED_IN, database=another)
    with psycopg.connect(another, autocommit=True) as asked:
        asked.execute("ANALYZE")
    before = [where(another, each) for each in gone]

    python(var, ERASE, database=another)
    run(var, *LANTOA, "tidy", database=another)

    assert all(before)
    assert "pg_statistic" in before[1]
    assert [where(another, each) for each in gone] == [set()] * 3
    assert where(another, OTHER)
    assert "Khớp" in run(var, *LANTOA, "verify", database=another)
    run(var, *LANTOA, "backup", tmp_path / "new.zip", database=another)
    with ZipFile(tmp_path / "new.zip") as zipped:
        copied = b"".join(zipped.read(name) for name in zipped.namelist())
    assert [each.encode() in copied for each in [*gone, OTHER]] == [False, False, False, True]
