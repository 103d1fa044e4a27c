"""What a maker of entries gets wrong is found before it runs: mypy is asked about wrong lines."""

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parent.parent.parent
WRONG = (Path(__file__).parent / "wrong_lines.txt").read_text(encoding="utf-8").splitlines()
HEAD = """
from datetime import date, datetime

from lantoa.people.models import User
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.columns import Count
from lantoa.records.works import operations as works
from lantoa.records.works.models import Work
from lantoa.units.models import Unit


def told(
    unit: Unit, day: date, sort: Sort, work: Work, meeting: Meeting, user: User, moment: datetime
) -> None:
    right = Work(unit=unit, key="k", first_day=day, last_day=day, sort="road", title="a")
    works.record(by=user, at=moment, entry=right)
"""


def test_mypy_names_every_wrong_line_and_no_right_one(tmp_path):
    lines = HEAD.splitlines()
    first = len(lines) + 1
    file = tmp_path / "wrong.py"
    file.write_text("\n".join([*lines, *(f"    {line}" for line in WRONG)]), encoding="utf-8")

    told = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", str(file)],
        cwd=HOME, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip

    named = {
        int(line.split(":")[1]): line.rpartition("[")[2].rstrip("]")
        for line in told.splitlines()
        if line.startswith(str(file)) and ": error:" in line
    }
    expected = {
        first + place: line.partition("#")[2].partition(":")[0].strip()
        for place, line in enumerate(WRONG)
    }
    assert named == expected, told
