"""A decision as tiles: who takes over from whom, before anything happens."""

import pytest

from lantoa.acts.plan import plan
from lantoa.acts.steps import Sort, Step
from lantoa.reorganisation.queries import tiles
from lantoa.reorganisation.queries.tiles import tiles_of
from tests.acts.acts import DAY

pytestmark = pytest.mark.django_db


def test_a_merged_unit_holds_those_that_it_takes_over_from(land):
    first, second, _ = land.communes
    new = {"code": "30999", "name": "Xã Thoại Sơn", "parent": land.district.pk}
    steps = [
        Step(sort=Sort.MERGE, unit=second.pk, **new),
        Step(sort=Sort.MERGE, unit=first.pk, code="30999"),
    ]

    (tile,) = tiles_of(plan(steps, on=DAY)).shown

    assert (tile.name, tile.code, tile.is_new) == ("Xã Thoại Sơn", "30999", True)
    assert [each.name for each in tile.origins] == ["Xã Núi Sập", "Xã Thoại Giang"]
    assert {each.words for each in tile.origins} == {""}


def divided(land):
    """Return the steps that divide a commune in two, a cell to each part."""
    third, cells, province = land.communes[2], land.cells[2], land.province.pk
    return [
        Step(sort=Sort.SPLIT, unit=third.pk, code=code, name=name, parent=province,
             successor="1", receives=(cell.pk,))
        for (code, name), cell in zip((("1", "Xã Bắc"), ("2", "Xã Nam")), cells, strict=True)
    ]  # fmt: skip


def test_a_divided_unit_stands_in_each_of_its_parts_with_the_principal_one_named(land):
    north, south = tiles_of(plan(divided(land), on=DAY)).shown

    assert [(each.name, each.words) for each in north.origins] == [("Xã Bình Thành", "phần chính")]
    assert [(each.name, each.words) for each in south.origins] == [("Xã Bình Thành", "một phần")]


def test_one_that_takes_over_and_was_there_before_is_not_new(land):
    first, second, _ = land.communes
    step = Step(sort=Sort.MERGE, unit=first.pk, into=second.pk)

    (tile,) = tiles_of(plan([step], on=DAY)).shown

    assert (tile.name, tile.is_new) == ("Xã Thoại Giang", False)


def test_beyond_what_a_page_can_bear_tiles_are_counted(land, monkeypatch):
    monkeypatch.setattr(tiles, "MOST_TILES", 1)

    found = tiles_of(plan(divided(land), on=DAY))

    assert ([each.name for each in found.shown], found.more) == (["Xã Bắc"], 1)
