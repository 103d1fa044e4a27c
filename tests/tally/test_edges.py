"""The edges of counting, asked as people ask: by the command and on the first page of a unit."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.indicators.operations import adopt_known, record_many
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.models import Approximation
from lantoa.units.models import Kind
from lantoa.units.operations import state_members
from tests import build, decide
from tests.plain import lines_of_page
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db
SPRING = date(2026, 3, 10)
YEAR = ("2026-01-01", "2026-12-31")
OVER, UNDER, ABOUT = Approximation.OVER, Approximation.UNDER, Approximation.ABOUT


@pytest.fixture
def commune():
    return build.unit("Xã Thử", kind=Kind.COMMUNE, code="X1")


def figures(first: str, last: str, *more: str, unit: str = "X1") -> dict:
    out = StringIO()
    days = ("--from", first, "--to", last)
    call_command("figures", "--unit", unit, *days, "--json", *more, stdout=out)
    return json.loads(out.getvalue())


def quote(unit, *, value: int | None, approximation: str = Approximation.EXACT, **more) -> None:
    entry = Quotation(**{
        "unit": unit, "key": "q", "first_day": date(2026, 1, 1), "last_day": date(2026, 12, 31),
        "what": "lượt đảng viên dự", "measured_in": "lượt", "measure": "meetings.members",
        "value": value, "approximation": approximation, "source": "Báo thử",
    } | more)  # fmt: skip
    quotations.record_many(by=build.recorder(), at=build.NOW, entries=[entry])


@pytest.mark.parametrize(
    ("published", "approximation", "agrees"),
    [
        (2000, Approximation.EXACT, True),
        (2001, Approximation.EXACT, False),
        (1999, Approximation.EXACT, False),
        (2000, OVER, True),
        (1999, OVER, True),
        (2001, OVER, False),
        (2000, UNDER, True),
        (2001, UNDER, True),
        (1999, UNDER, False),
        (2100, ABOUT, True),
        (2101, ABOUT, False),
        (1900, ABOUT, True),
        (1899, ABOUT, False),
    ],
)
def test_a_published_number_agrees_up_to_the_edge_of_its_word(
    commune, published, approximation, agrees
):
    build.meeting(at=commune, on=SPRING, members_present=2000)
    quote(commune, value=published, approximation=approximation)

    [row] = figures(*YEAR)["quoted"]

    assert (row["agrees"], row["difference"]) == (agrees, published - 2000)


@pytest.mark.parametrize(("value", "counted"), [(None, 5), (5, None)])
def test_where_either_side_is_not_known_nothing_agrees_or_differs(commune, value, counted):
    build.meeting(at=commune, on=SPRING, members_present=counted)
    quote(commune, value=value)

    [row] = figures(*YEAR)["quoted"]

    assert (row["agrees"], row["difference"], row["difference_written"]) == (None, None, None)


def test_a_share_is_compared_with_two_decimals_though_it_was_published_with_one(commune):
    build.meeting(at=commune, on=SPRING, members_present=2, members_invited=3)
    quote(commune, value=667, scale=1, is_share=True, measure="meetings.present_of_invited")

    [row] = figures(*YEAR)["quoted"]

    assert row["published_written"] == "66,7%"
    assert (row["computed"], row["computed_written"]) == (6667, "66,67%")
    assert (row["difference"], row["difference_written"]) == (3, "0,03%")


def test_each_published_number_is_held_against_its_own_stretch(commune):
    build.meeting(at=commune, on=date(2026, 2, 1), members_present=10)
    build.meeting(at=commune, on=date(2026, 8, 1), members_present=7)
    quote(commune, value=10, last_day=date(2026, 6, 30))
    quote(commune, value=17, key="q2")

    rows = figures(*YEAR)["quoted"]

    assert {(row["to"], row["computed"]) for row in rows} == {
        ("2026-06-30", 10),
        ("2026-12-31", 17),
    }


def test_the_members_of_a_cell_that_moved_count_where_it_stood_on_the_day_of_each_stretch(commune):
    base = build.unit("Đảng bộ cơ sở", under=commune, kind=Kind.BASE, code="B1")
    cell = build.unit("Chi bộ", under=base)
    state_members(cell, members=30, change=build.change(on=date(2024, 1, 1)))
    decide.move(cell, under=commune, on=date(2026, 7, 1))
    quote(base, value=30, last_day=date(2026, 6, 30), measure="units.members")

    found = figures(*YEAR, unit="B1")
    assert found["quoted"][0]["computed"] == 30
    assert found["measures"]["units.members"]["total"] is None


def shown_over_time(client, unit, first: str, last: str) -> list[tuple[str, str]]:
    """Return the steps of the meetings held, as the first page of a unit lists them."""
    sign_in(client, build.clerk(unit))
    address = reverse("desk:unit", args=[unit.uuid])
    lines = lines_of_page(client.get(f"{address}?from={first}&to={last}").content)
    start = next(n for n, line in enumerate(lines) if line.startswith("Kỳ |"))
    rows = [line.split(" | ") for line in lines[start + 1 :]]
    ended = next((n for n, row in enumerate(rows) if len(row) != 2), len(rows))
    return [(row[0], row[1].removesuffix(" |")) for row in rows[:ended]]


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2026-01-01", "2026-03-31", ["T1", "T2", "T3"]),
        ("2025-12-01", "2026-02-28", ["12/2025", "1/2026", "2/2026"]),
        ("2025-11-15", "2026-02-10", ["11/2025", "12/2025", "1/2026", "2/2026"]),
    ],
)
def test_a_stretch_is_drawn_month_by_month(client, commune, first, last, names):
    build.meeting(at=commune, on=date(2026, 1, 31), events=3)
    build.meeting(at=commune, on=date(2026, 2, 1), events=5)

    found = shown_over_time(client, commune, first, last)

    told = {"T1": "3", "T2": "5", "1/2026": "3", "2/2026": "5"}
    assert found == [(name, told.get(name, "chưa có số")) for name in names]


@pytest.mark.parametrize(
    ("last", "first_name", "steps"),
    [
        ("2026-02-04", "1/2025", 14),
        ("2026-02-05", "Q1/2025", 5),
        ("2028-01-05", "Q1/2025", 13),
        ("2028-01-06", "2025", 4),
    ],
)
def test_a_longer_stretch_is_drawn_by_quarters_and_then_by_years(
    client, commune, last, first_name, steps
):
    build.meeting(at=commune, on=date(2025, 1, 1))

    found = shown_over_time(client, commune, "2025-01-01", last)

    assert (found[0], len(found)) == ((first_name, "1"), steps)


def test_quarters_begin_in_january_april_july_and_october(client, commune):
    for month in range(1, 11):
        build.meeting(at=commune, on=date(2026, month, 1), events=month)
        build.meeting(at=commune, on=date(2026, month, 28), events=month)

    found = shown_over_time(client, commune, "2025-09-01", "2026-12-31")

    assert found == [
        ("Q3/2025", "chưa có số"),
        ("Q4/2025", "chưa có số"),
        ("Q1/2026", "12"),
        ("Q2/2026", "30"),
        ("Q3/2026", "48"),
        ("Q4/2026", "20"),
    ]


def test_what_lies_over_two_steps_stands_in_none_of_them_and_is_told(client, commune):
    build.meeting(at=commune, since=date(2026, 1, 31), on=date(2026, 2, 1), events=9)
    build.meeting(at=commune, since=date(2026, 2, 1), on=date(2026, 2, 28), events=4)
    sign_in(client, build.clerk(commune))

    found = shown_over_time(client, commune, "2026-01-01", "2026-03-31")
    page = client.get(
        reverse("desk:unit", args=[commune.uuid]) + "?from=2026-01-01&to=2026-03-31"
    ).content.decode()

    assert found == [("T1", "chưa có số"), ("T2", "4"), ("T3", "chưa có số")]
    assert "1 bản ghi kéo dài qua nhiều khoảng" in page


def state_income(unit, value: int) -> None:
    income = Sort.objects.get(code="income-per-head")
    entry = Indicator(
        unit=unit, key=f"i{unit.pk}", first_day=SPRING, last_day=SPRING, sort=income, value=value
    )
    record_many(by=build.recorder(), at=build.NOW, entries=[entry])


def cited_income() -> dict:
    return figures(*YEAR)["measures"]["indicators.income-per-head"]


def test_of_two_people_s_committees_in_one_area_neither_is_cited(commune):
    adopt_known()
    governments = [
        build.unit(f"UBND {n}", under=commune, kind=Kind.GOVERNMENT, code=f"U{n}") for n in (1, 2)
    ]
    state_income(governments[0], 73_500_000)

    assert cited_income()["total"] is None


def test_the_one_people_s_committee_is_cited_with_its_name_and_only_for_what_it_stated(commune):
    adopt_known()
    government = build.unit("UBND xã", under=commune, kind=Kind.GOVERNMENT, code="U1")
    build.unit("Chi bộ", under=commune, code="C1")
    state_income(government, 73_500_000)

    cited = cited_income()
    other = figures(*YEAR)["measures"]["indicators.doctors-per-10000"]

    assert (cited["own"], cited["total"], cited["from_units"]) == (None, 73_500_000, 1)
    assert cited["below"] == [{"code": "U1", "name": "UBND xã", "total": 73_500_000}]
    assert (other["total"], other["below"]) == (None, [])


def test_what_the_committee_states_itself_goes_before_what_its_people_s_committee_states(commune):
    adopt_known()
    government = build.unit("UBND xã", under=commune, kind=Kind.GOVERNMENT, code="U1")
    state_income(government, 73_500_000)
    state_income(commune, 70_000_000)

    assert cited_income()["total"] == 70_000_000


@pytest.mark.parametrize(
    ("asked_from", "asked_to", "counted"),
    [
        ("2026-03-10", "2026-03-10", 1),
        ("2026-03-11", "2026-12-31", None),
        ("2026-01-01", "2026-03-09", None),
    ],
)
def test_both_ends_of_a_period_count(commune, asked_from, asked_to, counted):
    build.meeting(at=commune, on=SPRING)

    assert figures(asked_from, asked_to)["measures"]["meetings.held"]["total"] == counted


@pytest.mark.parametrize(
    ("code", "stated"),
    [
        ("indicators.national-standard-schools", "54"),
        ("indicators.national-standard-schools.whole", "67"),
    ],
)
def test_an_opened_ratio_lists_its_records_with_the_part_or_with_the_whole(
    client, commune, code, stated
):
    adopt_known()
    schools = Sort.objects.get(code="national-standard-schools")
    entry = Indicator(
        unit=commune, key="i", first_day=SPRING, last_day=SPRING, sort=schools, value=54, whole=67
    )
    record_many(by=build.recorder(), at=build.NOW, entries=[entry])
    sign_in(client, build.clerk(commune))

    address = reverse("desk:measure", args=[commune.uuid, code])
    lines = lines_of_page(client.get(f"{address}?from={YEAR[0]}&to={YEAR[1]}").content)

    listed = lines[lines.index("## Từ các bản ghi của riêng đơn vị") :]
    assert [line.split(" | ")[-1] for line in listed if "10/3/2026" in line] == [f"{stated} |"]


def test_the_command_counts_what_was_known_at_the_moment_that_it_names(commune):
    held = {"key": "k", "first_day": SPRING, "last_day": SPRING, "sort": "conference", "topic": "A"}
    later, entry = build.NOW + timedelta(hours=1), Meeting(unit=commune, **held)
    meetings.record(by=build.recorder(), at=later, entry=entry)

    known = [
        figures(*YEAR, "--as-known", moment)["measures"]["meetings.held"]["total"]
        for moment in ("2026-11-22T09:59", "2026-11-22T10:01")
    ]

    assert known == [None, 1]
