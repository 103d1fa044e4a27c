"""Passwords are hashed few at a time on the whole machine."""

import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings

from lantoa.intake.locks import lock_one
from lantoa.people import hashing
from lantoa.people.hashing import BoundedHasher, HashingBusy, hashing_place

HOLD = """
import fcntl, sys, time
held = open(sys.argv[1], "wb"); fcntl.flock(held, fcntl.LOCK_EX)
print("held", flush=True); time.sleep(60)
"""


@pytest.fixture(autouse=True)
def one_place(settings, monkeypatch):
    settings.HASHING_PLACES = 1
    monkeypatch.setattr(hashing, "PATIENCE", 0.2)


@pytest.fixture
def other(settings):
    """Another worker of the machine, which hashes and does not end."""
    folder = Path(settings.VAR) / "hashing"
    folder.mkdir(parents=True)
    command = [sys.executable, "-c", HOLD, str(folder / "place-0")]
    worker = subprocess.Popen(command, stdout=subprocess.PIPE)
    worker.stdout.readline()
    yield worker
    worker.kill()
    worker.wait()


def test_who_finds_no_place_waits_a_little_and_is_told_to_come_again(other):
    with pytest.raises(HashingBusy) as busy, hashing_place():
        pass

    assert (busy.value.status, busy.value.seconds) == (503, 5)
    assert "Xin chờ 5 giây" in busy.value.words


def test_a_worker_that_dies_leaves_its_place(other):
    other.kill()
    other.wait()

    with hashing_place():
        pass


def test_only_one_waits_the_others_are_told_at_once(other, monkeypatch):
    monkeypatch.setattr(hashing, "PATIENCE", 30)
    waiting = threading.Thread(target=hashes)
    waiting.start()
    while nobody_waits():
        pass

    with pytest.raises(HashingBusy), hashing_place():
        pass

    other.kill()
    waiting.join(timeout=20)
    assert not waiting.is_alive()


def nobody_waits():
    with ExitStack() as looked:
        return lock_one(Path(settings.VAR) / "hashing", "waiting", looked, of=hashing.WAITERS)


def hashes():
    with hashing_place():
        pass


def test_who_waits_gets_the_place_when_it_is_free(monkeypatch):
    monkeypatch.setattr(hashing, "PATIENCE", 30)
    done = []
    with hashing_place():
        waiting = threading.Thread(target=lambda: (hashes(), done.append(True)))
        waiting.start()
        assert done == []
    waiting.join(timeout=20)

    assert done == [True]


def test_a_place_is_given_back_when_hashing_fails():
    for _ in range(3):
        with pytest.raises(RuntimeError), hashing_place():
            raise RuntimeError

    with hashing_place():
        pass


def test_passwords_hashed_before_stay_good_and_hashing_takes_a_place(other):
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    before = PBKDF2PasswordHasher().encode("mật khẩu", "muối", 10)

    with pytest.raises(HashingBusy):
        BoundedHasher().verify("mật khẩu", before)
    other.kill()
    other.wait()
    assert BoundedHasher().verify("mật khẩu", before)
