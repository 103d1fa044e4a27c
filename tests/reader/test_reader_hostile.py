"""Files made to break whoever opens them are refused within bounds of time and memory."""

import os
import subprocess
import time

import pytest

from lantoa.intake import apart, limits
from lantoa.intake.documents import text_of
from lantoa.intake.refusal import Unreadable
from tests.reader import files
from tests.reader.hostile import HOSTILE
from tests.reader.measured import cost_of

SERVING = 24
"""Megabytes by which the process that serves pages may grow for a file that is refused."""


@pytest.mark.parametrize("sort", HOSTILE)
def test_a_hostile_file_is_refused_within_its_time(sort):
    hostile = HOSTILE[sort]
    begun = time.monotonic()

    with pytest.raises(Unreadable, match=hostile.words):
        text_of(hostile.name, hostile.content)

    assert time.monotonic() - begun < limits.FILE.seconds + 5


@pytest.mark.parametrize("sort", [each for each in HOSTILE if each != "too large"])
def test_refusing_a_hostile_file_takes_no_more_than_was_measured(sort):
    hostile = HOSTILE[sort]

    cost = cost_of(hostile.name, hostile.content)

    assert cost.seconds <= hostile.seconds
    assert cost.megabytes <= hostile.megabytes
    assert cost.growth <= SERVING


def test_the_longest_text_that_is_read_costs_the_serving_process_little():
    rows = [
        [f"{row}.{cell} lớp" for cell in range(5)] for row in range(limits.MOST_STRETCHES // 10)
    ]

    cost = cost_of("a.xlsx", files.sheet(rows))

    assert SERVING < cost.growth < 200  # 66 and 134 measured


def test_scripts_of_a_page_are_neither_run_nor_read():
    page = "<html><body><p>Mở 12 hội nghị.</p><script>alert(99)</script></body></html>"

    assert text_of("a.html", page.encode()).content == "Mở 12 hội nghị.\n"


def test_the_process_that_reads_a_file_knows_no_setting_of_ours(monkeypatch):
    monkeypatch.setenv("LANTOA_SECRET", "bí mật")
    seen = {}

    def look(command, **more):
        seen.update(more["env"])
        return subprocess.CompletedProcess(command, 1, b"", b"")

    monkeypatch.setattr(subprocess, "run", look)
    with pytest.raises(Unreadable, match="hỏng hoặc quá nặng"):
        apart.opened("lantoa.intake.texts.word", b"PK")

    assert "LANTOA_SECRET" in os.environ
    assert set(seen) == {"PYTHONPATH", "PYTHONUTF8"}


def test_a_process_that_takes_too_long_is_stopped():
    at_once = limits.FILE._replace(seconds=0)

    with pytest.raises(Unreadable, match="quá lâu"):
        apart.opened("lantoa.intake.texts.word", files.word("Mở 12 hội nghị"), within=at_once)
