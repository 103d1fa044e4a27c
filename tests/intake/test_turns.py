"""Whose turn it is to have a file opened: one for an account, few for all, none for the dead."""

import signal
import subprocess
import sys
from contextlib import ExitStack
from threading import Thread

import pytest

from lantoa.intake import turns
from lantoa.intake.apart import ENVIRONMENT, HOME
from lantoa.intake.locks import lock
from lantoa.intake.refusal import Busy
from lantoa.intake.turns import SENDER, Sender, turn


@pytest.fixture(autouse=True)
def briefly(monkeypatch):
    monkeypatch.setattr(turns, "LONGEST_WAIT", 0.2)
    yield
    SENDER.set(None)


@pytest.fixture
def asked(tmp_path):
    """Say who asks from now on."""
    return lambda account: SENDER.set(Sender(lambda: account, tmp_path))


def test_an_account_has_one_file_opened_at_a_time(asked):
    asked("1")
    with turn(), pytest.raises(Busy, match="Tệp bạn gửi trước đó còn đang được đọc"), turn():
        pass
    with turn():
        pass


def test_another_account_has_its_file_opened_meanwhile(asked):
    asked("1")
    with turn():
        asked("2")
        with turn():
            pass


def test_so_many_and_no_more_are_opened_at_once(asked):
    with ExitStack() as held:
        for number in range(turns.MOST_OPEN):
            asked(f"{number}")
            held.enter_context(turn())
        asked("later")
        with pytest.raises(Busy, match="Máy đang đọc tệp của nhiều người"), turn():
            pass
    with turn():
        pass


def test_who_waits_gets_a_turn_when_one_is_free(asked, monkeypatch):
    monkeypatch.setattr(turns, "LONGEST_WAIT", 20)
    asked("1")
    sender = SENDER.get()
    first, done = ExitStack(), []
    first.enter_context(turn())

    def wait():
        SENDER.set(sender)
        with turn():
            done.append("second")

    waiting = Thread(target=wait)
    waiting.start()
    first.close()
    waiting.join(20)

    assert done == ["second"]


def test_where_one_waits_already_the_next_is_told_at_once(asked, monkeypatch):
    monkeypatch.setattr(turns, "LONGEST_WAIT", 3600)
    asked("1")
    with turn(), ExitStack() as waiting:
        for each in range(turns.MOST_WAITING):
            assert lock(SENDER.get().folder, f"waiting-{each}", waiting)
        with pytest.raises(Busy), turn():
            pass


def test_a_process_that_is_killed_keeps_no_turn(asked, tmp_path):
    script = (
        "import sys, pathlib; from lantoa.intake.turns import *\n"
        f"SENDER.set(Sender(lambda: '1', pathlib.Path({str(tmp_path)!r})))\n"
        "with turn(): print('held', flush=True); sys.stdin.read()"
    )
    asked("1")
    with subprocess.Popen(
        [sys.executable, "-c", script],
        env=ENVIRONMENT, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as other:  # fmt: skip
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Busy), turn():
            pass
        other.send_signal(signal.SIGKILL)
        other.wait(20)
        with turn():
            pass


def test_a_command_asks_for_no_turn(tmp_path):
    with turn(), turn():
        pass
    assert list(tmp_path.iterdir()) == []
