"""The key of an installation: where it lies, how it is renewed, and asked for at a terminal."""

import json
import os
import pty
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.conf import settings as ours
from django.core.management import CommandError, call_command

from lantoa.keeping.operations.signing import known_keys
from lantoa.keeping.operations.signing.keys import name_of_key
from lantoa.trail.models import Entry
from tests.keeping import installation
from tests.keeping.running import POPULATE, python, run

LANTOA = ("-m", "lantoa.cli")
SIGNATURE = "signature.json"


def restored(copy: Path, **more: object) -> None:
    call_command("restore", copy, **more)


def checked(copy: Path, **more: object) -> None:
    call_command("backup", copy, check=True, **more)


@pytest.mark.django_db
def test_the_secret_half_is_in_no_copy_and_read_by_its_owner_only(copy):
    secret = Path(ours.SIGNING_KEY)

    with ZipFile(copy) as zipped:
        parts = [zipped.read(name) for name in zipped.namelist()]
    assert secret.read_bytes() not in b"".join(parts)
    assert "signing.key" not in "".join(ZipFile(copy).namelist())
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600


@pytest.mark.django_db
@pytest.mark.parametrize("folder", ["proofs", "layouts"])
def test_a_key_where_copies_would_take_it_along_is_refused(settings, tmp_path, folder):
    settings.SIGNING_KEY = str(tmp_path / folder / "signing.key")

    with pytest.raises(CommandError, match="nằm trong thư mục được sao lưu"):
        call_command("key", new=True)

    assert list(tmp_path.glob("*/*")) == []


@pytest.mark.django_db
def test_a_machine_without_a_key_still_writes_a_copy_and_says_that_it_is_unsigned(tmp_path, capsys):
    installation.populate()

    with pytest.raises(CommandError, match=r"CHƯA ĐƯỢC KÝ(?s:.*)lantoa key --new"):
        call_command("backup", tmp_path / "a.zip")

    with ZipFile(tmp_path / "a.zip") as zipped:
        assert SIGNATURE not in zipped.namelist()
    assert "Đã sao lưu" in capsys.readouterr().out
    checked(tmp_path / "a.zip", unsigned=True)


@pytest.mark.django_db
@pytest.mark.parametrize("content", [b"", b"x", "PRIVATE RSA"])
def test_a_key_that_cannot_be_read_is_named(key, tmp_path, content):
    installation.populate()
    Path(ours.SIGNING_KEY).write_bytes(content if isinstance(content, bytes) else other_sort())

    with pytest.raises(CommandError, match=r"CHƯA ĐƯỢC KÝ(?s:.*)signing\.key"):
        call_command("backup", tmp_path / "a.zip")


def other_sort() -> bytes:
    return X25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


@pytest.mark.django_db
def test_a_new_key_has_a_line_and_old_copies_are_checked_with_the_old_one(copy, key, capsys):
    restored(copy)
    old = name_of_key(key)

    call_command("key", new=True)

    new = json.loads(Entry.objects.get(deed="keeping.key").after)
    assert (new["former"], known_keys()) == (old, [new["key"], old])
    assert f"kiểm bằng khóa cũ {old}" in capsys.readouterr().out
    checked(copy)
    call_command("key")
    shown = capsys.readouterr().out
    assert new["key"] in shown
    assert f"Khóa cũ còn được tin: {old}." in shown


@pytest.mark.django_db
def test_a_leaked_key_is_believed_no_more_unless_it_is_typed(copy, key):
    restored(copy)

    call_command("key", new=True, leaked=True)

    assert name_of_key(key) not in known_keys()
    with pytest.raises(CommandError, match="ký bằng khóa khác"):
        checked(copy)
    checked(copy, key=name_of_key(key))


@pytest.mark.django_db
def test_leaking_is_told_with_a_new_key_only():
    with pytest.raises(CommandError, match="đi cùng --new"):
        call_command("key", leaked=True)
    with pytest.raises(CommandError, match="chưa có khóa ký"):
        call_command("key")


@pytest.mark.django_db
@pytest.mark.parametrize("word", [{"key": "x"}, {"unsigned": True}])
def test_whom_to_believe_is_told_where_a_copy_is_checked_only(key, tmp_path, word):
    with pytest.raises(CommandError, match="chỉ dùng cùng --check"):
        call_command("backup", tmp_path / "a.zip", **word)

    assert not (tmp_path / "a.zip").exists()


@pytest.fixture(scope="module")
def away(tmp_path_factory, ready):
    """Return a folder with a copy of a full installation, and the name of its key."""
    place = tmp_path_factory.mktemp("away")
    ready(place / "var")
    python(place / "var", POPULATE)
    said = run(place / "var", *LANTOA, "key", "--new")
    run(place / "var", *LANTOA, "backup", place / "a.zip")
    return place, next(word for word in said.split() if word.count("-") == 7)


def at_a_terminal(var: Path, *words: object, typed: str) -> tuple[int, str]:
    """Run a command at a terminal where somebody types; return its exit code and what is shown."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    own = os.environ | {"LANTOA_VAR": str(var)}
    own.pop("LANTOA_DATABASE", None)
    command = [sys.executable, *LANTOA, *map(str, words)]
    project = Path(__file__).parents[2]
    done = subprocess.run(
        command, env=own, cwd=project, stdin=theirs, capture_output=True, text=True, check=False
    )
    os.close(ours)
    os.close(theirs)
    return done.returncode, done.stdout + done.stderr


def test_at_a_terminal_the_key_is_asked_for_and_a_mistake_is_told_beside(away, tmp_path):
    place, name = away
    wrong = name[:-1] + ("A" if name[-1] != "A" else "B")

    code, said = at_a_terminal(
        tmp_path / "new", "restore", place / "a.zip", typed=f"{wrong}\n{name}\n"
    )

    assert code == 0, said
    assert said.count("Mã khóa ghi trên giấy khi lập máy: ") == 2
    assert "Nhóm thứ 8 của mã khóa" in said
    assert f"chữ ký của khóa {name}" in said


def test_at_a_terminal_three_mistakes_end_it_and_nothing_is_brought_back(away, tmp_path):
    place, _ = away

    code, said = at_a_terminal(tmp_path / "new", "restore", place / "a.zip", typed="x\nx\nx\n")

    assert (code, "Chưa có mã khóa nên chưa làm gì" in said) == (1, True)
    with closing(sqlite3.connect(tmp_path / "new" / "lantoa.sqlite3")) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == []
