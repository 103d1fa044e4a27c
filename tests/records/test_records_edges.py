"""The first and the last day on which a unit may have done something."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lantoa.units.models import Kind
from tests import build, decide

pytestmark = pytest.mark.django_db
FOUNDED, CLOSED = date(2024, 5, 1), date(2026, 7, 1)
ONE_DAY = timedelta(days=1)


@pytest.fixture
def cell():
    """A cell at work from the day of its founding to the day before its closing."""
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=commune, on=FOUNDED)
    decide.close(cell, into=commune, on=CLOSED)
    return cell


@pytest.mark.parametrize("record", [build.meeting, build.work], ids=["meeting", "work"])
def test_the_day_before_the_closing_is_the_last_on_which_anything_is_recorded(cell, record):
    assert record(at=cell, on=CLOSED - ONE_DAY).last_day == date(2026, 6, 30)
    with pytest.raises(ValidationError, match="đã kết thúc hoạt động từ ngày 1/7/2026"):
        record(at=cell, on=CLOSED)


@pytest.mark.parametrize("record", [build.meeting, build.work], ids=["meeting", "work"])
def test_the_day_of_the_founding_is_the_first_on_which_anything_is_recorded(cell, record):
    assert record(at=cell, on=FOUNDED).first_day == FOUNDED
    with pytest.raises(ValidationError, match="thành lập ngày 1/5/2024; ngày này sớm hơn"):
        record(at=cell, on=FOUNDED - ONE_DAY)


def test_a_stretch_that_ends_on_the_closing_day_is_refused_though_it_begins_before(cell):
    with pytest.raises(ValidationError, match="Hãy ghi tại đơn vị kế thừa, hoặc sửa ngày"):
        build.meeting(at=cell, since=FOUNDED, on=CLOSED)


def test_today_is_recorded_and_tomorrow_is_not():
    cell, today = build.unit("Chi bộ"), build.NOW.date()

    assert build.meeting(at=cell, on=today).last_day == today
    with pytest.raises(ValidationError, match=r"hôm nay 22/11/2026\). Chỉ ghi việc đã diễn ra"):
        build.meeting(at=cell, on=today + ONE_DAY)


def test_one_day_is_a_stretch_and_days_out_of_order_are_none():
    cell, day = build.unit("Chi bộ"), date(2026, 3, 10)

    assert build.meeting(at=cell, since=day, on=day).first_day == day
    with pytest.raises(ValidationError, match="Ngày cuối phải từ ngày đầu trở đi"):
        build.meeting(at=cell, since=day + ONE_DAY, on=day)
