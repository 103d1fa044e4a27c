"""A copy is proven by bringing it back beside the installation and holding it against that."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from lantoa.keeping.operations.drill import _refuse_other_figures
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.signing import signed
from tests.keeping.running import POPULATE, python, run
from tests.keeping.test_backup_refusals import rewrite

LANTOA = ("-m", "lantoa.cli")


@pytest.fixture(scope="module")
def built(tmp_path_factory, ready):
    """Build once an installation with something of everything, and a copy of it."""
    place = tmp_path_factory.mktemp("built")
    ready(place / "var")
    python(place / "var", POPULATE)
    (place / "copies").mkdir()
    run(place / "var", *LANTOA, "key", "--new")
    run(place / "var", *LANTOA, "backup", place / "copies")
    return place


@pytest.fixture
def place(built, tmp_path):
    """Return an installation and its copy, for one test to spoil."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def only_copy(copies):
    """Return the copy in a folder, beside which lies the list of what was erased."""
    [copy] = copies.glob("*.zip")
    return copy


def asked(var, *words):
    """Run a command that may be refused; return its exit code and what it said."""
    own = os.environ | {"LANTOA_VAR": str(var), "DJANGO_SETTINGS_MODULE": "lantoa.settings"}
    own.pop("LANTOA_DATABASE", None)
    done = subprocess.run(
        [sys.executable, *LANTOA, *map(str, words)],
        env=own, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_the_newest_copy_is_proven_noted_and_kept(place):
    var, copies = place / "var", place / "copies"
    python(var, RECORD_MORE)

    printed = run(var, *LANTOA, "drill", copies)

    proven = json.loads((var / "proven.json").read_text())
    copy = only_copy(copies)
    assert "số liệu của đơn vị gốc khớp" in printed
    assert proven["copy"] == copy.name
    noted = python(var, LAST_DRILL)
    assert json.loads(noted)["sha256"] == proven["sha256"]
    assert json.loads(noted)["key"] in run(var, *LANTOA, "key")
    assert [each.name for each in var.iterdir() if each.name.startswith("drill-")] == []


def test_a_figure_that_was_altered_here_is_found(place):
    var, copies = place / "var", place / "copies"
    python(var, ALTER)

    code, said = asked(var, "drill", copies)

    assert code == 1
    assert "khác với bản đang dùng" in said
    assert not (var / "proven.json").exists()


def test_a_trail_that_does_not_go_on_from_the_copy_is_found(place):
    var, copies = place / "var", place / "copies"
    python(var, REWRITE)

    code, said = asked(var, "drill", copies)

    assert code == 1
    assert "không nối tiếp" in said


def test_a_damaged_copy_and_an_empty_folder_prove_nothing(place):
    var, copies = place / "var", place / "copies"
    assert "chưa có bản sao lưu" in asked(var, "drill", var)[1]
    copy = only_copy(copies)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)

    code, said = asked(var, "drill", copies)

    assert code == 1
    assert "Chưa chứng minh được" in said
    assert not (var / "proven.json").exists()


def unsigned(contents):
    del contents["signature.json"]


def of_a_stranger(contents):
    by = Ed25519PrivateKey.generate()
    contents["signature.json"] = signed(contents["manifest.json"], by=by).as_text().encode()


@pytest.mark.parametrize(
    ("forge", "words"),
    [(unsigned, "không được chữ ký của máy này"), (of_a_stranger, "ký bằng khóa khác")],
)
def test_a_copy_that_this_machine_did_not_sign_proves_nothing(place, forge, words):
    copy = only_copy(place / "copies")
    rewrite(copy, forge)

    code, said = asked(place / "var", "drill", place / "copies")

    assert (code, words in said) == (1, True)
    assert not (place / "var" / "proven.json").exists()


@pytest.mark.parametrize("here", [{}, {"a": [1]}, {"a": [2], "b": [1]}, {"a": None}])
def test_a_figure_that_only_one_side_has_is_a_difference(here):
    with pytest.raises(BackupRefused, match="trước hết"):
        _refuse_other_figures({"a": [2]}, here)


RECORD_MORE = """
from datetime import date
from lantoa.units.models import Unit
from tests import build
from django.utils.timezone import now
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.people.models import User
cell = Unit.objects.filter(kind="cell").first()
entry = Meeting(unit=cell, key="later", first_day=date(2026, 3, 11), last_day=date(2026, 3, 11),
                sort="thematic", topic="Sau khi sao lưu", members_present=3)
meetings.record(by=User.objects.get(username="quan-tri"), at=now(), entry=entry)
"""
LAST_DRILL = """
from lantoa.trail.models import Entry
print(Entry.objects.filter(deed="keeping.drill").latest("number").after)
"""
ALTER = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP TRIGGER "{name}"')
    cursor.execute("UPDATE meetings_meeting SET members_present = 99")
"""
REWRITE = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP TRIGGER "{name}"')
    cursor.execute("UPDATE trail_entry SET digest = 'x'")
"""
