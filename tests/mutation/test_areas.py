"""Every area that is changed lies somewhere, and gets its share of the changes."""

import pytest

from tests.mutation.areas import AREAS, lines_of, shares, sources


@pytest.mark.parametrize("area", AREAS)
def test_an_area_holds_code(area):
    assert list(sources(area))
    assert lines_of(area) > 100


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (10, {"a": 1, "b": 1}, {"a": 5, "b": 5}),
        (10, {"a": 2, "b": 1}, {"a": 7, "b": 3}),
        (4, {"a": 5, "b": 3, "c": 2}, {"a": 2, "b": 1, "c": 1}),
    ],
)
def test_changes_are_shared_out_in_proportion_and_none_is_lost(total, weights, parts):
    assert shares(total, weights) == parts
