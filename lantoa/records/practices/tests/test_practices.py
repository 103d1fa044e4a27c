"""Practices: recorded with and without names, counted by what stands, and how far they spread."""

from datetime import date
from itertools import count

import pytest

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.practices.measures import COUNTED
from lantoa.records.practices.models import Output, Practice, PracticeField, ServiceMeasure
from lantoa.records.practices.operations import DONE, OUTPUTS, adopt_known
from lantoa.records.practices.queries import listed_row
from lantoa.records.record.entry import Refused
from lantoa.records.record.models import DatedStep
from lantoa.records.record.operations import STEPS
from lantoa.records.record.sums import Scope, Wanted
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)
YEAR = Period.year(2026)
NUMBERS = count(1)


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


def practice(unit, on=DAY, **more):
    said = {"key": f"k{next(NUMBERS)}", "title": "Nắm gạo tình thương"} | more
    entry = Practice(unit=unit, first_day=said.pop("since", on), last_day=on, **said)
    return DONE.record(by=build.recorder(), at=build.NOW, entry=entry)


def step(of, name, on=DAY, **more):
    said = {"key": f"b{next(NUMBERS)}", "record_kind": "practices", "step": name} | more
    entry = DatedStep(unit=of.unit, record=of.uuid, first_day=on, last_day=on, **said)
    return STEPS.record(by=build.recorder(), at=build.NOW, entry=entry)


def output(of, code, quantity, month=3, **more):
    days = Period.months(2026, month, month)
    said = {"key": f"v{next(NUMBERS)}"} | more
    entry = Output(
        unit=of.unit,
        practice=of.uuid,
        measure=listed_row(ServiceMeasure, code),
        quantity=quantity,
        first_day=days.first,
        last_day=days.last,
        **said,
    )
    return OUTPUTS.record(by=build.recorder(), at=build.NOW, entry=entry)


def figures(*units, period=YEAR):
    """Return what is known of some units together, by the code of the measure without its head."""
    measures = COUNTED.measures()
    scope = Scope([each.pk for each in units], period)
    found = COUNTED.count(measures, Wanted([scope], together=scope))
    told = zip(measures, found.together, strict=True)
    return {each.code.removeprefix("practices."): n for each, n in told if n is not None}


def refused(make):
    with pytest.raises(Refused) as refusal:
        make()
    return [problem.field for problem in refusal.value.problems]


def test_what_stands_is_counted_whenever_it_began_and_what_is_new_only_in_its_period(commune):
    practice(commune, on=date(2024, 5, 1), carrier="collective")
    practice(commune, title="Camera an ninh", carrier="individual", times=3, cost=5_000_000)

    found = figures(commune)

    assert found["total"] == 4
    assert found["new"] == 3
    assert found["collective"] == 1
    assert found["individual"] == 3
    assert found["cost"] == 5_000_000
    assert figures(commune, period=Period.year(2025))["total"] == 1
    assert "new" not in figures(commune, period=Period.year(2025))
    assert "total" not in figures(commune, period=Period.year(2023))


def test_a_model_without_a_name_stands_for_several_and_its_money_may_be_unknown(commune):
    row = practice(commune, title="", times=2, occasion="190 năm thành lập tỉnh")

    assert str(row) == "2 mô hình 190 năm thành lập tỉnh chưa rõ tên"
    assert "cost" not in figures(commune)
    assert figures(commune)["total"] == 2


def test_a_practice_counts_as_recognised_from_the_day_of_the_step_and_by_its_level(commune):
    row = practice(commune, on=date(2025, 1, 5))
    step(row, "effective", on=date(2025, 12, 31))
    step(row, "recognised", on=date(2026, 1, 1), level="province", number="12/QĐ-UBND")

    assert figures(commune, period=Period.year(2025))["effective"] == 1
    assert "recognised" not in figures(commune, period=Period.year(2025))
    assert figures(commune)["recognised"] == 1
    assert figures(commune)["recognised_province"] == 1
    assert "recognised_commune" not in figures(commune)


def test_a_planned_step_is_not_counted_and_may_be_in_the_future(commune):
    row = practice(commune)
    step(row, "recognised", on=date(2027, 5, 19), level="commune", is_planned=True)

    assert "recognised" not in figures(commune, period=Period.year(2027))


def test_a_step_in_the_future_is_refused_beside_its_day(commune):
    row = practice(commune)

    assert refused(lambda: step(row, "effective", on=date(2027, 1, 1))) == ["last_day"]


def test_a_practice_that_stopped_stands_no_more_and_a_step_taken_back_counts_no_more(commune):
    row = practice(commune)
    stopped = step(row, "stopped", on=date(2026, 6, 30))

    assert "total" not in figures(commune)
    assert figures(commune)["stopped"] == 1
    assert figures(commune, period=Period.months(2026, 1, 5))["total"] == 1

    STEPS.withdraw(stopped, by=build.recorder(), at=build.NOW, reason="Vẫn còn làm")
    assert figures(commune)["total"] == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": "blessed"}, "step"), ({"name": "effective", "level": "province"}, "level"),
     ({"name": "effective", "number": "1/QĐ"}, "number"),
     ({"name": "recognised", "level": "world"}, "level"),
     ({"name": "effective", "record_kind": "works"}, "step")],
)  # fmt: skip
def test_a_step_that_the_kind_does_not_know_is_refused_beside_its_box(commune, wrong, field):
    row = practice(commune)

    assert refused(lambda: step(row, **wrong)) == [field]


def test_a_step_belongs_to_the_unit_of_its_record(commune):
    row = practice(commune)
    row.unit = build.unit("Chi bộ", under=commune)

    assert refused(lambda: step(row, "effective")) == [""]


def test_what_services_did_is_counted_by_month_and_withdrawn_practices_do_not_count(commune):
    adopt_known()
    row = practice(commune, sort="service", title="Bếp ăn tình thương")
    output(row, "meals", 1200, month=3)
    output(row, "meals", 1500, month=4)
    output(row, "rice", 0, month=4)

    assert figures(commune)["did_meals"] == 2700
    assert figures(commune)["did_rice"] == 0
    assert figures(commune, period=Period.months(2026, 4, 4))["did_meals"] == 1500
    assert figures(commune)["services"] == 1

    DONE.withdraw(row, by=build.recorder(), at=build.NOW, reason="Ghi nhầm")
    assert figures(commune) == {}


def test_the_same_days_of_a_service_are_not_counted_twice(commune):
    adopt_known()
    row = practice(commune, sort="service")
    output(row, "meals", 1200)

    assert refused(lambda: output(row, "meals", 1300)) == ["quantity"]
    assert refused(lambda: output(row, "trips", -1)) == ["quantity"]
    assert output(row, "trips", 4).quantity == 4


def test_practices_are_counted_by_field(commune):
    adopt_known()
    welfare = listed_row(PracticeField, "welfare")
    practice(commune, field=welfare, times=2)
    practice(commune, title="Khác")

    assert figures(commune)["field_welfare"] == 2
    assert figures(commune)["total"] == 3


def test_a_copy_names_a_shared_origin_and_nothing_hidden(commune):
    other = build.unit("Xã khác", under=build.unit("Tỉnh hai"), kind=Kind.COMMUNE)
    practice(commune, key="kin")
    practice(commune, key="chung", title="Bếp ăn", sharing="root")

    assert practice(other, key="chep", origin="chung").origin == "chung"
    assert refused(lambda: practice(other, key="x", origin="kin")) == ["origin"]
    assert refused(lambda: practice(other, key="y", origin="khong-co")) == ["origin"]
    assert figures(other)["copies"] == 1


def test_no_practice_copies_itself_straight_or_by_way_of_another(commune):
    first = practice(commune, key="a")
    practice(commune, key="b", title="Bếp", origin="a")
    entry = Practice(unit=commune, key="a", title="Gạo", origin="b", first_day=DAY, last_day=DAY)

    said = {"by": build.recorder(), "at": build.NOW, "reason": "Sửa"}
    assert refused(lambda: DONE.correct(first, entry=entry, **said)) == ["origin"]
    assert refused(lambda: practice(commune, key="c", origin="c")) == ["origin"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"sort": "wish"}, "sort"), ({"times": 0}, "times"), ({"cost": -1}, "cost"),
     ({"carrier": "individual", "carried_by": "Một người"}, "carried_by"),
     ({"title": "012345678901"}, "title"), ({"sharing": "world"}, "sharing")],
)  # fmt: skip
def test_what_the_form_refuses_the_operation_refuses_beside_its_box(commune, wrong, field):
    assert refused(lambda: practice(commune, **wrong)) == [field]


def test_each_figure_is_made_of_its_practices(commune):
    adopt_known()
    row = practice(commune, sort="service", carrier="outside", sharing="root", key="goc",
                   field=listed_row(PracticeField, "welfare"))  # fmt: skip
    practice(commune, title="Bếp", origin="goc", times=1, cost=1000, people=3, households=2)
    step(row, "registered")
    step(row, "effective")
    step(row, "recognised", level="central")
    output(row, "meals", 12)
    asked, told = Question(commune.pk, YEAR), figures(commune)

    for measure in COUNTED.measures():
        known = [n for _, n in COUNTED.records_of(measure, asked) if n is not None]
        name = measure.code.removeprefix("practices.")
        assert (sum(known) if known else None) == told.get(name), name
    assert len(told) > 12
