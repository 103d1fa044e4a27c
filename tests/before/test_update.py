"""A database of the version before, brought up by `lantoa update`: nothing is lost."""

import json
import lzma
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lantoa.trail.guards import declared

HERE = Path(__file__).parent
HOME = HERE.parent.parent
FIXTURES = HERE.parent / "fixtures"
FIRST, LATER = "0.1.0", ["0.2.0", "0.3.0"]
"""The version of which everything is tried, and those of which figures and seals are."""
SAID_LATER = {"quoted_of_area"}
"""What no version before said."""
OTHERWISE = {"0.1.0": {"coverage"}, "0.2.0": {"coverage"}, "0.3.0": set()}
"""What a version said in another form: who owed what, until the third."""
SAID_SINCE = {"of_one_other_unit", "stated"}
"""What a line says since of a figure that one unit stated: whose it is and who said so."""
COMMAND = [sys.executable, "-c", "from lantoa.cli import main; main()"]


def run(folder, *command):
    """Run a program against an installation of its own; return what it prints."""
    own = {"LANTOA_VAR": str(folder), "PYTHONPATH": str(HOME)}
    kept = {name: value for name, value in os.environ.items() if name != "LANTOA_DATABASE"}
    done = subprocess.run(command, env=kept | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def unpacked(name, version):
    return lzma.decompress((FIXTURES / f"version-{version}" / f"{name}.xz").read_bytes())


def brought_up(folder, version):
    (folder / "lantoa.sqlite3").write_bytes(unpacked("lantoa.sqlite3", version))
    run(folder, *COMMAND, "update")
    return folder


@pytest.fixture(scope="module")
def updated(tmp_path_factory):
    """The folder of an installation of the first version, after `lantoa update`."""
    return brought_up(tmp_path_factory.mktemp("var"), FIRST)


@pytest.fixture(scope="module", params=[FIRST, *LATER])
def any_before(request, updated, tmp_path_factory):
    """A version, and the folder of an installation of it after `lantoa update`."""
    if request.param == FIRST:
        return FIRST, updated
    return request.param, brought_up(tmp_path_factory.mktemp("later"), request.param)


@pytest.fixture(scope="module")
def told(updated, tmp_path_factory):
    """What came of sending everything again, on a copy."""
    copy = tmp_path_factory.mktemp("sent")
    (copy / "lantoa.sqlite3").write_bytes((updated / "lantoa.sqlite3").read_bytes())
    return json.loads(run(copy, sys.executable, str(HERE / "sending.py")))


def spoken_of(answer, codes, kinds, otherwise):
    """Return what an answer says of measures and kinds that the version before knew.

    Units below stand in any order.
    """
    measures = {code: line for code, line in answer["measures"].items() if code in codes}
    for line in measures.values():
        for word in SAID_SINCE:
            line.pop(word, None)
        line["below"].sort(key=lambda unit: (unit["code"], unit["name"]))
    cut = {kind: records for kind, records in answer["not_separable"].items() if kind in kinds}
    rest = {key: each for key, each in answer.items() if key not in SAID_LATER | otherwise}
    return rest | {"measures": measures, "not_separable": cut}


def test_every_figure_is_the_same_after_an_update(any_before):
    version, updated = any_before
    before = json.loads(unpacked("figures.json", version))

    after = json.loads(run(updated, sys.executable, str(HERE / "figures.py")))

    assert len(before) == 195
    different = []
    for asked, answer in before.items():
        told = set(answer["measures"]), set(answer["not_separable"]), OTHERWISE[version]
        if spoken_of(after[asked], *told) != spoken_of(answer, *told):
            different.append(asked)
        assert after[asked].keys() - answer.keys() == SAID_LATER
    assert different == []


def test_an_update_makes_a_key_and_from_then_on_copies_are_signed(updated, tmp_path):
    (tmp_path / "lantoa.sqlite3").write_bytes((updated / "lantoa.sqlite3").read_bytes())
    first, second = (run(tmp_path, *COMMAND, "update") for _ in range(2))

    run(tmp_path, *COMMAND, "backup", str(tmp_path / "a.zip"))
    checked = run(tmp_path, *COMMAND, "backup", str(tmp_path / "a.zip"), "--check")

    assert "Từ nay bản sao lưu được ký. Mã khóa" in first
    assert "Mã khóa" not in second
    assert "chữ ký của khóa" in checked


def test_an_update_brings_who_owes_what(updated):
    asked = ["--unit", "MAU", "--from", "1/11/2024", "--to", "31/10/2026", "--json"]

    coverage = json.loads(run(updated, *COMMAND, "figures", *asked))["coverage"]

    assert (coverage["meetings"]["owed"], len(coverage["meetings"]["said_nothing"])) == (43, 2)
    assert set(coverage) == {"meetings"}


def test_what_was_there_is_sealed_once_and_from_then_on_proves_itself(any_before, tmp_path):
    _, updated = any_before
    copy = tmp_path / "lantoa.sqlite3"
    copy.write_bytes((updated / "lantoa.sqlite3").read_bytes())

    again, whole = run(tmp_path, *COMMAND, "update"), run(tmp_path, *COMMAND, "verify")
    with sqlite3.connect(copy) as database:
        for guard in declared():
            database.execute(guard.lifted("sqlite"))
        database.execute("UPDATE units_name SET value = 'Tên khác' WHERE id = 2")
    with pytest.raises(AssertionError, match=r"units\.name, hàng 2\): không còn như nhật ký ghi"):
        run(tmp_path, *COMMAND, "verify")

    assert "dấu của" not in again
    assert "Những hàng có từ trước chỉ được chứng từ ngày" in whole


def test_the_guards_after_an_update_are_those_declared_word_for_word(updated):
    with sqlite3.connect(updated / "lantoa.sqlite3") as database:
        laid = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))

    assert laid == {guard.name: guard.on_sqlite()[-1] for guard in declared()}


def test_what_was_sent_before_is_the_same_record_also_where_a_column_was_added(told):
    for entries, before, after in told["again"].values():
        assert entries > 0
        assert before == after
    assert told["reworded"] == ["an-giang.chau-doc.nha-tinh-nghia"]
    assert told["corrected before"] is True
    assert "chưa được giao" in told["stranger"]
    assert "nội dung khác" in told["other content"]
    assert "nội dung khác" in told["other in the new column"]
    assert "không có gì thay đổi" in told["nothing changed"]
    assert "không được sửa tại chỗ" in told["changed in place"]


def test_a_correction_of_what_was_stored_before_bears_the_new_form_of_digest(told):
    old, new = told["digests"]
    assert (len(old), ":" in old) == (64, False)
    assert new.startswith("2:")
    assert told["kept"] is True
