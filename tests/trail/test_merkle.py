"""One head stands for all lines: proofs that a line is in, and that a later tree extends it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.trail import merkle
from lantoa.trail.merkle import (
    EMPTY,
    extends,
    extension,
    grown,
    head,
    head_of,
    includes,
    inclusion,
    leaf,
)

SIZES = st.integers(1, 70)
KNOWN = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
}
"""Heads of no leaf, and of one empty leaf: SHA-256 of nothing, and of a zero byte."""


def leaves(size: int) -> list[bytes]:
    return [leaf(str(number).encode()) for number in range(size)]


@pytest.mark.parametrize("size", KNOWN)
def test_the_smallest_trees_have_the_heads_that_the_standard_gives(size):
    assert head([leaf(b"")] * size).hex() == KNOWN[size]


def test_three_leaves_hang_as_the_standard_draws_them():
    first, second, third = leaves(3)

    assert head([first, second, third]) == merkle.node(merkle.node(first, second), third)


@given(SIZES)
def test_a_tree_that_grows_line_by_line_has_the_head_of_the_whole(size):
    peaks: list[bytes] = []
    for number, each in enumerate(leaves(size)):
        peaks = grown(peaks, size=number, by=each)

    assert head_of(peaks) == head(leaves(size)) != EMPTY


@given(SIZES, st.data())
def test_a_line_is_proved_at_its_place_and_at_no_other(size, data):
    place = data.draw(st.integers(0, size - 1))
    held, whole = leaves(size), head(leaves(size))
    proof = inclusion(held, place)

    def shown(at: int, of: bytes, by: list[bytes] = proof) -> bool:
        return includes(by, leaf=of, place=at, size=size, head=whole)

    assert shown(place, held[place])
    assert not shown(place, leaf(b"x"))
    assert not any(shown(other, held[place]) for other in range(size) if other != place)
    assert not shown(place, held[place], [*proof, EMPTY])
    assert not shown(size, held[place])


@given(SIZES, st.data())
def test_a_later_tree_extends_an_earlier_one_and_no_forked_one(size, data):
    earlier = data.draw(st.integers(1, size))
    held = leaves(size)
    proof, whole = extension(held, earlier), head(held)
    forked = [*held[: earlier - 1], leaf(b"x")]

    def shown(of: bytes, by: list[bytes] = proof) -> bool:
        return extends(by, earlier=earlier, earlier_head=of, size=size, head=whole)

    assert shown(head(held[:earlier]))
    assert not shown(head(forked))
    assert not shown(head(held[:earlier]), [*proof, EMPTY])


def test_every_tree_extends_the_empty_one():
    assert extends([], earlier=0, earlier_head=EMPTY, size=5, head=head(leaves(5)))
    assert not extends([], earlier=6, earlier_head=EMPTY, size=5, head=head(leaves(5)))
