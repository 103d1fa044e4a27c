"""What every test stands on: a folder of its own, and passwords that do not take their time."""

import pytest


def pytest_configure() -> None:
    """Hash passwords quickly: tests make many accounts and keep no secrets."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Keep files that a test writes out of everybody else's way."""
    settings.VAR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "proofs"
