"""Where each of the 63 published figures stands, and that its value comes out of the tally."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.funds import enter_funds
from lantoa.demonstration.operations.placed import State, placed_figures
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.money.models import Transfer
from lantoa.money.operations import close_fund
from lantoa.money.queries import balances, funds_of
from lantoa.people.models import User
from lantoa.records.giving.models import Giving
from lantoa.records.works.models import Work
from lantoa.tally.queries import sheet
from lantoa.units.queries import find_unit
from tests import build

PLACES = """
1 counted meetings meetings.held
2 counted meetings meetings.members
3 counted meetings meetings.held
4 counted meetings meetings.unseparated
5 counted works works.houses_gratitude
6 counted giving giving.money
7 counted giving giving.money
8 counted works works.houses_unity
9 counted works works.unsplit_money
10 counted works works.houses_gratitude
11 counted works works.members_money
12 counted indicators indicators.left-poverty
13 counted indicators indicators.left-near-poverty
14 quoted quotations meetings.present_of_invited
15 counted meetings meetings.nonmembers
16 counted practices practices.new
17 counted works works.unsplit_money
18 counted practices practices.new
19 counted works works.unsplit_money
20 counted works works.lots
21 counted works works.sponsors_money
22 quoted ratings -
23 counted commendations commendations.province_individuals
24 counted commendations commendations.district_collectives
25 counted commendations commendations.district_individuals
26 counted commendations commendations.prized_individuals
27 counted commendations commendations.proposed_collectives
28 counted commendations commendations.proposed_individuals
29 counted commendations commendations.mixed
30 counted inspections inspections.disciplined_members
31 chart quotations units.organisations
32 chart quotations units.bases
33 chart quotations units.communes
34 chart quotations units.cells
35 chart quotations units.base_cells
36 counted practices practices.total
37 counted practices practices.copies
38 counted practices practices.copies
39 counted works works.organisations
40 counted indicators indicators.par-index-rank
41 counted commitments commitments.pacts
42 recomputed quotations meetings.held
43 recomputed quotations meetings.members
44 counted meetings meetings.held
45 counted meetings meetings.members
46 quoted quotations meetings.present_of_invited
47 counted meetings meetings.held
48 counted meetings meetings.members
49 quoted quotations meetings.present_of_invited
50 counted meetings meetings.held
51 counted meetings meetings.members
52 recomputed quotations meetings.present_of_invited
53 counted meetings meetings.held
54 counted meetings meetings.members
55 counted indicators indicators.income-per-head
56 counted indicators indicators.national-standard-schools
57 recomputed quotations indicators.national-standard-schools
58 counted indicators indicators.doctors-per-10000
59 counted indicators indicators.poor-household-rate
60 counted giving funds.learning
61 quoted quotations -
62 counted dialogues dialogues.held
63 counted dialogues dialogues.delegates
"""
"""Number, state, kind and measure of every figure; “-” where it is held against no measure."""
FIGURES = {figure.number: figure for figure in facts.figures()}
PUBLISHED_OTHERWISE = {43: "17.489", 57: "80,60"}
"""What is worked out of those figures that the articles state otherwise."""


@pytest.fixture(scope="module")
def placed(lines, django_db_blocker):
    with django_db_blocker.unblock():
        return {each.figure.number: each for each in placed_figures()}


def asked(*words):
    out = StringIO()
    call_command("published", *words, stdout=out)
    return out.getvalue()


def test_every_figure_stands_where_the_table_says(placed):
    found = [
        f"{number} {each.state.split()[0]} {each.kind} {each.measure or '-'}"
        for number, each in placed.items()
    ]

    assert found == PLACES.split("\n")[1:-1]
    assert len(found) == 63


@pytest.mark.parametrize("number", FIGURES)
def test_the_value_of_a_figure_comes_out_of_the_tally(number, placed):
    figure, place = FIGURES[number], placed[number]

    if place.state is State.QUOTED:
        assert place.counted is None
    elif number in PUBLISHED_OTHERWISE:
        assert place.worked_out == PUBLISHED_OTHERWISE[number]
    else:
        assert place.counted == figure.whole_number(place.scale)
        assert (place.counted is None) == (number == 41)


def test_only_shares_without_both_sides_and_totals_of_others_are_only_quoted(placed):
    quoted = {number for number, each in placed.items() if each.state is State.QUOTED}

    assert {number for number, figure in FIGURES.items() if figure.reason} == quoted
    shares = {number for number in quoted if FIGURES[number].measured_in == "%"}
    assert all(FIGURES[each].reason.startswith("tỷ lệ không có") for each in shares)
    assert quoted - shares == {61}


def test_a_figure_that_is_counted_is_held_by_the_kind_that_the_list_names(placed):
    counted = [each for each in placed.values() if each.state is State.COUNTED]

    assert [each for each in counted if each.kind != each.figure.kind] == []
    assert [each for each in counted if each.figure.held_against] == []


@pytest.mark.usefixtures("demonstration")
def test_the_command_prints_each_figure_with_its_place():
    rows = json.loads(asked("--json"))

    assert len(rows) == 63
    assert rows[5] | {"page": ""} == {
        "number": 6, "unit": "884", "period": "từ 18/5/2021 đến 31/12/2023", "state": "counted",
        "kind": "giving", "measure": "giving.money", "published": "gần 143.000.000 đồng",
        "counted": "143.000.000", "page": "", "reason": "",
    }  # fmt: skip
    assert "43 | 894 | từ 18/5/2021 đến 30/6/2024 | recomputed | quotations" in asked()


@pytest.mark.usefixtures("demonstration")
def test_the_funds_that_an_article_counts_stand_without_money_until_their_unit_ends():
    district, province = find_unit("894"), find_unit("91@2025-07-01")
    eve = Period(date(2025, 6, 30), date(2025, 6, 30))
    today = Period(date(2026, 1, 1), date(2026, 10, 31))

    assert sheet(Question(district.pk, eve)).own("funds.learning") == 23
    assert sheet(Question(district.pk, eve)).own("funds.in_use") == 23
    assert sheet(Question(district.pk, eve)).own("funds.poor") is None
    assert sheet(Question(province.pk, today)).total("funds.learning") is None
    held = funds_of([district.pk])
    assert len(held) == len({each.name for each in held}) == 23
    assert set(balances([each.pk for each in held], on=eve.last).values()) == {0}
    assert all("Thoại Sơn" in each.basis for each in held)


@pytest.mark.usefixtures("demonstration")
def test_a_fund_that_somebody_closed_is_not_opened_again():
    keeper = User.objects.get(username="quan-tri")
    first, *_ = funds_of([find_unit("894").pk])
    close_fund(first, by=keeper, at=build.NOW, on=date(2025, 1, 1))

    assert enter_funds(by=keeper) == 23

    assert len(funds_of([first.unit_id])) == 23


@pytest.mark.usefixtures("demonstration")
def test_the_quoted_21_billion_enter_no_total_and_no_balance():
    term = Period(date(2021, 5, 18), date(2024, 6, 30))

    counted = sheet(Question(find_unit("894").pk, term))

    assert 21_000_000_000 not in {line.total for line in counted.lines.values()}
    assert counted.total("giving.money") is None


@pytest.mark.usefixtures("demonstration")
def test_the_143_million_of_chau_doc_are_given_once_and_cost_once_and_in_no_total_twice():
    city = find_unit("884")
    term = Period(date(2021, 5, 18), date(2023, 12, 31))

    counted = sheet(Question(city.pk, term))

    showing = {code for code, line in counted.lines.items() if line.own == 143_000_000}
    assert showing == {"giving.money", "works.money", "works.members_money"}
    assert 286_000_000 not in {line.own for line in counted.lines.values()}
    [work] = Work.objects.believed().filter(key="an-giang.chau-doc.nha-tinh-nghia")
    assert work.own_money is None
    [gift] = Giving.objects.believed().filter(money=143_000_000)
    assert Transfer.objects.filter(amount=143_000_000).count() == 1
    assert gift.work == work.key
