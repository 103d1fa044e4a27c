"""The units of An Giang before and after 1 July 2025."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lantoa.demonstration.operations import facts
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.meetings.measures import MEASURES
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.sums import Scope, Wanted, counted
from lantoa.tally.queries import sheet
from lantoa.units.models import Code, Kind, Succession, Unit
from lantoa.units.operations import NewUnit, open_unit
from lantoa.units.queries import chart_on, find_unit, matching, portrait, tree_on
from tests import build, decide

pytestmark = pytest.mark.usefixtures("demonstration")

BEFORE, DAY, AFTER = date(2025, 6, 30), date(2025, 7, 1), date(2025, 7, 2)
ALL_YEARS = Period(date(2021, 1, 1), date(2026, 12, 31))
THOAI_SON_TODAY = ["30682", "30685", "30688", "30691", "30697", "30709"]
MERGED = {
    each.new_code: each.new_name for each in facts.takeovers() if each.old_name != each.new_name
}
DIVIDED = sorted({each.old_code for each in facts.takeovers() if not each.is_whole})


def old(code):
    """Return the unit that bore a code until 30 June 2025."""
    return find_unit(f"{code}@{BEFORE.isoformat()}")


def new(code):
    """Return the unit that bears a code since 1 July 2025."""
    return find_unit(f"{code}@{AFTER.isoformat()}")


def held(day):
    """Return the total of meetings held by unit, on the chart of a day."""
    own = counted(Meeting, MEASURES, Wanted([Scope(list(all_units()), ALL_YEARS)])).own[0]
    return {unit: figures[0] for unit, figures in tree_on(day).roll_up(own).items()}


def all_units():
    """Return the ids of all units."""
    return set(Unit.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("measure", "own", "total"),
    [
        ("units.organisations", 58, 58),
        ("units.bases", 7, 7),
        ("units.communes", 14, 14),
        ("units.cells", 37, 275),
        ("units.base_cells", 0, 238),
    ],
)
def test_an_phu_has_58_direct_organisations_and_238_cells_below(measure, own, total):
    counted = sheet(Question(unit=find_unit("886").pk, period=Period.on(date(2022, 6, 30))))

    assert (counted.own(measure), counted.total(measure)) == (own, total)


@pytest.mark.parametrize("code", MERGED)
def test_each_new_commune_is_born_of_those_that_it_took_over_whole(code):
    commune = new(code)

    shown = portrait(commune, on=AFTER)
    origins = {
        each.predecessor_id: each.extent for each in Succession.objects.filter(successor=commune)
    }

    assert shown.name == facts.committee(MERGED[code])
    assert (shown.kind, shown.founded) == (Kind.COMMUNE, DAY)
    assert shown.parent == new("91").pk
    assert origins == {
        old(each.old_code).pk: "whole" if each.is_whole else "part"
        for each in facts.takeovers()
        if each.new_code == code
    }


@pytest.mark.parametrize("code", DIVIDED)
def test_a_divided_communes_past_goes_to_its_principal_successor(code):
    [principal] = [e for e in facts.takeovers() if e.old_code == code and e.is_principal]

    hangs_under = tree_on(AFTER).parents[old(code).pk]

    assert DIVIDED == ["30334", "30355", "30358"]
    assert hangs_under == new(principal.new_code).pk


def test_my_hoa_hung_only_moves_and_stays_the_same_unit():
    commune = old("30313")

    assert new("30313") == commune
    assert portrait(commune, on=BEFORE).parent == old("883").pk
    assert portrait(commune, on=AFTER).parent == new("91").pk
    assert portrait(commune, on=AFTER).closed_on is None


def test_both_old_provinces_end_in_the_new_one():
    merged = new("91")

    origins = Succession.objects.filter(successor=merged)

    assert merged != old("91")
    assert {each.predecessor for each in origins} == {old("89"), old("91")}
    assert portrait(merged, on=AFTER).name == "Đảng bộ tỉnh An Giang"
    assert tree_on(AFTER).parents[old("89").pk] == merged.pk


@pytest.mark.parametrize("code", ["883", "884", "886", "892", "894"])
def test_a_district_ends_in_a_line_of_its_own_under_the_new_province(code):
    district = find_unit(code)

    chart = chart_on(AFTER)

    assert chart.tree.parents[district.pk] == new("91").pk
    assert not chart.is_open(district.pk)
    assert not Succession.objects.filter(predecessor=district).exists()
    assert not any(chart.is_open(unit) for unit in chart.tree.under(district.pk))


def test_none_of_the_six_communes_shows_the_956_and_the_province_does():
    totals = held(AFTER)

    assert [totals.get(new(code).pk) for code in THOAI_SON_TODAY] == [None] * 6
    assert totals[find_unit("894").pk] == 956
    assert totals[new("91").pk] == 956 + 22 + 51


def test_the_root_has_the_same_meetings_on_both_charts():
    root = find_unit("VN").pk

    assert held(BEFORE)[root] == held(AFTER)[root] == 1029


@pytest.mark.parametrize("day", [date(2020, 1, 1), BEFORE, DAY, AFTER])
def test_on_every_chart_each_total_is_its_own_plus_its_childrens(day):
    own = counted(Meeting, MEASURES, Wanted([Scope(list(all_units()), ALL_YEARS)])).own[0]
    tree = tree_on(day)

    totals = held(day)

    for unit in tree.parents:
        below = sum(totals.get(child) or 0 for child in tree.children.get(unit, ()))
        assert (totals.get(unit) or 0) == (own.get(unit, [0])[0] or 0) + below


@pytest.mark.parametrize("day", [date(2020, 1, 1), BEFORE, DAY, AFTER])
def test_every_unit_is_on_every_chart_once_and_open_ones_hang_under_open_ones(day):
    chart = chart_on(day)

    assert set(chart.tree.parents) == all_units() == set(chart.tree.downward)
    assert all(
        parent is None or chart.is_open(parent)
        for unit, parent in chart.tree.parents.items()
        if chart.is_open(unit)
    )


def namesake():
    """Return a commune that asks for the code of xã Thoại Sơn without being born of it."""
    return NewUnit("Đảng bộ xã khác", Kind.COMMUNE, new("91"), "30682", Code.System.AREA)


def test_a_code_passes_to_no_unit_that_is_not_born_of_its_bearer():
    with pytest.raises(ValidationError, match="30682"):
        open_unit(entry=namesake(), change=build.change(AFTER))


def test_a_code_that_its_bearer_gave_up_is_free():
    decide.recode(new("30682"), code="M-30682", on=AFTER)

    commune = open_unit(entry=namesake(), change=build.change(date(2025, 7, 3)))

    assert find_unit("30682@2025-07-03") == commune


def test_names_are_found_without_marks():
    found = {(each.code, each.full_name) for each in matching("thoai son", on=AFTER)}

    assert ("894", "Đảng bộ huyện Thoại Sơn (đến 30/6/2025)") in found
    assert ("30682", "Đảng bộ xã Thoại Sơn") in found
