"""Commands whose answer cannot be written say where and why, in words."""

from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from lantoa.guidance.operations import adopt_known
from tests import build

pytestmark = pytest.mark.django_db
DAYS = ("--from", "1/1/2026", "--to", "31/12/2026")


@pytest.fixture
def unit():
    adopt_known()
    made = build.unit("Tỉnh Thử", code="T1")
    build.meeting(at=made, on=date(2026, 3, 10))
    return made


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_report_into_a_folder_that_cannot_be_made_is_refused_in_words(unit, kind, tmp_path):
    (tmp_path / "file").write_text("là tệp")
    out = tmp_path / "file" / f"y.{kind}"

    with pytest.raises(CommandError, match="Không ghi được"):
        call_command("report", "--unit", "T1", *DAYS, "--out", str(out))


def test_a_report_onto_a_folder_is_refused_in_words(unit, tmp_path):
    out = tmp_path / "y.docx"
    out.mkdir()

    with pytest.raises(CommandError, match="Không ghi được"):
        call_command("report", "--unit", "T1", *DAYS, "--out", str(out))


@pytest.mark.parametrize("more", [["--text"], ["--folder"]])
def test_what_was_read_and_cannot_be_written_is_refused_in_words(more, tmp_path):
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.txt"
    file.write_text("Có 12 hội nghị.", encoding="utf-8")
    beyond = str(file / "ra")

    asked = {
        "--text": [str(file), "--text", beyond],
        "--folder": ["--folder", str(tmp_path / "in"), "--out", beyond],
    }
    with pytest.raises(CommandError, match="Không ghi được"):
        call_command("read", *asked[more[0]])
