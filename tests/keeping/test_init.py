"""`lantoa init`: from an empty database to a first administrator."""

import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from lantoa.guidance.models import FrameworkDocument
from lantoa.keeping.operations.signing.keys import own_name
from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.records.indicators.models import Sort
from lantoa.trail.models import Entry
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import portrait
from lantoa.units.queries.places import roots
from tests import build

PASSWORD = "mật khẩu thật dài 2026"
ASKED = {
    "name": "Đảng bộ phường Mỹ Thới",
    "kind": "commune",
    "code": "MYTHOI",
    "on": "1/7/2025",
    "username": "quantri",
    "display_name": "Nguyễn Văn A",
}


@pytest.fixture
def given(monkeypatch):
    """Give the password as an automatic installation does."""
    monkeypatch.setenv("LANTOA_PASSWORD", PASSWORD)


def begin(**more):
    said = io.StringIO()
    call_command("init", stdout=said, **ASKED | more)
    return said.getvalue()


@pytest.mark.django_db
def test_a_root_an_administrator_and_the_known_lists_are_there_at_the_end(given):
    said = begin()

    (unit,) = roots()
    shown = portrait(unit, on=date(2025, 7, 1))
    post = Post.objects.get()
    assert (shown.name, shown.code, shown.kind) == (ASKED["name"], "MYTHOI", Kind.COMMUNE)
    assert (shown.founded, unit.is_simulated) == (date(2025, 7, 1), False)
    assert (post.unit, post.right, post.user.username) == (unit, Post.Right.ADMIN, "quantri")
    assert post.user.check_password(PASSWORD)
    assert FrameworkDocument.objects.exists()
    assert Sort.objects.exists()
    assert f"/don-vi/{unit.uuid}/mo-chi-bo/" in said
    assert PASSWORD not in said


@pytest.mark.django_db
def test_a_key_is_made_once_and_its_name_is_to_be_written_down(given, settings):
    said = begin()
    name = own_name()
    again = begin(another=True, code="KHAC", username="quantri2")

    assert f"\n\n    {name}\n\nHãy chép ra giấy" in said
    assert (Path(settings.VAR) / "signing.key").stat().st_mode & 0o777 == 0o600
    assert json.loads(Entry.objects.get(deed="keeping.key").after)["key"] == name
    assert "Mã khóa" not in again
    assert own_name() == name


@pytest.mark.django_db
def test_a_password_made_here_is_printed_once_and_works(monkeypatch):
    monkeypatch.delenv("LANTOA_PASSWORD", raising=False)

    said = begin(generate_password=True)

    password = re.search(r"hãy chép lại\): (\S+)", said)[1]
    assert User.objects.get().check_password(password)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "opened"), [((PASSWORD, PASSWORD), True), ((PASSWORD, "khác"), False)]
)
def test_a_password_is_typed_twice_without_echo(monkeypatch, typed, opened):
    monkeypatch.delenv("LANTOA_PASSWORD", raising=False)
    answers = iter(typed)
    monkeypatch.setattr(
        "lantoa.keeping.management.commands.init.getpass", lambda prompt: next(answers)
    )

    if opened:
        begin()
    else:
        with pytest.raises(CommandError, match="Hai lần gõ chưa giống nhau"):
            begin()

    assert User.objects.exists() is opened


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "Thiếu --name"),
        ({"code": "", "display_name": ""}, "Thiếu --code, --display-name"),
        ({"on": "31/2/2025"}, "Không có ngày 31/2/2025"),
        ({"on": "2199-01-01"}, "còn ở phía trước"),
        ({"username": "Nguyễn A"}, "Tên đăng nhập chỉ gồm"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_begun(given, wrong, words):
    with pytest.raises(CommandError, match=words):
        begin(**wrong)

    assert not Unit.objects.exists()
    assert not User.objects.exists()


@pytest.mark.django_db
def test_a_password_easy_to_guess_begins_nothing(monkeypatch):
    monkeypatch.setenv("LANTOA_PASSWORD", "123456")

    with pytest.raises(CommandError):
        begin()

    assert not Unit.objects.exists()


@pytest.mark.django_db
def test_a_second_root_must_be_wanted(given):
    build.root("Đảng bộ có sẵn")

    with pytest.raises(CommandError, match="--another"):
        begin()
    begin(another=True)

    assert len(roots()) == 2


@pytest.mark.django_db
def test_in_production_the_styles_are_laid_out_too(given, settings, monkeypatch):
    called = []
    monkeypatch.setattr(
        "lantoa.keeping.management.commands.init.call_command",
        lambda name, **options: called.append(name),
    )
    settings.PRODUCTION = True

    begin()

    assert called == ["migrate", "collectstatic"]


def test_an_empty_folder_becomes_an_installation(tmp_path):
    environment = os.environ | {"LANTOA_VAR": str(tmp_path), "LANTOA_PASSWORD": PASSWORD}
    environment.pop("LANTOA_DATABASE", None)
    options = [f"--{name.replace('_', '-')}={value}" for name, value in ASKED.items()]
    command = [sys.executable, "-m", "lantoa.cli", "init", *options]
    project = Path(__file__).parents[2]

    first = subprocess.run(
        command, env=environment, cwd=project, capture_output=True, text=True, timeout=120
    )
    second = subprocess.run(
        command, env=environment, cwd=project, capture_output=True, text=True, timeout=120
    )

    assert first.returncode == 0, first.stderr
    assert "Đã lập: Đảng bộ phường Mỹ Thới" in first.stdout
    assert (tmp_path / "lantoa.sqlite3").exists()
    assert second.returncode == 1
    assert "đã có đơn vị cao nhất" in second.stderr
