"""Every published figure has exactly one place, and its value there."""

from datetime import date

import pytest

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.numbers import COPIES, OF_EACH
from lantoa.demonstration.operations.told import CARRIED
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.figures.writing import write_percentage
from lantoa.records.indicators.models import Indicator
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.kinds import kinds
from lantoa.records.works.models import Work
from lantoa.tally.queries import answer, sheet
from lantoa.units.queries import find_unit

pytestmark = pytest.mark.usefixtures("demonstration")

FUNDS = 60
"""The figure that is a number of funds, and stands in no row of a kind; see test_places."""
FIGURES = {figure.number: figure for figure in facts.figures()}
PACT = 41
"""The figure whose days are those for which a pact holds, not those on which it was made."""
KINDS = {kind.code: kind.done.model for kind in kinds() if not kind.quotes}
KINDS |= {"meeting": Meeting, "work": Work, "indicator": Indicator}
BY_NUMBER = {"indicators", "quotations"}
"""The kinds of which each figure is a row of its own."""
TERM = Period(date(2021, 5, 18), date(2024, 6, 30))


def carriers_of(figure):
    """Return every row of every kind that bears the key of a figure or of its record."""
    keys = [f"an-giang.{figure.number}"]
    if figure.carrier in KINDS and figure.carrier != "indicator":
        keys.append(f"an-giang.{figure.record}")
    return [
        row
        for model in {*KINDS.values(), Quotation}
        for row in model.objects.believed().filter(key__in=keys)
    ]


@pytest.mark.parametrize("number", sorted(FIGURES.keys() - {FUNDS}))
def test_each_published_figure_stands_in_exactly_one_row_with_its_value(number):
    figure = FIGURES[number]

    [row] = carriers_of(figure)

    scale = getattr(row, "scale", 0) or (row.sort.scale if figure.carrier == "indicator" else 0)
    assert isinstance(row, KINDS.get(figure.carrier, Quotation))
    if figure.field in (COPIES, OF_EACH):
        return  # what copies the row is counted in test_places
    stated = getattr(row, figure.field or "value")
    assert stated == (None if figure.value is None else figure.value * 10**scale)
    if figure.of is not None:
        assert getattr(row, figure.of_field or "whole") == figure.of


@pytest.mark.parametrize("number", sorted(FIGURES.keys() - {FUNDS}))
def test_each_published_figure_hangs_on_its_unit_its_days_and_its_article(number):
    figure = FIGURES[number]

    [row] = carriers_of(figure)

    article = facts.articles()[figure.article]
    assert row.unit == find_unit(f"{figure.unit_code}@2025-06-30")
    if figure.number == PACT:
        assert figure.first_day <= row.first_day <= row.last_day < figure.last_day
    else:
        assert (row.first_day, row.last_day) == (figure.first_day, figure.last_day)
    assert article.title in row.source
    assert figure.note in row.note


@pytest.mark.parametrize("kind", kinds(), ids=lambda each: each.code)
def test_there_is_nothing_of_an_giang_that_no_article_states(kind):
    stated = {
        str(figure.number) if kind.code in BY_NUMBER else figure.record
        for figure in FIGURES.values()
        if CARRIED.get(figure.carrier, figure.carrier) == kind.code
    }

    written = {
        row.key.removeprefix("an-giang.")
        for row in kind.done.model.objects.exclude(key__startswith="mau.")
    }

    assert written == stated | facts.deeds(kind.code).keys()
    assert written


def test_there_are_63_published_figures():
    assert len(FIGURES) == 63


@pytest.mark.parametrize(
    ("number", "approximation"),
    [(6, "about"), (7, "over"), (14, "over"), (29, "over"), (8, "exact")],
)
def test_how_exactly_the_article_says_it_is_kept(number, approximation):
    [row] = carriers_of(FIGURES[number])

    said = getattr(row, "approximation", "exact")
    assert getattr(row, "money_approximation", said) == approximation


def test_thoai_son_counts_956_conferences_and_17489_turns_beside_the_published_17939():
    district = find_unit("894").pk

    counted = sheet(Question(unit=district, period=TERM))
    beside = {each.quotation.measure: each for each in answer(Question(district, TERM)).comparisons}

    assert counted.total("meetings.held") == 956
    assert counted.total("meetings.members") == 17_489
    assert beside["meetings.held"].difference == 0
    assert beside["meetings.members"].published == 17_939
    assert beside["meetings.members"].difference == 450


def test_shares_are_worked_out_again_only_where_both_sides_are_known():
    district = find_unit("894").pk

    beside = answer(Question(district, TERM)).comparisons

    shares = {
        each.written_published: each.written_computed for each in beside if each.quotation.is_share
    }
    assert shares == {"99,75%": "chưa có số", "98,1%": "chưa có số", "99,34%": "99,34%"}


def test_54_of_67_schools_are_80_60_beside_the_published_80_59():
    government = find_unit("894.UBND").pk

    [beside] = [e for e in answer(Question(government, TERM)).comparisons if e.quotation.is_share]

    assert write_percentage(54, 67) == "80,60%"
    assert (beside.written_published, beside.written_computed) == ("80,59%", "80,60%")


def test_the_works_of_my_thanh_come_to_their_published_money():
    ward = find_unit("30304")

    works = Work.objects.believed().of([ward.pk]).order_by("key")

    assert sorted(work.money for work in works) == [1_629_000_000, 1_795_000_000, 3_700_000_000]
    assert sheet(Question(unit=ward.pk, period=TERM)).total("works.money") == 7_124_000_000
    assert [(w.quantity, w.sponsors_money) for w in works if w.sort == "lot"] == [
        (29, 1_629_000_000)
    ]


def test_a_number_of_meetings_that_no_article_states_stays_unknown():
    counted = sheet(Question(unit=find_unit("30304").pk, period=TERM))

    assert counted.own("meetings.held") is None
    assert counted.own("meetings.nonmembers") == 256


def test_people_not_separated_enter_no_count_of_members():
    city = find_unit("884").pk

    counted = sheet(Question(unit=city, period=TERM))

    assert counted.own("meetings.unseparated") == 5350
    assert counted.own("meetings.members") == 4134


def test_meetings_teach_the_documents_and_themes_that_the_articles_name():
    taught = {
        meeting.key.removeprefix("an-giang."): (
            {document.number for document in meeting.documents.all()},
            {theme.short for theme in meeting.themes.all()},
        )
        for meeting in Meeting.objects.filter(key__startswith="an-giang.")
    }

    assert taught["chau-doc.hoc-tap-2021"] == (
        {"21-KL/TW", "37-QĐ/TW"},
        {"Chuyên đề toàn khóa XIII"},
    )
    assert taught["chau-doc.hoc-tap-2023"][1] == taught["thoai-son.2023"][1]
    published = {f.record for f in FIGURES.values() if f.carrier == "meeting"}
    assert all(
        documents or themes for key, (documents, themes) in taught.items() if key in published
    )
