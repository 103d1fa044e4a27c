"""The country before and after 1 July 2025: what the files say, and the replay of An Giang."""

from collections import Counter
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError

from lantoa.acts.models import Act
from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.country.areas import Takeover
from lantoa.demonstration.operations.country.decisions import DayBefore, steps
from lantoa.demonstration.operations.country.loading import load_country, open_areas
from lantoa.demonstration.operations.country.replay import approve_acts, draft_acts, reverse_acts
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.people.models import User
from lantoa.records.meetings.models import Meeting
from lantoa.tally.queries import sheet
from lantoa.units.models import Kind, Succession, Unit
from lantoa.units.queries import chart_on, find_unit, portrait, portraits, tree_on
from tests import build

BEFORE, DAY = date(2025, 6, 30), date(2025, 7, 1)
ALL = Period(date(2025, 1, 1), date(2025, 12, 31))
SORTS = (
    *("Tỉnh ", "Thành phố ", "Thị xã ", "Quận ", "Huyện "),
    *("Xã ", "Phường ", "Thị trấn ", "Đặc khu "),
)
DIVIDED = {"30334": 2, "30355": 2, "30358": 3}
"""The divided communes of An Giang, and into how many parts each went."""


def old(code):
    """Return the unit that bore a code until 30 June 2025."""
    return find_unit(f"{code}@{BEFORE.isoformat()}")


def new(code):
    """Return the unit that bears a code since 1 July 2025."""
    return find_unit(f"{code}@{DAY.isoformat()}")


def numbered(country):
    """Return every old area with a number for its unit, and nothing below."""
    return DayBefore(0, {code: number for number, code in enumerate(country.before, 1)}, {})


def test_the_files_hold_the_country_of_both_days(country):
    before = Counter(each.level for each in country.before.values())
    after = Counter(each.level for each in country.after.values())

    assert before == {Kind.PROVINCE: 63, Kind.DISTRICT: 696, Kind.COMMUNE: 10_035}
    assert after == {Kind.PROVINCE: 34, Kind.COMMUNE: 3_321}
    assert len(country.divided()) == 471
    assert all(each.name.startswith(SORTS) for each in country.before.values())
    assert all(each.name.startswith(SORTS) for each in country.after.values())


def test_every_old_commune_has_one_principal_successor_and_every_new_one_an_origin(country):
    principals = Counter(each.old_code for each in country.takeovers if each.is_principal)
    communes = {each.code for each in country.old_areas(Kind.COMMUNE)}

    assert communes <= set(principals)
    assert set(principals.values()) == {1}
    assert set(country.origins) == set(country.after)
    assert all(each.old_code in country.before for each in country.takeovers)


def test_124_communes_and_11_provinces_stay_what_they_were(country):
    kept = [code for code in country.after if country.unchanged(code)]

    assert Counter(country.after[code].level for code in kept) == {
        Kind.COMMUNE: 124,
        Kind.PROVINCE: 11,
    }


def test_an_giang_has_85_xa_14_phuong_and_3_special_zones(country):
    names = [each.name for each in country.communes_of("91")]

    assert Counter(name.split()[0] for name in names) == {"Xã": 85, "Phường": 14, "Đặc": 3}


def test_the_five_localities_agree_with_what_is_known_of_an_giang(country):
    for known in facts.takeovers():
        [found] = [e for e in country.successors[known.old_code] if e.new_code == known.new_code]

        assert found == Takeover(known.old_code, known.new_code, known.is_whole, known.is_principal)
        assert country.before[known.old_code].name == known.old_name
        assert country.before[known.old_code].above == known.district_code
        assert country.after[known.new_code].name == known.new_name
    asked = {each.new_code for each in facts.takeovers()}
    taken = {(e.old_code, e.new_code) for code in asked for e in country.origins[code]}
    assert taken == {(each.old_code, each.new_code) for each in facts.takeovers()}


@pytest.mark.parametrize(
    ("district", "province", "zone"),
    [
        ("318", "31", "Đảng bộ đặc khu Bạch Long Vĩ"),
        ("471", "44", "Đảng bộ đặc khu Cồn Cỏ"),
        ("498", "48", "Đảng bộ đặc khu Hoàng Sa"),
        ("536", "51", "Đảng bộ đặc khu Lý Sơn"),
        ("755", "79", "Đảng bộ đặc khu Côn Đảo"),
    ],
)
def test_an_island_district_becomes_the_special_zone(country, district, province, zone):
    units = numbered(country)

    [step] = [
        each
        for each in steps(country.after[province], country, units)
        if each.unit == units.areas[district]
    ]

    assert (step.sort, step.name, step.kind) == (Sort.MERGE, zone, Kind.COMMUNE)


def test_a_commune_that_is_only_written_otherwise_moves_and_is_renamed(country):
    units = numbered(country)
    unit = units.areas["23650"]

    found = [each for each in steps(country.after["52"], country, units) if each.unit == unit]

    assert country.before["23650"].name == "Xã KRong"
    assert found == [
        Step(sort=Sort.MOVE, unit=unit, parent="52"),
        Step(sort=Sort.RENAME, unit=unit, name="Đảng bộ xã Krong"),
    ]


def test_every_old_area_but_an_unchanged_province_is_named_in_one_act(country):
    units = numbered(country)

    named = Counter(
        unit
        for province in country.provinces()
        for unit in {each.unit for each in steps(province, country, units)}
    )

    kept = {country.unchanged(each.code) for each in country.provinces()} - {None}
    assert set(named.values()) == {1}
    assert set(named) == set(units.areas.values()) - {units.areas[each.code] for each in kept}


def test_the_replay_ends_at_the_units_of_the_files(country, root):
    chart = chart_on(DAY, under=root.pk)
    at_work = [each for each in chart.tree.parents if chart.is_open(each)]
    shown = [each for each in portraits(at_work, on=DAY).values() if each.kind == Kind.COMMUNE]

    areas = open_areas(root, on=BEFORE)
    assert [areas[kind] for kind in (Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)] == [2, 26, 298]
    areas = open_areas(root, on=DAY)
    assert [areas[kind] for kind in (Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)] == [1, 0, 102]
    assert {(each.code, each.name) for each in shown} == {
        (each.code, each.committee) for each in country.communes_of("91")
    }
    assert {each.parent for each in shown} == {new("91").pk}


def test_loading_says_what_it_made(loaded, root):
    assert "298 xã" in loaded[1][0]
    assert "1 quyết định" in loaded[1][-1]
    assert loaded[1][-1].endswith("ngày 1/7/2025: 1 tỉnh, 0 huyện, 102 xã.")


def test_origins_of_the_five_localities_are_those_known(root):
    for code in {each.new_code for each in facts.takeovers() if each.old_name != each.new_name}:
        taken = Succession.objects.filter(successor=new(code), superseded_at__isnull=True)

        assert {(e.predecessor_id, e.extent, e.is_principal) for e in taken} == {
            (old(e.old_code).pk, "whole" if e.is_whole else "part", e.is_principal)
            for e in facts.takeovers()
            if e.new_code == code
        }


def test_an_unchanged_commune_stays_the_same_unit_and_a_merged_one_does_not(root):
    assert new("30313") == old("30313")
    assert portrait(new("30313"), on=DAY).parent == new("91").pk
    assert new("30682") != old("30682")
    assert new("91") != old("91")


def test_districts_end_in_the_province_with_their_offices_and_without_successor(root):
    chart = chart_on(DAY)

    for code in ("883", "886", "894"):
        district = old(code)
        offices = chart.tree.children[district.pk]
        assert chart.tree.parents[district.pk] == new("91").pk
        assert len(offices) == 5
        assert not any(chart.is_open(each) for each in (district.pk, *offices))
        assert not Succession.objects.filter(predecessor=district).exists()


@pytest.mark.parametrize(("code", "parts"), DIVIDED.items())
def test_what_hung_under_a_divided_commune_is_dealt_out_in_turn(country, root, code, parts):
    receiving = [new(each.new_code).pk for each in country.successors[code]]
    parents = tree_on(DAY).parents

    found = [parents[find_unit(f"{code}.{number:03d}").pk] for number in (1, 2, 3)]

    assert len(receiving) == parts
    assert found == [receiving[number % parts] for number in range(3)]
    base = find_unit(f"{code}.003")
    assert parents[find_unit(f"{code}.003.02").pk] == base.pk


def test_cells_of_a_merged_commune_follow_it(root):
    assert tree_on(BEFORE).parents[find_unit("30280.001").pk] == old("30280").pk
    assert tree_on(DAY).parents[find_unit("30280.001").pk] == new("30307").pk


def test_everything_is_marked_as_simulated_and_approved_by_another(root):
    [act] = Act.objects.all()

    assert not Unit.objects.filter(is_simulated=False).exists()
    assert (act.author.username, act.approver.username) == ("nguoi-soan", "nguoi-duyet")
    assert "diễn lại trên số liệu mẫu" in act.title


def test_the_root_counts_the_same_on_both_charts_and_communes_what_was_recorded(root):
    old_chart, new_chart = (
        sheet(Question(unit=root.pk, period=ALL, chart=day)) for day in (BEFORE, DAY)
    )
    merged = [e.old_code for e in facts.takeovers() if e.new_code == "30682"]
    recorded = [
        meeting.events for meeting in Meeting.objects.all() if meeting.key.split(".")[1] in merged
    ]

    commune = sheet(Question(unit=new("30682").pk, period=ALL, chart=DAY))

    assert Meeting.objects.count() == old_chart.total("meetings.held")
    assert {code: line.total for code, line in old_chart.lines.items() if "meetings" in code} == {
        code: line.total for code, line in new_chart.lines.items() if "meetings" in code
    }
    assert commune.total("meetings.held") == sum(recorded) > 0


def test_reversed_and_applied_again_the_organisation_is_the_same(country, root):
    author, approver = (User.objects.get(username=f"nguoi-{each}") for each in ("soan", "duyet"))
    applied = state_hash()

    reverse_acts(Act.objects.all(), by=approver)

    undone = state_hash()
    areas = open_areas(root, on=DAY)
    assert [areas[kind] for kind in (Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)] == [2, 26, 298]
    approve_acts(draft_acts(root, country.within(["91"]), by=author), by=approver)
    assert state_hash() == applied != undone


def test_a_database_with_units_is_refused(country, root):
    with pytest.raises(ValidationError, match="đã có đơn vị"):
        load_country(country, cells=0, months=0, say=print)


@pytest.mark.django_db
def test_the_command_refuses_units_that_somebody_founded(root):
    build.root()

    with pytest.raises(CommandError, match="đơn vị thật"):
        call_command("country")


@pytest.mark.parametrize("size", [["--cells", "100"], ["--cells", "-1"], ["--months", "25"]])
def test_the_command_refuses_a_size_it_cannot_make(size):
    with pytest.raises(CommandError, match="--cells từ 0 đến 99, --months từ 0 đến 24"):
        call_command("country", *size)


@pytest.mark.django_db
def test_published_figures_are_not_asked_for_where_none_were_loaded():
    with pytest.raises(CommandError, match="Chưa nạp số liệu An Giang"):
        call_command("published", "--deeds")
