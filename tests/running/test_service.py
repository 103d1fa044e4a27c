"""The documented service behind the documented proxy: slow senders keep nobody out."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.running.document import HOME, told

LONG = bool(os.environ.get("LANTOA_TEST_LONG"))
BESIDE = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child"]
PRESSED = ("slow_sockets", "bodies_of_200_MB", "bodies_of_10_MB")


def test_the_page_tells_every_file_that_the_service_needs():
    files = [each.path for each in told() if each.path]

    units = "/etc/systemd/system/lantoa"
    assert files == [
        "/etc/lantoa.env", "/usr/local/bin/lantoa", f"{units}.service",
        "/etc/nginx/conf.d/lantoa.conf", f"{units}-backup.service", f"{units}-backup.timer",
        f"{units}-drill.service", f"{units}-drill.timer",
        f"{units}-tidy.service", f"{units}-tidy.timer",
        "/etc/systemd/journald.conf.d/lantoa.conf",
    ]  # fmt: skip
    assert all(each.path or each.is_commands for each in told())


@pytest.mark.skipif(not LONG, reason="takes two minutes; make test-long")
@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("nginx"), reason="needs root and nginx")
def test_a_clerks_page_stays_under_three_times_its_quiet_median():
    done = subprocess.run(
        [*BESIDE, sys.executable, "-m", "tests.running.following", "--trial"],
        cwd=HOME, capture_output=True, text=True, check=False, timeout=500,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    [line] = [each for each in done.stdout.splitlines() if each.startswith("Figures: ")]
    figures = json.loads(line.removeprefix("Figures: "))
    slowed = {each: figures[f"{each}_ms"] / figures[f"{each}_quiet_ms"] for each in PRESSED}
    assert {each: times for each, times in slowed.items() if times >= 3} == {}
