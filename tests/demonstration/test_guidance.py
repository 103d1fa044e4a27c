"""The guidance of the articles, and the tasks of the simulated commune."""

from collections import Counter

import pytest

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.guiding import enter_guidance
from lantoa.demonstration.operations.moments import LAST_DAY
from lantoa.demonstration.operations.sample import CODE
from lantoa.desk.queries.tasks import boards_of
from lantoa.guidance.models import Drive, FrameworkDocument, Reminder, Target, Task, Theme
from lantoa.people.models import User
from lantoa.tally.queries.tasks import TaskState
from lantoa.units.queries import find_unit

pytestmark = pytest.mark.django_db
DEEDS = (
    "A0-02 A0-53 A0-54 A0-55 A1-01 A1-17 A1-18 A1-47 A1-48 A1-49 A1-50 A1-52 A2-03 A2-07 A2-09 "
    "A2-10 A2-16 A2-20 A3-04 A3-07 A3-35 A4-01 A4-03 A4-05 A4-10 A4-11 A4-37 A4-38 A4-39 A4-41 "
    "A4-42 A4-43"
)
"""The sentences of the five articles that tell of guidance."""


def test_every_deed_of_guidance_stands_in_the_file():
    told = Counter(deed for each in facts.deeds("guidance").values() for deed in each["deeds"])

    assert " ".join(sorted(told)) == DEEDS


def test_the_documents_of_the_localities_are_set_at_their_units_with_the_articles(demonstration):
    letter = FrameworkDocument.objects.get(number="424-CV/HU")

    assert letter.set_by == find_unit("886@2025-06-30")
    assert "An Phú lan tỏa phong trào học Bác" in letter.source
    assert str(letter.issued_on) == "2022-02-22"
    unnumbered = FrameworkDocument.objects.filter(number="", set_by__isnull=False)
    assert unnumbered.exists()
    assert not unnumbered.exclude(issued_on=None).exists()
    assert Drive.objects.get(name__startswith="Toàn dân bảo vệ").units_joined == 14
    assert not Drive.objects.exclude(people_joined=None).exists()
    assert Target.objects.get().outcome == ""


def test_entering_guidance_twice_changes_nothing(demonstration):
    before = [model.objects.count() for model in (FrameworkDocument, Drive, Target, Task, Theme)]

    enter_guidance(by=User.objects.get(username="quan-tri"))

    after = [model.objects.count() for model in (FrameworkDocument, Drive, Target, Task, Theme)]
    assert after == before


def test_the_simulated_commune_has_themes_of_three_years_and_tasks_some_of_them_late(demonstration):
    commune = find_unit(CODE)
    themes = Theme.objects.filter(set_by=commune)
    boards = boards_of(commune, on=LAST_DAY)

    assert {each.first_day.year for each in themes} == {2025, 2026, 2027}
    assert len(boards) == 3
    assert all(each.standings for each in boards)
    assert sum(len(each.late) for each in boards) > 0
    assert sum(each.count(TaskState.DONE) for each in boards) > 0
    assert Reminder.objects.filter(set_by=commune).count() == 1
