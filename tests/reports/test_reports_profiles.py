"""Which format rules hold on a day, and that the committed templates follow them."""

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest

from lantoa.reports.layout import write_template
from lantoa.reports.profiles import profile_for, profiles


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2018, 4, 3), "party-2018"),
        (date(2026, 1, 8), "party-2018"),
        (date(2026, 1, 9), "party-2026"),
        (date(2031, 5, 19), "party-2026"),
    ],
)
def test_the_day_of_a_document_decides_its_rules(day, key):
    assert profile_for(day).key == key


def test_a_day_before_all_rules_is_refused_in_words():
    with pytest.raises(LookupError, match="Chưa có thể thức văn bản cho ngày 2/4/2018"):
        profile_for(date(2018, 4, 2))


def test_rules_follow_one_another_without_gap_or_overlap():
    known = profiles()

    ends = [profile.valid_to for profile in known[:-1]]

    assert ends == [profile.valid_from for profile in known[1:]]
    assert known[-1].valid_to is None
    assert all(end and not known[-1].holds_on(end - timedelta(days=1)) for end in ends)


def test_rules_that_are_not_certain_say_so():
    assert profile_for(date(2026, 7, 13)).status == "cần văn thư kiểm tra"
    assert all(profile.sources and profile.notes for profile in profiles())


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.key)
def test_the_committed_template_is_what_its_profile_writes(profile, tmp_path):
    write_template(profile, tmp_path / "again.docx")

    assert parts(tmp_path / "again.docx") == parts(profile.template)


def parts(path):
    with ZipFile(BytesIO(path.read_bytes())) as package:
        return {name: package.read(name) for name in package.namelist()}
