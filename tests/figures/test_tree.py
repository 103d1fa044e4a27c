"""Units under units: who hangs where, and the one pass that adds upward."""

import pytest

from lantoa.figures.tree import Tree, add

#        1        9
#      2   3
#     4 5
PARENTS = {1: None, 2: 1, 3: 1, 4: 2, 5: 2, 9: 8}


@pytest.mark.parametrize(
    ("first", "second", "both"), [(1, 2, 3), (None, 2, 2), (1, None, 1), (0, 0, 0), (None,) * 3]
)
def test_unknown_and_a_number_are_the_number_and_two_unknown_stay_unknown(first, second, both):
    assert add(first, second) == both


def test_a_unit_under_none_or_under_one_that_is_not_listed_is_a_top():
    tree = Tree(PARENTS)

    assert tree.tops == [1, 9]
    assert tree.children == {1: [2, 3], 2: [4, 5]}
    assert (1 in tree, 9 in tree, 8 in tree) == (True, True, False)


def test_parents_come_before_their_children():
    tree = Tree(PARENTS)

    assert tree.downward == [1, 9, 2, 3, 4, 5]
    assert tree.under(1) == [1, 2, 3, 4, 5]
    assert tree.under(2) == [2, 4, 5]
    assert tree.under(3) == [3]


def test_those_above_come_nearest_first_and_end_at_a_top():
    tree = Tree(PARENTS)

    assert [list(tree.above(unit)) for unit in (5, 2, 1, 9)] == [[2, 1], [1], [], []]


def test_each_unit_is_reached_through_one_branch_right_below_its_top():
    assert Tree(PARENTS).branches == {1: 1, 2: 2, 3: 3, 4: 2, 5: 2, 9: 9}


def test_units_in_a_circle_are_refused_in_words():
    with pytest.raises(ValueError, match=r"^Các đơn vị trực thuộc lẫn nhau thành vòng\.$"):
        Tree({1: None, 2: 3, 3: 2})


def test_a_total_is_what_a_unit_did_and_what_was_done_under_it():
    own = {2: [1, None], 4: [10, None], 5: [100, 7], 9: [5, 5]}

    totals = Tree(PARENTS).roll_up(own)

    assert totals == {4: [10, None], 5: [100, 7], 2: [111, 7], 1: [111, 7], 9: [5, 5]}


def test_adding_upward_changes_nothing_of_what_the_units_stated():
    own = {1: [1], 2: [2], 4: [4]}

    Tree(PARENTS).roll_up(own)

    assert own == {1: [1], 2: [2], 4: [4]}


def test_the_totals_of_two_units_are_never_one_list():
    totals = Tree(PARENTS).roll_up({4: [10]})
    totals[4][0] = 0

    assert (totals[2], totals[1]) == ([10], [10])
