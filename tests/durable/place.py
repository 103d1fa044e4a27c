"""An installation apart, served by gunicorn as a real one is, that a test may kill."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.keeping.running import python
from tests.ready import Lay, migrated

PROJECT = Path(__file__).parents[2]
USERNAME = "van-thu-thu"
LAID = f"""
from tests import build
from lantoa.guidance.operations import adopt_known
adopt_known()
commune = build.root("Đảng bộ xã Thử", kind="commune")
cell = build.unit("Chi bộ ấp 1", under=commune)
build.clerk(commune, username="{USERNAME}")
from django.urls import reverse
print(reverse("meetings:record", args=[cell.uuid]))
"""
STARTS_WITHIN = 60
"""Seconds: far more than a start takes, so that a busy machine fails no test."""


@dataclass
class Place:
    """An installation of one commune and one cell, and the server that is running on it, if any."""

    var: Path
    database: str
    entry_page: str
    port: int
    running: "subprocess.Popen[bytes] | None" = field(default=None)

    @property
    def environment(self) -> dict[str, str]:
        """Return the settings under which its commands run."""
        own = {"LANTOA_VAR": str(self.var), "DJANGO_SETTINGS_MODULE": "lantoa.settings"}
        kept = {name: value for name, value in os.environ.items() if name != "LANTOA_DATABASE"}
        return kept | own | ({"LANTOA_DATABASE": self.database} if self.database else {})

    def start(self, *before: str) -> None:
        """Start the server, under another program where one is named, and wait until it answers."""
        command = [*before, *served(self.port)]
        with (self.var / "served.txt").open("ab") as printed:
            self.running = subprocess.Popen(
                command, env=self.environment, cwd=PROJECT, start_new_session=True,
                stdout=printed, stderr=printed,
            )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            if self._answers():
                return
            time.sleep(0.05)
        raise TimeoutError((self.var / "served.txt").read_text())

    def _answers(self) -> bool:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=STARTS_WITHIN)
        try:
            asked.request("GET", "/static/favicon.svg")
            return asked.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            asked.close()

    def kill(self) -> None:
        """Kill the server and all that it started, without a word of warning."""
        if self.running:
            os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()
            self.running = None

    def run(self, lines: str) -> str:
        """Run lines of Python in the installation; return what they print."""
        return python(self.var, lines, database=self.database).strip()


def served(port: int) -> Sequence[str]:
    """Return the command that serves, as `docs/installing.md` has it."""
    server = [sys.executable, "-m", "gunicorn", "--no-control-socket", "--threads", "4"]
    return [*server, "--bind", f"127.0.0.1:{port}", "--log-level", "error", "lantoa.wsgi"]


def prepared(var: Path, *, database: str = "", lay: Lay = migrated) -> Place:
    """Return an installation with its tables, one cell and its clerk; it is not served yet."""
    var.mkdir(parents=True, exist_ok=True)
    lay(var, database=database)
    page = python(var, LAID, database=database).strip()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return Place(var, database, page, free.getsockname()[1])
