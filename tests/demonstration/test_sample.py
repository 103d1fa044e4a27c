"""The simulated commune: marked everywhere, the same every time, and with gaps to find."""

from datetime import date

import pytest

from lantoa.demonstration.operations.moments import LAST_DAY
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.people.models import Card
from lantoa.records.meetings.models import Meeting
from lantoa.records.works.models import Work
from lantoa.tally.queries import sheet
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import find_unit, portraits, tree_on
from lantoa.units.queries.members import members_reached

pytestmark = pytest.mark.usefixtures("demonstration")

TWO_YEARS = Period(date(2024, 11, 1), LAST_DAY)


@pytest.fixture
def commune(demonstration):
    """The root of all that is simulated."""
    return find_unit("MAU")


def cells_of(commune):
    """Return the cells of the simulated commune."""
    return Unit.objects.filter(kind=Kind.CELL, pk__in=tree_on(LAST_DAY, under=commune.pk).parents)


def test_all_under_the_simulated_roots_is_marked_and_nothing_else_is(commune):
    roots = (commune.pk, find_unit("TAP").pk)
    below = set().union(*(tree_on(LAST_DAY, under=each).parents for each in roots))

    marked = set(Unit.objects.filter(is_simulated=True).values_list("pk", flat=True))

    assert marked == below
    assert tree_on(LAST_DAY).parents[commune.pk] is None


def test_unions_stand_under_the_front_since_the_day_on_which_they_do_everywhere(commune):
    front, *unions = (
        find_unit(f"MAU.{each}").pk for each in ("MT", "DTN", "PN", "ND", "CCB", "CD")
    )

    def above(day):
        parents = tree_on(day, under=commune.pk).parents
        return {parents[each] for each in unions}

    assert above(date(2025, 6, 30)) == {commune.pk}
    assert above(date(2025, 7, 1)) == {front}


def test_every_name_says_that_it_is_a_sample(commune):
    shown = portraits(tree_on(LAST_DAY, under=commune.pk).parents, on=LAST_DAY)

    assert all("Mẫu" in each.name for each in shown.values())


def test_forty_cells_each_hold_a_live_card(commune):
    cells = cells_of(commune)

    holders = Card.objects.filter(cancelled_at=None, user__posts__unit__in=cells)

    assert cells.count() == 40
    assert holders.values("user__posts__unit").distinct().count() == 40


def test_the_same_seed_gives_the_same_figures(commune):
    counted = sheet(Question(unit=commune.pk, period=TWO_YEARS))

    codes = ["meetings.held", "meetings.members", "works.done", "works.money", "units.members"]
    assert [counted.total(code) for code in codes] == [1207, 26_661, 78, 2_952_100_000, 800]


def test_there_is_work_in_each_of_24_months_and_none_after_the_last_day(commune):
    days = Meeting.objects.filter(key__startswith="mau.").values_list("last_day", flat=True)

    assert len({(day.year, day.month) for day in days}) == 24
    assert max(days) <= LAST_DAY
    assert Work.objects.filter(key__startswith="mau.").values("unit").distinct().count() > 10


def test_some_cells_are_silent_in_some_months_and_two_fell_silent(commune):
    cells = set(cells_of(commune).values_list("pk", flat=True))

    spoke = [
        set(
            Meeting.objects.believed()
            .filter(unit__in=cells, sort="regular")
            .within(Period.months(2026, month, month))
            .values_list("unit", flat=True)
        )
        for month in range(1, 11)
    ]

    assert all(len(each) < 40 for each in spoke)
    assert len(set.union(*spoke)) == 40
    assert len(cells - spoke[-1] - spoke[-2]) >= 2


def test_only_who_owes_meetings_is_asked_for_them_and_two_committees_held_none(commune):
    counted = sheet(Question(unit=commune.pk, period=TWO_YEARS))

    found = counted.coverage["meetings"]
    silent = portraits(found.silent, on=LAST_DAY).values()
    assert (found.owed, found.said, found.besides) == (43, 41, 5)
    assert {each.kind for each in silent} == {Kind.BASE, Kind.DIVISION}
    assert set(counted.coverage) == {"meetings"}


def test_some_numbers_are_unknown_and_unknown_is_not_zero(commune):
    regular = Meeting.objects.believed().filter(key__startswith="mau.thuong-ky")

    unknown = regular.filter(members_present=None)

    assert 0 < unknown.count() < regular.count() / 10
    assert not regular.filter(members_present=0).exists()


def test_nobody_counts_more_members_than_the_cell_had(commune):
    present = Meeting.objects.filter(sort="regular", members_present__isnull=False)

    rows = list(present.values_list("unit", "last_day", "members_present"))
    reached = members_reached({(unit, day) for unit, day, _ in rows})

    assert all(members <= reached[unit, day] for unit, day, members in rows)


def test_three_meetings_were_corrected_and_one_withdrawn_each_with_a_reason(commune):
    closed = Meeting.objects.filter(superseded_at__isnull=False)

    withdrawn = [meeting for meeting in closed if meeting.is_withdrawn]
    corrected = [meeting for meeting in closed if not meeting.is_withdrawn]

    assert (len(corrected), len(withdrawn)) == (3, 1)
    assert all(meeting.reason for meeting in closed)
    for meeting in corrected:
        now = Meeting.objects.believed().get(uuid=meeting.uuid)
        assert now.members_present == meeting.members_present - 1


def test_as_known_before_a_correction_the_old_number_still_stands(commune):
    mistaken = Meeting.objects.filter(superseded_at__isnull=False, is_withdrawn=False).first()

    period = Period.on(mistaken.last_day)
    then = sheet(Question(unit=mistaken.unit_id, period=period, as_known=mistaken.recorded_at))
    now = sheet(Question(unit=mistaken.unit_id, period=period))

    assert then.own("meetings.members") == now.own("meetings.members") + 1
