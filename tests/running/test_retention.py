"""Old copies go, one a day, a week and a month stays, and what was proven is never lost."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.retention import (
    DatedCopy,
    Keep,
    copies_in,
    name_at,
    remove_surplus,
    staying,
)
from lantoa.keeping.proven import Proven, remember

NIGHT = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a copy of each of 400 nights."""
    held = tmp_path / "copies"
    held.mkdir()
    for night in range(400):
        (held / name_at(NIGHT - timedelta(days=night))).touch()
    return held


def prove(name: str) -> None:
    moment = NIGHT.isoformat()
    remember(Proven(copy=name, sha256="0" * 64, written_at=moment, proven_at=moment))


def test_days_weeks_and_months_stay_one_each(folder):
    prove(name_at(NIGHT))

    removed = remove_surplus(folder, keep=Keep(days=7, weeks=4, months=12))

    days = [copy.moment.date() for copy in copies_in(folder)]
    assert len(removed) + len(days) == 400
    assert days[:7] == [date(2026, 11, 23) - timedelta(days=n) for n in range(7)]
    assert days[7:10] == [date(2026, 11, 15), date(2026, 11, 8), date(2026, 10, 31)]
    assert len(days) == 7 + 2 + 11
    assert days[-1] == date(2025, 12, 31)


def test_the_copy_last_proven_stays_however_old(folder):
    proven = name_at(NIGHT - timedelta(days=399))
    prove(proven)

    remove_surplus(folder, keep=Keep(days=1, weeks=0, months=0))

    assert [each.path.name for each in copies_in(folder)] == [name_at(NIGHT), proven]


@pytest.mark.parametrize("proven", [None, "lantoa-2020-01-01-013000.zip"])
def test_nothing_goes_while_no_copy_that_is_here_was_proven(folder, proven):
    if proven:
        prove(proven)

    assert remove_surplus(folder, keep=Keep(days=1, weeks=0, months=0)) == []


def test_files_of_other_names_are_left_alone(folder):
    prove(name_at(NIGHT))
    others = ["before-upgrade.zip", "lantoa-2020-01-01.zip", "lantoa-2020-13-01-000000.zip",
              "lantoa-2020-01-01-000000.zip.part", "xlantoa-2020-01-01-000000.zip"]  # fmt: skip
    for name in others:
        (folder / name).touch()
    (folder / "lantoa-2020-01-01-000000.zip").symlink_to(folder / "before-upgrade.zip")

    remove_surplus(folder, keep=Keep(days=1, weeks=0, months=0))

    assert {each.name for each in folder.iterdir()} == {
        *others, name_at(NIGHT), "lantoa-2020-01-01-000000.zip"
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "7", "7,4", "0,4,12", "-1,4,12", "7,4,12,1", "a,b,c", "7;4;12"]
)
def test_what_is_no_number_of_days_weeks_and_months_is_refused(text):
    with pytest.raises(BackupRefused, match="ba số"):
        Keep.read(text)


@pytest.mark.django_db
def test_keeping_asks_for_a_folder(tmp_path):
    with pytest.raises(CommandError, match="thư mục"):
        call_command("backup", tmp_path / "a.zip", keep="7,4,12")

    assert not (tmp_path / "a.zip").exists()


@given(
    st.sets(st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31)), min_size=1, max_size=60),
    st.builds(Keep, *[st.integers(1, 9)] * 3),
)
def test_the_latest_stays_and_no_more_than_was_asked_for(moments, keep):
    copies = [DatedCopy(path=moment.isoformat(), moment=moment) for moment in moments]

    stays = staying(copies, keep)

    assert max(moments).isoformat() in stays
    assert len(stays) <= keep.days + keep.weeks + keep.months
