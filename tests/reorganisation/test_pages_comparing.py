"""The page that counts one unit on two charts, and says why the figures differ."""

from datetime import date

import pytest
from django.urls import reverse

from lantoa.acts.steps import Sort, Step
from lantoa.figures.charted import COMMUNES
from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import Period
from lantoa.posts.models import Post
from lantoa.reorganisation.queries.comparing import _reason, compared
from lantoa.tally.queries import Line
from lantoa.units.models import Kind, Unit
from tests import build
from tests.acts.acts import passed
from tests.reorganisation.pages import merge, page, sign_in, text

pytestmark = pytest.mark.django_db
YEAR = {"from": "2025-01-01", "to": "2025-12-31"}
CHARTS = (date(2025, 6, 30), date(2025, 7, 1))
EVE, AFTER = CHARTS


def moved_with_meetings(land):
    """Move the first commune to the neighbour; it and its cell met seven times before."""
    commune, cell = land.communes[0], land.cells[0][0]
    build.meeting(at=commune, on=date(2025, 2, 1), events=3)
    build.meeting(at=cell, on=date(2025, 2, 1), events=4)
    build.meeting(at=land.communes[1], on=date(2025, 2, 1), events=5)
    return passed([Step(sort=Sort.MOVE, unit=commune.pk, parent=land.neighbour.pk)])


@pytest.mark.parametrize(
    ("place", "gap", "word"), [("province", "−7", "ra"), ("neighbour", "mới có số", "vào")]
)
def test_comparing_names_the_units_that_make_the_difference(client, land, place, gap, word):
    act = moved_with_meetings(land)
    unit = getattr(land, place)
    sign_in(client, build.clerk(unit, Post.Right.VIEW))
    asked = YEAR | {"chart": EVE.isoformat(), "chart2": AFTER.isoformat()}

    shown = text(client.get(page("compare", unit), asked))

    assert gap in shown
    assert f"Chi bộ 1 {word}: 4; Xã Núi Sập {word}: 3" in shown
    assert f"Chuyển {word}: 1 đơn vị" in shown
    assert "cùng 2 đơn vị dưới, từ 1/7/2025 về Tỉnh Tây" in shown
    assert f"theo {act}" in shown


def test_the_top_of_the_chart_is_the_same_on_both(land):
    moved_with_meetings(land)

    found = compared(land.root.pk, period=Period.year(2025), charts=CHARTS, seen=set())

    held = next(each for each in found.differences if each.label.startswith("Số hội nghị"))
    assert (held.first, held.second, held.differs) == ("12", "12", False)
    assert found.reasons == []


def test_a_merge_inside_is_no_difference_in_flows(land):
    build.meeting(at=land.communes[0], on=date(2025, 2, 1), events=3)
    merge(land)

    found = compared(land.province.pk, period=Period.year(2025), charts=CHARTS, seen=set())

    differing = {each.label for each in found.differences if each.differs}
    assert "Số hội nghị, lớp, buổi học tập" not in differing
    assert "Đảng bộ xã, phường, thị trấn" in differing
    assert [(each.title, each.count) for each in found.reasons] == [
        ("Thành lập", 1),
        ("Kết thúc", 2),
    ]


def test_a_unit_that_was_not_born_yet_neither_comes_nor_goes(land):
    merge(land)

    found = compared(land.district.pk, period=Period.year(2025), charts=CHARTS, seen=set())

    assert [(each.title, each.count) for each in found.reasons] == [("Chuyển ra", 2)]


def test_a_unit_born_of_one_elsewhere_is_founded_not_come(land):
    parts = {"sort": Sort.SPLIT, "unit": land.communes[2].pk}
    cells = land.cells[2]
    east, west = land.province.pk, land.neighbour.pk
    passed(
        [
            Step(**parts, code="1", name="A", parent=east, receives=(cells[0].pk,), successor="1"),
            Step(**parts, code="2", name="B", parent=west, receives=(cells[1].pk,)),
        ]
    )

    found = compared(land.neighbour.pk, period=Period.year(2025), charts=CHARTS, seen=set())

    told = {each.title: [row.unit.name for row in each.rows] for each in found.reasons}
    assert told["Thành lập"] == ["B"]


def test_comparing_asks_again_for_days_that_are_none(client, land, viewer):
    asked = {"from": "2025-12-31", "to": "2025-01-01", "chart": "x", "chart2": "2025-07-01"}

    shown = text(client.get(page("compare", land.province), asked))

    assert "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi." in shown
    assert "Không đọc được ngày “x”." in shown
    assert 'name="chart" value="x"' in shown


def test_both_figures_lead_to_what_they_are_made_of_on_their_chart(client, land, viewer):
    build.meeting(at=land.communes[0], on=date(2025, 2, 1), events=3)
    asked = YEAR | {"chart": EVE.isoformat(), "chart2": AFTER.isoformat()}

    shown = text(client.get(page("compare", land.province), asked))

    origin = reverse("desk:measure", args=[land.province.uuid, "meetings.held"])
    for chart in CHARTS:
        query = f"from=2025-01-01&amp;to=2025-12-31&amp;chart={chart}"
        assert f'<a href="{origin}?{query}">3</a>' in shown


def test_a_chart_of_a_day_before_the_unit_began_says_so(client, land, viewer):
    merge(land)
    born = Unit.objects.get(codes__value="30999")
    asked = YEAR | {"chart": EVE.isoformat(), "chart2": AFTER.isoformat()}

    shown = text(client.get(page("compare", born), asked))

    assert "Ngày 30/6/2025, Xã Thoại Sơn chưa hoạt động (hoạt động từ 1/7/2025)" in shown
    assert "Kỳ này chưa có số liệu nào trên cả hai sơ đồ." not in shown


def test_where_nothing_is_known_the_page_says_so_instead_of_an_empty_table(client, land, viewer):
    cell = land.cells[0][0]
    asked = YEAR | {"chart": EVE.isoformat(), "chart2": AFTER.isoformat()}

    shown = text(client.get(page("compare", cell), asked))

    assert ("<table" in shown, "Kỳ này chưa có số liệu nào" in shown) == (False, True)


def test_a_figure_of_the_area_differs_for_another_reason_than_a_count_of_units():
    line = {"family": "units", "own": None, "total": None, "below": {}, "units": 0}
    area = Measure("indicators.x", "Hộ thoát nghèo", "hộ", Nature.FLOW)

    told = [_reason(Line(measure=measure, **line), (), {}) for measure in (area, COMMUNES)]

    assert told == [
        "đơn vị có số này chỉ nằm trong một sơ đồ",
        "số đơn vị hoạt động, hoặc loại của chúng, khác nhau trên hai sơ đồ",
    ]


@pytest.mark.parametrize("name", ["desk:unit", "reorganisation:compare", "reports:ask"])
@pytest.mark.parametrize(
    "asked",
    [
        {"from": "0001-01-01", "to": "9999-12-31", "chart": "0001-01-01"},
        {"from": "2025-01-01", "to": "2025-12-31", "chart": "9999-12-31"},
    ],
)
def test_days_at_the_ends_of_all_time_are_asked_again(client, land, viewer, name, asked):
    days = {"first": asked["from"], "last": asked["to"], "chart": asked["chart"]}
    address = reverse(name, args=[land.province.uuid])

    answer = client.get(address, asked)
    if name == "reports:ask":
        answer = client.post(address, days | {"day": "2026-01-01", "kind": "docx"})

    assert answer.status_code == 200
    assert "Năm phải từ 1930 đến 2200." in text(answer)


@pytest.mark.parametrize("charts", [CHARTS, CHARTS[::-1]])
def test_a_unit_that_changed_its_kind_is_named_as_the_reason(land, charts):
    cell = land.cells[0][0]
    act = passed([Step(sort=Sort.CHANGE_KIND, unit=cell.pk, kind=Kind.BASE)])

    found = compared(land.communes[0].pk, period=Period.year(2025), charts=charts, seen=set())

    [reason] = found.reasons
    assert (reason.title, [each.unit.name for each in reason.rows]) == ("Đổi loại", ["Chi bộ 1"])
    assert reason.rows[0].words == "chi bộ thành đảng bộ cơ sở"
    assert reason.rows[0].basis == f"theo {act}"
    assert any("loại của chúng" in each.reason for each in found.differences)
