"""A database beside the one under test."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import call_command
from django.db import connection, transaction
from psycopg import sql

from lantoa.keeping.operations.signing.keys import write_secret
from tests.keeping import installation


@pytest.fixture
def key(settings, monkeypatch, tmp_path_factory) -> Ed25519PrivateKey:
    """Give every installation of a test, also those in programs of their own, one key."""
    place = tmp_path_factory.mktemp("key") / "signing.key"
    settings.SIGNING_KEY = str(place)
    monkeypatch.setenv("LANTOA_SIGNING_KEY", str(place))
    made = Ed25519PrivateKey.generate()
    write_secret(made)
    return made


@pytest.fixture
def copy(db, key, tmp_path) -> Path:
    """Copy a full installation, then leave an empty one that still has its key."""
    before = transaction.savepoint()
    installation.populate()
    call_command("backup", tmp_path / "sao-luu.zip")
    transaction.savepoint_rollback(before)
    shutil.rmtree(tmp_path / "proofs")
    shutil.rmtree(tmp_path / "layouts")
    return tmp_path / "sao-luu.zip"


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
