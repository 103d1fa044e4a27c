"""The order in which pages name units and published figures."""

from datetime import date

import pytest
from django.urls import reverse

from lantoa.desk.queries.choosing import below
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.units.models import Kind
from tests import build
from tests.plain import lines_of_page
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db
SPRING = date(2026, 3, 10)
YEAR = "?from=2026-01-01&to=2026-12-31"


@pytest.fixture
def commune():
    return build.unit("Xã Thử", kind=Kind.COMMUNE)


@pytest.fixture
def said(client, commune):
    """What the first page of the commune says, once it is asked."""
    sign_in(client, build.clerk(commune))
    address = reverse("desk:unit", args=[commune.uuid]) + YEAR
    return lambda: lines_of_page(client.get(address).content)


def named(lines: list[str], names: list[str]) -> list[str]:
    """Return the names in the order in which lines begin with them."""
    bare = (line.removeprefix("- ").split(" | ")[0] for line in lines)
    return [each for each in bare if each in names]


def after(lines: list[str], start: str) -> list[str]:
    return lines[next(n for n, line in enumerate(lines) if line.startswith(start)) :]


def test_of_the_units_below_those_that_held_most_come_first_then_those_with_most_money(
    commune, said
):
    names = ["Ấp 1", "Ấp 2", "Ấp 3", "Ấp 10", "Ấp 4"]
    one, two, three, ten, four = (build.unit(name, under=commune) for name in names)
    build.meeting(at=one, on=SPRING, events=1)
    build.meeting(at=two, on=SPRING, events=2)
    build.meeting(at=ten, on=SPRING, events=2)
    build.meeting(at=three, on=SPRING, events=2)
    build.work(at=three, on=SPRING, people_money=9_000_000)
    build.work(at=four, on=SPRING, people_money=5_000_000)

    table = after(said(), "Số kể cả trực thuộc của từng đơn vị")

    assert named(table, names) == ["Ấp 3", "Ấp 2", "Ấp 10", "Ấp 1", "Ấp 4"]


def test_units_that_said_nothing_stand_by_kind_and_name_and_numbers_by_their_value(commune, said):
    names = ["Ấp 10", "Ấp 2", "Ấp Đông", "Ấp Ân"]
    for name in names:
        build.unit(name, under=commune)
    build.unit("Văn phòng", under=commune, kind=Kind.AGENCY)

    silent = after(said(), "5 đơn vị chưa có số trong kỳ")

    order = named(silent, [*names, "Văn phòng"])
    assert order == ["Văn phòng", "Ấp 2", "Ấp 10", "Ấp Ân", "Ấp Đông"]


def quote(unit, key: str, *, what: str, value: int, measure: str) -> None:
    entry = Quotation(
        unit=unit, key=key, first_day=date(2026, 1, 1), last_day=date(2026, 12, 31), what=what,
        measured_in="lượt", measure=measure, value=value, source="Báo thử",
    )  # fmt: skip
    quotations.record_many(by=build.recorder(), at=build.NOW, entries=[entry])


def test_published_figures_that_differ_come_first_then_those_that_agree(commune, said):
    build.meeting(at=commune, on=SPRING, members_present=20)
    quote(commune, "a", what="không đối chiếu", value=5, measure="")
    quote(commune, "b", what="khớp", value=20, measure="meetings.members")
    quote(commune, "c", what="lệch", value=25, measure="meetings.members")

    lines = after(said(), "Số đã công bố, đối chiếu với số tính được (3)")

    order = [line.split(" , ")[0] for line in lines if line.endswith(" , năm 2026")]
    assert order == ["Lệch", "Khớp", "Không đối chiếu"]


def test_units_to_choose_among_stand_in_the_order_of_the_alphabet():
    province = build.unit("Tỉnh")
    names = ["Xã Đông", "Xã Dương", "Xã Ấp 10", "Xã An", "Xã Ấp 2", "Xã Ô Môn", "Xã Ong"]
    for name in names:
        build.unit(name, under=province, kind=Kind.COMMUNE)

    shown = below(province, on=build.NOW.date())

    expected = ["Xã An", "Xã Ấp 2", "Xã Ấp 10", "Xã Dương", "Xã Đông", "Xã Ong", "Xã Ô Môn"]
    assert [each.name for each in shown.parts] == expected
    assert [each.name for each in shown.among(kind="", part=None)] == expected
