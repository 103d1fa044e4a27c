"""Figures are counted from records: own and total, any period, any chart."""

from datetime import date, timedelta

import pytest

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.figures.tree import Tree
from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.guidance.operations import adopt_known
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.indicators.operations import adopt_known as adopt_indicators
from lantoa.records.indicators.operations import record_many
from lantoa.records.meetings import operations
from lantoa.records.meetings.measures import COUNTED as MEETINGS
from lantoa.records.meetings.queries import by_content
from lantoa.records.record.sums import Scope, Wanted
from lantoa.tally.queries import Answer, Sheet, behind, sheet
from lantoa.units.models import Kind, Unit
from lantoa.units.operations import state_members
from lantoa.units.queries import parents_under
from tests import build, decide

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)
SPRING = date(2026, 3, 10)


def figures(unit: Unit, period: Period = YEAR, **more: object) -> Sheet:
    return sheet(Question(unit=unit.pk, period=period, **more))


def test_a_total_is_what_the_unit_did_and_what_was_done_under_it():
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=commune)
    build.meeting(at=commune, on=SPRING, members_present=40)
    build.meeting(at=cell, on=SPRING, members_present=12)

    line = figures(commune).lines["meetings.members"]

    assert (line.own, line.total, line.below, line.units) == (40, 52, {cell.pk: 12}, 2)


def test_unknown_is_not_zero():
    cell = build.unit("Chi bộ")
    build.meeting(at=cell, on=SPRING)

    counted = figures(cell)

    assert counted.total("meetings.held") == 1
    assert counted.total("meetings.members") is None
    assert counted.lines["meetings.members"].written(None) == "chưa có số"


def totals_before(unit: Unit, before: Period) -> dict[str, int | None]:
    """Return the totals of the period that a year is compared with."""
    return dict(Answer(Question(unit=unit.pk, period=YEAR), before=before).before)


def test_totals_of_the_period_before_are_those_of_its_sheet():
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    cells = [build.unit(f"Chi bộ {n}", under=commune) for n in (1, 2)]
    elsewhere = build.unit("Xã khác", kind=Kind.COMMUNE)
    for unit in (commune, *cells, elsewhere):
        build.meeting(at=unit, on=SPRING, members_present=20 + unit.pk)
        build.work(at=unit, on=SPRING, people_money=1_000_000)
    build.meeting(at=cells[0], on=date(2025, 12, 31), members_present=500)

    found = totals_before(commune, YEAR)

    counted = figures(commune)
    assert found == {code: counted.total(code) for code in found}
    assert (found["meetings.held"], found["works.money"]) == (3, 3_000_000)
    assert found["meetings.guests"] is None


def test_totals_of_a_period_in_which_nothing_was_recorded_are_unknown():
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    build.work(at=commune, on=SPRING)

    found = totals_before(commune, Period.year(2024))

    assert set(found.values()) == {None}


def test_a_later_move_leaves_the_past_alone():
    province = build.unit("Tỉnh")
    old = build.unit("Phường cũ", under=province, kind=Kind.COMMUNE)
    new = build.unit("Phường mới", under=province, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=old)
    build.meeting(at=cell, on=SPRING)

    decide.move(cell, under=new, on=date(2026, 7, 1))

    first_half = Period.months(2026, 1, 6)
    totals = [figures(unit, first_half).total("meetings.held") for unit in (old, new, province)]
    assert totals == [1, None, 1]
    today = [figures(unit, chart=date(2026, 7, 1)).total("meetings.held") for unit in (old, new)]
    assert today == [None, 1]


def test_what_a_closed_unit_did_counts_under_its_successor():
    province = build.unit("Tỉnh")
    first = build.unit("Xã một", under=province, kind=Kind.COMMUNE)
    second = build.unit("Xã hai", under=province, kind=Kind.COMMUNE)
    build.meeting(at=first, on=SPRING)
    build.meeting(at=second, on=SPRING)

    merged = decide.merge(
        [first, second], name="Xã mới", kind=Kind.COMMUNE, under=province, on=date(2026, 7, 1)
    )

    assert figures(merged).total("meetings.held") == 2
    assert figures(merged).own("meetings.held") is None


def test_a_level_that_ends_keeps_its_own_line_under_the_province():
    province = build.unit("Tỉnh")
    district = build.unit("Huyện", under=province, kind=Kind.DISTRICT)
    commune = build.unit("Xã", under=district, kind=Kind.COMMUNE)
    build.meeting(at=district, on=SPRING)
    day = date(2026, 7, 1)

    decide.move(commune, under=province, on=day)
    decide.close(district, into=province, on=day)

    line = figures(province).lines["meetings.held"]
    assert line.below == {district.pk: 1}
    assert figures(commune).total("meetings.held") is None


@pytest.mark.parametrize(
    ("since", "until", "counts"),
    [
        (date(2026, 1, 1), date(2026, 6, 30), True),
        (date(2025, 12, 31), date(2026, 6, 30), False),
        (date(2026, 6, 30), date(2026, 7, 1), False),
    ],
)
def test_a_record_counts_only_in_a_period_that_holds_it_whole(since, until, counts):
    cell = build.unit("Chi bộ")
    build.meeting(at=cell, since=since, on=until, events=7)

    counted = figures(cell, Period.months(2026, 1, 6))

    assert counted.total("meetings.held") == (7 if counts else None)
    assert len(counted.apart["meetings"]) == (0 if counts else 1)


def test_a_total_says_who_said_nothing():
    adopt_known()
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    spoke, silent = build.unit("Chi bộ 1", under=commune), build.unit("Chi bộ 2", under=commune)
    later = build.unit("Chi bộ 3", under=commune, on=date(2026, 9, 1))
    build.meeting(at=spoke, on=SPRING)

    half = figures(commune, Period.months(2026, 1, 6)).coverage["meetings"]

    assert (half.owed, half.said) == (3, 1)
    assert set(half.silent) == {commune.pk, silent.pk}
    assert later.pk in figures(commune).coverage["meetings"].silent


def test_a_report_printed_again_as_known_then_has_the_figures_of_then():
    cell = build.unit("Chi bộ")
    meeting = build.meeting(at=cell, on=SPRING, members_present=10)
    later = build.NOW + timedelta(days=1)

    operations.withdraw(meeting, by=build.recorder(), at=later, reason="Ghi nhầm buổi")

    assert figures(cell).total("meetings.members") is None
    assert figures(cell, as_known=build.NOW).total("meetings.members") == 10


def test_several_themes_count_their_people_once_in_the_total():
    adopt_known()
    cell = build.unit("Chi bộ")
    themes, documents = Theme.objects.all()[:2], FrameworkDocument.objects.all()[:1]
    build.meeting(at=cell, on=SPRING, members_present=30, themes=themes, documents=documents)

    taught = by_content(units=[cell.pk], asked=Question(unit=cell.pk, period=YEAR))

    assert [row.members for row in taught] == [30, 30, 30]
    assert figures(cell).total("meetings.members") == 30


def test_units_are_counted_on_the_chart():
    district = build.unit("Huyện", kind=Kind.DISTRICT)
    commune = build.unit("Xã", under=district, kind=Kind.COMMUNE)
    build.unit("Ngành", under=district, kind=Kind.BASE)
    build.unit("Chi bộ ngành", under=district)
    ended = build.unit("Chi bộ ấp 1", under=commune, members=9)
    build.unit("Chi bộ ấp 2", under=commune, members=11)
    decide.close(ended, into=commune, on=SPRING)

    counted = figures(district)

    assert [counted.own(f"units.{each}") for each in ("organisations", "communes", "bases")] == [
        3,
        1,
        1,
    ]
    assert counted.own("units.cells") == 1
    assert counted.total("units.base_cells") == 1


def test_members_are_those_stated_by_the_last_day():
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=commune, members=9)
    state_members(cell, members=12, change=build.change(date(2026, 8, 1)))

    assert figures(commune, Period.months(2026, 1, 6)).total("units.members") == 9
    assert figures(commune).total("units.members") == 12


def test_a_figure_opens_into_the_units_below_and_into_its_records():
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=commune)
    build.meeting(at=commune, on=SPRING, members_present=40)
    build.meeting(at=commune, on=SPRING)
    build.meeting(at=cell, on=SPRING, members_present=12)

    found = behind(Answer(Question(unit=commune.pk, period=YEAR)), "meetings.members")

    assert [(unit.name, figure) for unit, figure in found.below] == [("Chi bộ", 12)]
    assert [figure for _, figure in found.records] == [40]


def test_an_average_is_cited_from_the_own_people_s_committee_and_never_added():
    adopt_indicators()
    province = build.unit("Tỉnh")
    district = build.unit("Huyện", under=province, kind=Kind.DISTRICT)
    government = build.unit("UBND huyện", under=district, kind=Kind.GOVERNMENT)
    income = Sort.objects.get(code="income-per-head")
    entry = Indicator(
        unit=government, key="i", first_day=SPRING, last_day=SPRING, sort=income, value=73_500_000
    )
    record_many(by=build.recorder(), at=build.NOW, entries=[entry])

    code = "indicators.income-per-head"
    assert figures(government).own(code) == 73_500_000
    assert figures(district).total(code) == 73_500_000
    assert figures(district).own(code) is None
    assert figures(province).total(code) is None


def test_adding_by_branches_equals_rolling_the_whole_tree_up():
    top = build.unit("Tỉnh")
    communes = [build.unit(f"Xã {n}", under=top, kind=Kind.COMMUNE) for n in range(3)]
    for place, commune in enumerate(communes):
        build.meeting(at=commune, on=SPRING, members_present=place or None)
        for number in range(place):
            cell = build.unit(f"Chi bộ {place}.{number}", under=commune)
            build.meeting(at=cell, on=SPRING, members_present=number, events=2)

    tree = Tree(parents_under(top.pk, on=YEAR.last))
    wanted = Wanted([Scope(tree.parents, YEAR)])
    rolled = tree.roll_up(MEETINGS.count(MEETINGS.measures(), wanted).own[0])

    for unit in (top, *communes):
        counted = figures(unit)
        for place, measure in enumerate(MEETINGS.measures()):
            assert counted.total(measure.code) == rolled[unit.pk][place]
