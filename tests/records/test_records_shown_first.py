"""A page has room for a few: of each kind its first comes before the second of any."""

import pytest
from django.urls import reverse

from lantoa.records.record.counting import in_turn
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Kind
from tests import build
from tests.records.answers import text
from tests.records.conftest import signed_in


@pytest.mark.parametrize(
    ("most", "taken"),
    [
        (0, []),
        (2, ["a1", "b1"]),
        (3, ["a1", "b1", "c1"]),
        (4, ["a1", "a2", "b1", "c1"]),
        (6, ["a1", "a2", "a3", "b1", "c1", "c2"]),
        (9, ["a1", "a2", "a3", "b1", "c1", "c2"]),
    ],
)
def test_the_first_of_each_kind_is_taken_before_the_second_of_any(most, taken):
    assert in_turn([["a1", "a2", "a3"], ["b1"], [], ["c1", "c2"]], most=most) == taken


def heads(answer):
    return {group.label: group for group in answer.context["navigation"]}


def test_links_of_kinds_stand_open_under_one_head_and_the_others_are_folded(clerk, commune):
    shown = heads(clerk.get(reverse("desk:unit", args=[commune.uuid])))

    assert [link.label for link in shown[""].links] == ["Trang đầu", "Số liệu"]
    assert len(shown["Đã ghi"].links) == len([kind for kind in kinds() if kind.pages.form])
    assert [head for head, group in shown.items() if head and group.is_shown] == ["Đã ghi"]


def test_the_head_under_which_one_is_stands_open_too(clerk, commune):
    shown = heads(clerk.get(reverse("reports:ask", args=[commune.uuid])))

    assert [head for head, group in shown.items() if group.is_here] == ["Việc chung"]
    assert shown["Việc chung"].is_shown


def test_who_may_only_see_has_no_heads_of_what_others_do(commune):
    viewer = signed_in(build.clerk(commune, right="view"))

    shown = heads(viewer.get(reverse("desk:unit", args=[commune.uuid])))

    assert list(shown) == ["", "Việc chung"]


def test_a_phone_offers_a_cell_first_what_cells_do_and_folds_away_the_rest(card, clerk, commune):
    front = build.unit("Mặt trận", under=commune, kind=Kind.FRONT)

    of_cell = card.get(reverse("phone:home")).context
    of_front = clerk.get(reverse("phone:unit", args=[front.uuid])).context

    def labels(name, context):
        return [each.label for each in context[name]]

    assert labels("offered", of_cell)[0] == "Ghi buổi sinh hoạt chi bộ"
    assert len(of_cell["offered"]) <= 4
    assert "Ghi tiền, quà tiếp nhận" in labels("seldom", of_cell)
    assert "Ghi tiền, quà tiếp nhận" in labels("offered", of_front)


def test_what_is_folded_away_on_a_phone_is_on_its_page(card):
    shown = card.get(reverse("phone:home"))

    assert shown.context["seldom"]
    assert all(offer.url in text(shown) for offer in shown.context["seldom"])
