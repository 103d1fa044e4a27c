"""The name of a key can be typed from paper: a mistake is noticed, and told where it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.keeping.operations.signing import Misspelt, name_of, read_name
from lantoa.people.operations import PLAIN_LETTERS

NAME_OF_NOTHING = "7TVGX-JS2AR-HT9SS-ZGJG9-VM53W-PZIQE-E7AZ7-8GMRM"
PUBLIC = st.binary(min_size=32, max_size=32)


@given(PUBLIC)
def test_a_name_is_read_however_it_is_spaced_and_in_either_case(public):
    name = name_of(public)

    assert re.fullmatch(r"(?:[A-Z2-9]{5}-){7}[A-Z2-9]{5}", name)
    assert read_name(name) == read_name(name.lower().replace("-", " ")) == name
    assert read_name(f" {name.replace('-', '')}\n") == name


def test_a_name_is_always_the_same():
    assert name_of(bytes(32)) == NAME_OF_NOTHING


@given(PUBLIC, st.integers(0, 39), st.sampled_from(PLAIN_LETTERS))
def test_one_wrong_letter_is_always_noticed_in_its_group(public, place, letter):
    typed = list(name_of(public).replace("-", ""))
    if typed[place] == letter.upper():
        return
    typed[place] = letter

    with pytest.raises(Misspelt, match=f"Nhóm thứ {place // 5 + 1} "):
        read_name("".join(typed))


@given(PUBLIC, st.integers(0, 7), st.permutations(range(5)))
def test_two_letters_that_changed_places_are_always_noticed(public, place, order):
    groups = name_of(public).split("-")
    one, other = order[:2]
    letters = list(groups[place])
    if letters[one] == letters[other]:
        return
    letters[one], letters[other] = letters[other], letters[one]
    groups[place] = "".join(letters)

    with pytest.raises(Misspelt, match=f"Nhóm thứ {place + 1} "):
        read_name("-".join(groups))


@given(PUBLIC, st.permutations(range(8)))
def test_two_groups_that_changed_places_are_always_noticed(public, order):
    one, other = sorted(order[:2])
    groups = name_of(public).split("-")
    groups[one], groups[other] = groups[other], groups[one]

    with pytest.raises(Misspelt, match=f"Nhóm thứ {one + 1} "):
        read_name("-".join(groups))


@pytest.mark.parametrize("typed", ["", NAME_OF_NOTHING[:-1], f"{NAME_OF_NOTHING}-AAAA"])
def test_too_few_letters_are_counted(typed):
    with pytest.raises(Misspelt, match="mới đọc được"):
        read_name(typed)


@given(st.text(max_size=60))
def test_whatever_else_is_typed_is_refused_in_words(text):
    with pytest.raises(Misspelt, match=r"[Mm]ã khóa"):
        read_name(text)
