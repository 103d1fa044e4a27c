"""Figures that cross a reorganisation say so: by which decision, from which day, of which units."""

from datetime import date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from lantoa.acts.crossing import OF_DISTRICT, Where, crossing
from lantoa.acts.reversing import reverse
from lantoa.acts.steps import Sort, Step
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.units.models import Kind
from lantoa.units.operations import NewUnit, open_unit
from tests import build, decide
from tests.acts import by_hand
from tests.acts.acts import DAY, passed, reorganised

pytestmark = pytest.mark.django_db
YEAR, NEXT = Period.year(2025), Period.year(2026)
LATER = date(2026, 11, 22)


def said(unit, period=YEAR, chart=None, before=None, **more):
    found = crossing(Question(unit.pk, period, chart, **more), before=before)
    return [(each.document, each.where) for each in found.happenings]


def test_a_period_names_the_decisions_that_lie_in_it(land):
    act = reorganised(land)
    told = [(str(act), Where.PERIOD)]

    assert said(land.root) == said(land.province) == said(land.cells[0][0]) == told
    assert said(land.neighbour) == []
    assert said(land.root, NEXT) == []
    assert said(land.root, Period(DAY, LATER)) == []


def test_a_unit_that_lost_something_is_told_too(land):
    act = passed([Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.neighbour.pk)])

    assert said(land.district) == said(land.neighbour) == [(str(act), Where.PERIOD)]
    assert said(land.communes[1]) == []


def test_a_change_of_kind_is_told_since_units_are_counted_by_their_kind(land):
    act = passed([Step(sort=Sort.CHANGE_KIND, unit=land.cells[0][0].pk, kind=Kind.BASE)])
    told = [(str(act), Where.PERIOD)]

    assert said(land.root) == said(land.communes[0]) == said(land.cells[0][0]) == told
    assert said(land.communes[1]) == said(land.root, NEXT) == []


def test_a_decision_that_was_taken_back_is_told_no_more(land):
    act = reorganised(land)
    reverse(act, reason="nhầm", by=build.person(), at=build.NOW)

    assert said(land.root) == said(land.province) == []


@pytest.mark.parametrize("who", ["root", "province"])
def test_what_was_known_then_is_told_as_it_was_known(land, who):
    act = reorganised(land)
    moment = build.NOW.replace(year=2027)
    reverse(act, reason="nhầm", by=build.person(), at=moment)
    unit, before = getattr(land, who), datetime(2026, 12, 1, tzinfo=build.HANOI)

    assert said(unit, as_known=before) == [(str(act), Where.PERIOD)]
    assert said(unit, as_known=moment) == []


def test_what_a_unit_was_then_believed_to_hold_is_told_with_it(land):
    act = passed([Step(sort=Sort.MOVE, unit=land.communes[0].pk, parent=land.neighbour.pk)])
    moment = build.NOW.replace(year=2027)
    reverse(act, reason="nhầm", by=build.person(), at=moment)
    before = datetime(2026, 12, 1, tzinfo=build.HANOI)

    assert said(land.neighbour, as_known=before) == [(str(act), Where.PERIOD)]
    assert said(land.neighbour) == []


def test_a_chart_of_another_day_is_crossed_as_well(land):
    act = reorganised(land)
    told = [(str(act), Where.CHART)]

    assert said(land.province, Period.year(2024), chart=LATER) == told
    assert said(land.province, NEXT, chart=date(2025, 1, 1)) == told
    assert said(land.province, Period.year(2024), chart=date(2024, 6, 1)) == []


def test_a_comparison_with_the_period_before_is_crossed_as_well(land):
    act = reorganised(land)

    assert said(land.province, NEXT, before=YEAR) == [(str(act), Where.COMPARED)]
    assert said(land.province, Period.months(2025, 7, 12), before=Period.months(2025, 1, 6)) == [
        (str(act), Where.COMPARED)
    ]
    assert said(land.province, Period.year(2027), before=NEXT) == []


def test_what_is_said_names_number_date_and_the_day_from_which_it_holds(land):
    act = reorganised(land)
    (happening,) = crossing(Question(land.province.pk, YEAR)).happenings

    assert happening.sentence == (
        f"Kỳ này đi qua một lần sắp xếp: {act.number} ngày 16/6/2025 của Ủy ban Thường vụ "
        "Quốc hội, có hiệu lực từ 1/7/2025."
    )


def test_a_divided_unit_says_where_its_own_figures_count(land):
    act = reorganised(land)
    parts = {step.formed for step in act.steps.exclude(formed=None)}

    for unit in (land.root, land.province, *parts):
        (division,) = crossing(Question(unit.pk, YEAR)).divisions
        assert division.sentence == (
            f"Số liệu riêng của Xã Bình Thành tính vào Xã Thoại Sơn theo {act}."
        )
    assert crossing(Question(land.neighbour.pk, YEAR)).divisions == ()


def test_a_former_commune_names_the_district_it_hung_under(land):
    act = reorganised(land)
    new = act.steps.get(order=0).formed

    (district,) = crossing(Question(new.pk, YEAR)).districts

    assert district.full_name == "Huyện Sơn (đến 30/6/2025)"
    assert OF_DISTRICT == "số liệu cấp huyện cũ, không phân bổ"
    assert crossing(Question(new.pk, NEXT)).districts == ()
    assert crossing(Question(land.cells[0][0].pk, YEAR)).districts == ()


def test_a_district_that_became_something_else_before_it_ended_is_none(land):
    decide.move(land.communes[0], under=land.province, on=date(2025, 3, 1))
    change_to_base = Step(sort=Sort.CHANGE_KIND, unit=land.district.pk, kind=Kind.BASE)
    passed([change_to_base], on=date(2025, 4, 1))
    reorganise = [
        Step(sort=Sort.MOVE, unit=each.pk, parent=land.province.pk) for each in land.communes[1:]
    ]
    passed([*reorganise, Step(sort=Sort.CLOSE, unit=land.district.pk)])

    assert crossing(Question(land.communes[0].pk, YEAR)).districts == ()


def test_a_document_without_a_decision_is_told_unless_a_unit_only_began_by_it(land):
    entry = NewUnit("Xã mới", Kind.COMMUNE, land.province, "X1", system="own")
    change = build.change(DAY, basis="Nghị quyết 1654")
    by_hand.merge(units=land.communes[:2], into=entry, before=land.district, change=change)
    begun = NewUnit("Xã khác", Kind.COMMUNE, land.neighbour, "X2", system="own")
    open_unit(entry=begun, change=build.change(DAY, basis="Quyết định 7"))

    assert said(land.province) == [("Nghị quyết 1654", Where.PERIOD)]
    assert said(land.root) == [("Nghị quyết 1654", Where.PERIOD)]
    assert said(land.neighbour) == []


def test_the_command_line_says_the_first_sentences_and_how_many_are_left(land):
    for n in range(14):
        step = Step(sort=Sort.OPEN, kind=Kind.CELL, code=f"C{n}", name=f"Chi bộ {n}",
                    parent=land.communes[0].pk)  # fmt: skip
        passed([step], on=DAY.replace(day=n + 1))
    out = StringIO()

    asked = ["--unit", "89", "--from", "2025-01-01", "--to", "2025-12-31"]
    call_command("figures", *asked, stdout=out)

    assert out.getvalue().count("Kỳ này đi qua một lần sắp xếp: ") == 12
    assert "Và 2 câu khác về sắp xếp: xem --json." in out.getvalue()


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-01-01", "Đến 2026-01-01 chưa ghi đơn vị 89."),
        ("hôm qua", "Không đọc được ngày “hôm qua”"),
    ],
)
def test_the_command_line_answers_for_a_moment_before_the_unit_was_written_down(
    land, moment, words
):
    asked = ["--unit", "89", "--from", "2025-01-01", "--to", "2025-12-31", "--as-known", moment]

    with pytest.raises(CommandError, match=words):
        call_command("figures", *asked)
