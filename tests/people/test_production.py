"""A production installation starts when it is safe, and says why it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SECRET = "k" * 20 + "một-chuỗi-riêng-của-nơi-này" + "0" * 20
SAFE = {
    "LANTOA_PRODUCTION": "1",
    "LANTOA_SECRET": SECRET,
    "LANTOA_HOSTS": "lantoa.example",
    "LANTOA_ADDRESS": "https://lantoa.example",
}
ACCOUNT = (
    "import django; django.setup();"
    "from lantoa.people.operations import open_account;"
    "open_account(username='thu', name='Thử', password='thu', is_demonstration=True)"
)


def run(folder, *command, **settings):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LANTOA_")}
    environment = (
        kept
        | settings
        | {
            "LANTOA_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": "lantoa.settings",
        }
    )
    return subprocess.run(
        [sys.executable, *command],
        env=environment,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
    )


def start(folder, **settings):
    return run(folder, "-c", "from lantoa.wsgi import application", **settings)


@pytest.fixture(scope="module")
def installation(tmp_path_factory, ready):
    """A folder with the tables of an installation that nobody uses yet."""
    folder = tmp_path_factory.mktemp("installation")
    ready(folder)
    return folder


def test_a_safe_installation_starts(installation):
    started = start(installation, **SAFE)

    assert started.returncode == 0, started.stderr


def test_a_local_network_without_https_starts_when_it_is_said_to_be_one(installation):
    started = start(installation, **SAFE, LANTOA_HTTPS="0", LANTOA_LOCAL_NETWORK="1")

    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize(
    ("unsafe", "words"),
    [
        ({"LANTOA_DEBUG": "1"}, "LANTOA_DEBUG phải tắt"),
        ({"LANTOA_SECRET": "ngắn"}, "LANTOA_SECRET phải là chuỗi riêng"),
        (
            {"LANTOA_SECRET": "not-a-secret-for-development-and-demonstration-only"},
            "LANTOA_SECRET phải là chuỗi riêng",
        ),
        ({"LANTOA_HTTPS": "0"}, "Chạy thật phải có HTTPS"),
        ({"LANTOA_HOSTS": "*"}, "LANTOA_HOSTS phải nêu rõ tên máy chủ"),
    ],
)
def test_an_unsafe_setting_is_refused_by_name(installation, unsafe, words):
    started = start(installation, **SAFE | unsafe)

    assert started.returncode != 0
    assert words in started.stderr


def test_no_secret_at_all_is_refused(installation):
    started = start(installation, **{k: v for k, v in SAFE.items() if k != "LANTOA_SECRET"})

    assert started.returncode != 0
    assert "LANTOA_SECRET phải là chuỗi riêng" in started.stderr


def test_a_demonstration_account_is_refused_in_production_only(tmp_path, ready):
    ready(tmp_path)
    assert run(tmp_path, "-c", ACCOUNT).returncode == 0

    in_production, while_trying = start(tmp_path, **SAFE), start(tmp_path)

    assert in_production.returncode != 0
    assert "có tài khoản dùng thử" in in_production.stderr
    assert while_trying.returncode == 0


def test_a_database_without_tables_is_refused_with_the_next_step(tmp_path):
    started = start(tmp_path, **SAFE)

    assert started.returncode != 0
    assert "lantoa init" in started.stderr
