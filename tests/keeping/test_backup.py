"""A copy holds everything, and brings everything back, row for row and file for file."""

import json
import shutil
import stat
import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import FileField

from lantoa.keeping.operations.tables import table, tables
from lantoa.people.models import Card, User
from lantoa.records.works.models import Proof
from lantoa.units.models import Kind, Unit
from tests import build
from tests.keeping import installation
from tests.whole import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("key")]


@dataclass(frozen=True)
class Copy:
    """A copy, what was printed, and what the installation held when it was made."""

    file: Path
    printed: str
    rows: dict[str, list[bytes]]
    files: dict[str, bytes]


@pytest.fixture
def copy(tmp_path, capsys) -> Copy:
    """Copy a full installation, then leave an empty one."""
    before = transaction.savepoint()
    installation.populate()
    file = tmp_path / "sao-luu.zip"
    call_command("backup", file)
    rows, files = installation.every_row(), installation.every_file()
    transaction.savepoint_rollback(before)
    shutil.rmtree(tmp_path / "proofs")
    shutil.rmtree(tmp_path / "layouts")
    return Copy(file, capsys.readouterr().out, rows, files)


def test_everything_comes_back_row_for_row_and_file_for_file(copy):
    assert not any(installation.every_row().values())

    call_command("restore", copy.file)

    assert installation.every_row() == copy.rows
    assert installation.every_file() == copy.files
    assert list(faults()) == []


def test_the_installation_copied_here_has_rows_of_every_sort(copy):
    filled = {name for name, rows in copy.rows.items() if rows}

    assert filled >= {
        "people.user", "people.card", "trail.home", "trail.entry", "units.unit", "units.name",
        "units.code", "units.placement", "units.strength", "units.succession", "posts.post",
        "guidance.frameworkdocument", "guidance.theme", "guidance.obligation",
        "record.nothinghappened", "meetings.meeting",
        "meetings.meeting_documents", "meetings.meeting_themes", "works.work", "works.proof",
        "indicators.sort", "indicators.indicator", "quotations.quotation",
    }  # fmt: skip
    assert len(copy.files) == 2


def test_what_was_copied_is_said_in_figures(copy):
    rows = sum(map(len, copy.rows.values()))
    lines = len(copy.rows["trail.entry"])

    told = f"Đã sao lưu {rows} hàng, 1 tệp minh chứng, 1 mẫu báo cáo, nhật ký {lines} dòng vào "
    assert told in copy.printed
    assert "LANTOA_SECRET" in copy.printed


def test_what_was_brought_back_is_said_with_the_secret_that_cards_need(copy, capsys):
    call_command("restore", copy.file)

    printed = capsys.readouterr().out
    assert "1 tệp minh chứng" in printed
    assert "Giữ nguyên LANTOA_SECRET để thẻ đã in còn dùng được." in printed


def test_accounts_keep_passwords_and_cards_keep_tokens(copy):
    call_command("restore", copy.file)

    assert User.objects.get(username="quan-tri").check_password(build.PASSWORD)
    tokens = [json.loads(line)["token"] for line in copy.rows["people.card"]]
    assert sorted(Card.objects.values_list("token", flat=True)) == sorted(tokens)


def test_work_goes_on_after_bringing_back(copy):
    call_command("restore", copy.file)

    cell = build.unit("Chi bộ mới", under=Unit.objects.get(kind=Kind.COMMUNE))
    build.meeting(at=cell, on=installation.SPRING, key="mới")

    assert list(faults()) == []


def test_a_copy_of_what_was_brought_back_is_the_same_copy(copy, tmp_path):
    call_command("restore", copy.file)
    again = tmp_path / "lan-hai.lantoa"

    call_command("backup", again)

    with ZipFile(copy.file) as first, ZipFile(again) as second:
        names = [
            name for name in first.namelist() if name not in {"manifest.json", "signature.json"}
        ]
        assert second.namelist() == first.namelist()
        assert {n: second.read(n) for n in names} == {n: first.read(n) for n in names}


def test_a_copy_can_be_checked_without_bringing_it_back(copy, capsys):
    call_command("backup", copy.file, check=True)

    assert "Tệp sao lưu nguyên vẹn" in capsys.readouterr().out
    assert not any(installation.every_row().values())


def test_only_its_owner_may_read_a_copy(copy):
    assert stat.S_IMODE(copy.file.stat().st_mode) == 0o600


def test_another_file_is_never_overwritten(copy):
    held = copy.file.read_bytes()

    with pytest.raises(CommandError, match="Đã có tệp"):
        call_command("backup", copy.file)

    assert copy.file.read_bytes() == held


@pytest.mark.parametrize(
    ("name", "words"),
    [("sao-luu.tar", "đuôi .zip hoặc .lantoa"), ("khong-co/sao-luu.zip", "Không có thư mục")],
)
def test_a_file_that_cannot_be_a_copy_is_refused(tmp_path, name, words):
    with pytest.raises(CommandError, match=words):
        call_command("backup", tmp_path / name)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.unsealed
def test_a_copy_that_fails_leaves_no_file(tmp_path):
    installation.populate()
    kept = {path.name for path in tmp_path.iterdir()}
    Proof.objects.update(file="works/..")

    with pytest.raises(CommandError):
        call_command("backup", tmp_path / "hong.zip")

    assert {path.name for path in tmp_path.iterdir()} == kept


def test_a_proof_lost_before_is_named_and_the_rest_comes_back(tmp_path, capsys):
    before = transaction.savepoint()
    installation.populate()
    name = f"proofs/{Proof.objects.get().file.name}"
    (Path(settings.VAR) / name).unlink()
    call_command("backup", tmp_path / "a.zip")
    rows = installation.every_row()
    transaction.savepoint_rollback(before)

    call_command("restore", tmp_path / "a.zip")

    said = capsys.readouterr()
    assert f"1 tệp minh chứng đã mất hoặc hỏng từ trước, không có trong bản sao lưu: {name}" in (
        said.err
    )
    assert f"Minh chứng đã mất từ trước khi sao lưu: {name}" in said.out
    assert installation.every_row() == rows


def test_no_table_refers_to_one_that_is_not_copied():
    copied = {each.model for each in tables()}
    strangers = [
        str(field)
        for model in copied
        for field in model._meta.concrete_fields
        if isinstance(field.related_model, type) and field.related_model not in copied
    ]

    assert strangers == []
    assert len(copied) > 15


def test_every_row_that_keeps_a_file_keeps_its_digest():
    keepers = [
        model
        for model in apps.get_models(include_auto_created=True)
        if any(isinstance(field, FileField) for field in model._meta.concrete_fields)
    ]

    assert Proof in keepers
    assert all(model._meta.get_field("sha256") for model in keepers)


@pytest.mark.unsealed
def test_memory_does_not_grow_with_the_table():
    def peak_of(rows: int) -> int:
        home = uuid4()
        Unit.objects.bulk_create([Unit(kind=Kind.CELL, home=home) for _ in range(rows)])
        tracemalloc.start()
        assert sum(1 for _ in table("units.unit").lines()) >= rows
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    few = peak_of(2_000)

    assert peak_of(10_000) < 1.5 * few
