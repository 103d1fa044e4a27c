"""What publications state of the bodies of an area stands on the page of its committee."""

from datetime import date

import pytest
from django.utils.html import strip_tags

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.tally.queries import answer
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
YEAR = {"first_day": date(2025, 1, 1), "last_day": date(2025, 12, 31)}


def quoted_of(unit, what, value):
    entry = Quotation(
        unit=unit, key=what, what=what, measured_in="điểm", value=value, source="Báo thử", **YEAR
    )
    quotations.record_many(by=build.recorder(), at=build.NOW, entries=[entry])


@pytest.fixture
def committee():
    return build.unit("Huyện Ba Chúc", kind=Kind.COMMUNE)


def page_of(client, unit):
    client.force_login(build.clerk(unit))
    shown = client.get(f"/don-vi/{unit.uuid}/?from=2025-01-01&to=2025-12-31").content.decode()
    return " ".join(strip_tags(shown).split())


def test_a_figure_of_the_people_s_committee_stands_on_the_committee_s_page(client, committee):
    government = build.unit("Ủy ban nhân dân", under=committee, kind=Kind.GOVERNMENT)
    quoted_of(government, "chỉ số cải cách hành chính", 80)

    page = page_of(client, committee)

    assert "Chỉ số cải cách hành chính (Ủy ban nhân dân" in page
    assert "80" in page
    assert "không tính lại được" in page


def test_a_figure_of_a_committee_below_stays_on_its_own_page(client, committee):
    below = build.unit("Xã Mười", under=committee, kind=Kind.COMMUNE)
    quoted_of(below, "chỉ số cải cách hành chính", 80)

    assert "Chỉ số cải cách" not in page_of(client, committee)


def test_it_enters_no_total_and_is_held_against_nothing(committee):
    government = build.unit("Ủy ban nhân dân", under=committee, kind=Kind.GOVERNMENT)
    asked = Question(committee.pk, Period(YEAR["first_day"], YEAR["last_day"]))
    before = {code: line.total for code, line in answer(asked).sheet.lines.items()}

    quoted_of(government, "lượt người dự", 300)

    told = answer(asked)
    assert {code: line.total for code, line in told.sheet.lines.items()} == before
    (beside,) = told.quoted_of_area
    assert (beside.computed, beside.agrees, beside.written_published) == (None, None, "300")
