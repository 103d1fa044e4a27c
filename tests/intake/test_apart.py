"""The process that opens files: cheap to begin, without Django, within its bounds."""

import subprocess
import sys

import pytest

from lantoa.intake import apart, limits
from lantoa.intake.__main__ import LESS_URGENT
from lantoa.intake.documents import OPENERS
from lantoa.intake.proofs import PAPER, PICTURE
from lantoa.intake.refusal import CameToHarm
from lantoa.intake.workbooks import DIVIDED
from lantoa.intake.workbooks import OPENER as WORKBOOK
from lantoa.reports.word.rendering import OPENER as LAYOUT

EVERY = [*OPENERS.values(), PAPER, PICTURE, WORKBOOK, DIVIDED, LAYOUT]
HEAVY = {
    "django",
    "pi_heif",
    "docx",
    "PIL",
    "pypdfium2",
    "lxml",
    "python_calamine",
    "jinja2",
    "lantoa",
}
NEEDED = {
    "texts.word": {"lxml"},
    "texts.web": {"lxml"},
    "texts.pdf": {"pypdfium2"},
    "texts.sheet": {"lxml", "python_calamine"},
    "texts.plain": set(),
    "openers.divided": set(),
    "openers.paper": {"pypdfium2"},
    "openers.picture": {"PIL", "pi_heif"},
    "openers.workbook": {"python_calamine"},
    "word.opener": {"docx", "lxml", "jinja2"},
}
LISTED = "import sys, lantoa.intake.__main__, {}; print(*{{n.split('.')[0] for n in sys.modules}})"


def run(script):
    return subprocess.run(
        [sys.executable, "-P", "-c", script],
        env=apart.ENVIRONMENT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()


@pytest.mark.parametrize("opener", EVERY)
def test_the_process_imports_what_opens_its_file_and_no_django(opener):
    imported = set(run(LISTED.format(opener)))

    assert imported & HEAVY - {"lantoa"} == NEEDED[".".join(opener.split(".")[-2:])]


def test_the_package_itself_imports_nothing():
    begun = "import sys; before = set(sys.modules); import lantoa.intake"

    assert set(run(f"{begun}; print(*set(sys.modules) - before)")) == {"lantoa", "lantoa.intake"}


@pytest.fixture
def greedy(tmp_path, monkeypatch):
    """Openers that take more than they may, beside ours."""
    tmp_path.joinpath("greedy.py").write_text(
        "from itertools import count\n"
        "def opened(content):\n"
        "    if content == b'memory': return bytes(2**33)\n"
        "    if content == b'answer':\n"
        "        from lantoa.intake.answer import FileContents\n"
        "        return FileContents(None, bytes(2**25))\n"
        "    for _ in count(): pass\n"
    )
    path = f"{apart.HOME}:{tmp_path}"
    monkeypatch.setattr(apart, "ENVIRONMENT", {**apart.ENVIRONMENT, "PYTHONPATH": path})


@pytest.mark.parametrize(
    ("content", "seconds", "ended"),
    [
        (b"memory", 30, "MemoryError"),
        (b"answer", 30, "File too large"),
        (b"time", 1, "quá lâu|ended with -"),
    ],
)
def test_who_takes_too_much_is_stopped(greedy, content, seconds, ended, caplog):
    with pytest.raises(CameToHarm) as refusal:
        apart.opened("greedy", content, within=limits.Bounds(seconds, limits.FILE.memory))

    told = f"{refusal.value} {caplog.text}"
    assert any(each in told for each in ended.split("|"))


def test_who_waits_for_a_page_comes_before_any_file(greedy, tmp_path):
    tmp_path.joinpath("meek.py").write_text(
        "import os\nfrom lantoa.intake.answer import FileContents\n"
        "def opened(content): return FileContents(os.nice(0))\n"
    )

    assert apart.opened("meek", b"").told == LESS_URGENT
