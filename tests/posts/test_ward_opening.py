"""Opening the cells of a ward, and the cards with which they record."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.people.access import CardRefused, digits, open_card
from lantoa.people.models import Card, User
from lantoa.posts.access import Purpose, may
from lantoa.posts.models import Post
from lantoa.posts.operations import AlreadyOpen, NewCell, cancel_cards, issue_cards, open_cells
from lantoa.posts.queries.cards import CardState, card_holders
from lantoa.trail.models import Entry
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import portraits
from lantoa.units.queries.places import directly_under, roots
from lantoa.units.queries.portrait import members_on
from tests import build, decide
from tests.whole import faults

pytestmark = pytest.mark.django_db
TODAY = build.NOW.date()
SINCE = date(2026, 1, 1)


@pytest.fixture
def ward():
    return build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")


@pytest.fixture
def clerk(ward):
    return build.clerk(ward)


def listed(*names):
    return [NewCell(name, Kind.CELL, 25, "Bí thư chi bộ") for name in names]


def opened(ward, clerk, *names, on=SINCE):
    return open_cells(ward, listed(*names), by=clerk, at=build.NOW, on=on)


def states(ward):
    return {each.unit.name: each.state for each in card_holders(ward, on=TODAY)}


def issue(clerk, *units):
    return issue_cards(units=units, by=clerk, at=build.NOW, on=TODAY)


def test_a_list_opens_units_with_members_and_somebody_who_records(ward, clerk):
    cells = opened(ward, clerk, "Chi bộ 1", "Chi bộ 2")

    shown = portraits([cell.pk for cell in cells], on=SINCE)
    posts = list(Post.objects.filter(unit__in=cells).order_by("pk"))
    assert [(shown[c.pk].name, shown[c.pk].code) for c in cells] == [
        ("Chi bộ 1", "P.001"),
        ("Chi bộ 2", "P.002"),
    ]
    assert members_on([cell.pk for cell in cells], on=SINCE) == {cell.pk: 25 for cell in cells}
    assert [(p.user.name, p.title, p.right, p.user.is_card) for p in posts] == [
        ("Chi bộ 1", "Bí thư chi bộ", Post.Right.RECORD, True),
        ("Chi bộ 2", "Bí thư chi bộ", Post.Right.RECORD, True),
    ]


def test_who_records_by_card_reaches_the_own_cell_and_no_other(ward, clerk):
    one, other = opened(ward, clerk, "Chi bộ 1", "Chi bộ 2")

    user = Post.objects.get(unit=one).user

    reached = {
        (unit.pk, work)
        for unit in (one, other, ward)
        for work in Purpose
        if may(user, unit, work=work, on=TODAY)
    }
    assert reached == {(one.pk, Purpose.RECORD)}


def test_the_same_list_again_opens_nothing(ward, clerk):
    opened(ward, clerk, "Chi bộ 1", "Chi bộ 2")

    with pytest.raises(AlreadyOpen) as refused:
        opened(ward, clerk, "Chi bộ 1", "CHI BỘ  2", "Chi bộ 3")

    assert refused.value.names == ["Chi bộ 1", "CHI BỘ  2"]
    assert len(directly_under(ward, on=TODAY)) == 2
    assert User.objects.filter(is_card=True).count() == 2


def test_a_name_is_taken_also_by_a_unit_that_opens_later_or_was_renamed(ward, clerk):
    _, renamed = opened(ward, clerk, "Chi bộ 1", "Chi bộ cũ", on=date(2026, 5, 1))
    decide.rename(renamed, name="Chi bộ mới", on=date(2026, 6, 1))

    for name in ("Chi bộ 1", "Chi bộ cũ", "Chi bộ mới"):
        with pytest.raises(AlreadyOpen):
            opened(ward, clerk, name)

    assert Unit.objects.count() == 3


def test_the_name_of_a_unit_that_has_ended_is_free(ward, clerk):
    (old,) = opened(ward, clerk, "Chi bộ 1")
    decide.close(old, into=ward, on=date(2026, 6, 1))

    assert len(opened(ward, clerk, "Chi bộ 1", on=date(2026, 6, 1))) == 1


@pytest.mark.parametrize(
    ("names", "on"),
    [(("Chi bộ 1", "chi bộ  1"), SINCE), (("Chi bộ 1",), build.LONG_AGO - timedelta(days=1))],
)
def test_all_or_nothing_is_opened(ward, clerk, names, on):
    with pytest.raises(ValidationError):
        opened(ward, clerk, *names, on=on)

    assert Unit.objects.count() == 1
    assert not User.objects.filter(is_card=True).exists()


def test_a_thousand_cells_open_in_bulk_and_not_one_by_one(
    ward, clerk, django_assert_max_num_queries
):
    with django_assert_max_num_queries(110):
        opened(ward, clerk, *(f"Chi bộ {n}" for n in range(1000)))

    assert len(directly_under(ward, on=TODAY)) == 1000


def test_opening_and_cards_stand_in_the_trail_of_the_ward_without_the_token(ward, clerk):
    cells = opened(ward, clerk, "Chi bộ 1")
    (card,) = issue(clerk, *cells)
    cancel_cards(units=cells, by=clerk, at=build.NOW, on=TODAY)

    entries = list(Entry.objects.filter(home__uuid=ward.home, actor=clerk).order_by("number"))

    assert [entry.deed for entry in entries] == [
        "units.open",
        "units.give_posts",
        "units.issue_cards",
        "units.cancel_cards",
    ]
    assert all(str(cells[0].uuid) in entry.subject for entry in entries)
    assert not any(card.token in entry.after + entry.subject for entry in entries)
    assert list(faults()) == []


def test_a_card_goes_from_unprinted_to_unused_used_and_cancelled(ward, clerk):
    cells = opened(ward, clerk, "Chi bộ 1")
    told = [states(ward)["Chi bộ 1"]]

    (card,) = issue(clerk, *cells)
    told.append(states(ward)["Chi bộ 1"])
    open_card(token=card.token, code=digits(card), at=build.NOW)
    told.append(states(ward)["Chi bộ 1"])
    cancel_cards(units=cells, by=clerk, at=build.NOW, on=TODAY)
    told.append(states(ward)["Chi bộ 1"])

    assert told == [CardState.UNPRINTED, CardState.UNUSED, CardState.USED, CardState.CANCELLED]


def test_ten_wrong_numbers_show_as_locked_and_a_new_card_mends_it(ward, clerk):
    cells = opened(ward, clerk, "Chi bộ 1")
    (card,) = issue(clerk, *cells)
    wrong = "000000" if digits(card) != "000000" else "111111"
    for _ in range(10):
        with pytest.raises(CardRefused):
            open_card(token=card.token, code=wrong, at=build.NOW)
    told = states(ward)["Chi bộ 1"]

    issue(clerk, *cells)

    assert told == CardState.LOCKED
    assert states(ward)["Chi bộ 1"] == CardState.UNUSED


def test_a_unit_opened_otherwise_gets_its_account_with_its_first_card(ward, clerk):
    front = build.unit("Mặt trận phường", under=ward, kind=Kind.FRONT)

    issue(clerk, front)
    issue(clerk, front)

    assert Post.objects.get(unit=front).user.is_card
    assert Card.objects.filter(user__posts__unit=front, cancelled_at__isnull=True).count() == 1


def test_cancelling_where_there_is_no_card_leaves_no_trace(ward, clerk):
    cells = opened(ward, clerk, "Chi bộ 1")
    before = Entry.objects.count()

    assert cancel_cards(units=cells, by=clerk, at=build.NOW, on=TODAY) == 0
    assert Entry.objects.count() == before


def test_a_closed_cell_is_listed_only_while_its_card_is_out(ward, clerk):
    cells = opened(ward, clerk, "Chi bộ 1", "Chi bộ 2")
    issue(clerk, cells[0])
    for cell in cells:
        decide.close(cell, into=ward, on=date(2026, 6, 1))

    listed_now = states(ward)
    cancel_cards(units=cells, by=clerk, at=build.NOW, on=TODAY)

    assert list(listed_now) == ["Đảng bộ phường", "Chi bộ 1"]
    assert list(states(ward)) == ["Đảng bộ phường"]


def test_the_list_of_cards_asks_as_much_for_many_as_for_few(ward, clerk):
    opened(ward, clerk, "Chi bộ 0")
    with CaptureQueriesContext(connection) as for_few:
        card_holders(ward, on=TODAY)
    opened(ward, clerk, *(f"Chi bộ {n}" for n in range(1, 30)))

    with CaptureQueriesContext(connection) as for_many:
        listed_now = card_holders(ward, on=TODAY)

    assert len(listed_now) == 31
    assert len(for_many) == len(for_few)


def test_roots_are_the_open_units_with_nothing_above(ward):
    build.unit("Chi bộ", under=ward)
    second = build.root("Đảng bộ khác")

    assert roots() == [ward, second]
