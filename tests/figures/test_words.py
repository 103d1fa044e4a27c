"""Text as it is kept and searched, numbers as they are written, names as they are ordered."""

import unicodedata

import pytest

from lantoa.figures.alphabet import alphabetical
from lantoa.figures.words import composed, fold, is_readable, listed
from lantoa.figures.writing import (
    percentage,
    rounded,
    write_dong,
    write_dong_short,
    write_percentage,
    write_scaled,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Thoại \n Sơn ", "thoai son"),
        ("ĐẢNG Bộ đặc khu", "dang bo dac khu"),
        ("Straße", "strasse"),
        (unicodedata.normalize("NFD", "Ấp Mỹ"), "ap my"),
    ],
)
def test_text_is_searched_without_marks_capitals_and_spaces_that_are_too_many(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["A"], "A"), (["A", "B"], "A và B"), (["A", "B", "C"], "A, B và C")],
)
def test_several_things_are_named_as_in_a_sentence(words, sentence):
    assert listed(words) == sentence


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (unicodedata.normalize("NFD", "Thoại Sơn"), "Thoại Sơn"),
        ("Thoại \t Sơn\n", "Thoại Sơn"),
        ("Thoại\u200b Sơn\ufeff", "Thoại Sơn"),
        ("Thoại\u00a0Sơn", "Thoại Sơn"),
    ],
)
def test_text_is_kept_composed_with_single_spaces_and_no_signs_that_nobody_sees(text, kept):
    assert composed(text) == kept


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("Thoại Sơn – 26°", True),
        ("Thoại\u200bSơn", True),
        ("a\x00", False),
        ("a\ud800", False),
        ("a\ue000", False),
        ("a\u0378", False),
    ],
)
def test_what_stands_for_nothing_that_can_be_shown_is_not_readable(text, readable):
    assert is_readable(text) is readable


@pytest.mark.parametrize(
    ("number", "scale", "written"),
    [
        (606, 2, "6,06"),
        (-606, 2, "-6,06"),
        (6, 2, "0,06"),
        (-6, 2, "-0,06"),
        (1234567, 1, "123.456,7"),
        (0, 1, "0,0"),
        (1234, 0, "1.234"),
        (None, 2, "chưa có số"),
    ],
)
def test_decimals_stand_after_a_comma(number, scale, written):
    assert write_scaled(number, scale=scale) == written


def test_a_number_without_a_scale_is_whole():
    assert write_scaled(1234) == "1.234"


@pytest.mark.parametrize(
    ("numerator", "denominator", "result"),
    [
        (1, 2, 1), (1, 3, 0), (2, 3, 1), (3, 2, 2), (-1, 2, -1), (1, -2, -1), (-1, -2, 1),
        (-1, 3, 0), (0, -5, 0), (5, 1, 5),
    ],
)  # fmt: skip
def test_half_goes_away_from_zero_on_either_side(numerator, denominator, result):
    assert rounded(numerator, denominator, scale=0) == result
    assert rounded(numerator, denominator, scale=1) == rounded(numerator * 10, denominator, scale=0)


def test_nothing_is_divided_by_nought():
    with pytest.raises(ZeroDivisionError):
        rounded(1, 0, scale=0)


@pytest.mark.parametrize(
    ("part", "whole", "hundredths"),
    [(1, 3, 3333), (2, 3, 6667), (0, 3, 0), (3, 0, None), (None, 3, None), (3, None, None)],
)
def test_a_share_is_kept_in_hundredths_of_a_percent(part, whole, hundredths):
    assert percentage(part, whole) == hundredths


def test_a_share_that_is_not_known_has_no_percent_sign():
    assert write_percentage(1, 0) == "chưa có số"
    assert write_percentage(1, 800) == "0,13%"


@pytest.mark.parametrize(
    ("amount", "short"),
    [
        (1_000_000_000, "1 tỷ đồng"),
        (999_999_999, "1.000 triệu đồng"),
        (1_000_000, "1 triệu đồng"),
        (999_999, "999.999 đồng"),
        (1_250_000, "1,3 triệu đồng"),
        (-1_250_000_000, "-1,3 tỷ đồng"),
        (-2_000_000, "-2 triệu đồng"),
        (0, "0 đồng"),
        (None, "chưa có số"),
    ],
)
def test_money_for_a_glance_turns_to_millions_and_thousands_of_millions(amount, short):
    assert write_dong_short(amount) == short


def test_money_in_full_keeps_every_dong():
    assert write_dong(1_234_567) == "1.234.567 đồng"


@pytest.mark.parametrize(
    "names",
    [
        ["Chi bộ 2", "Chi bộ 10", "Chi bộ A"],
        ["An", "Ăn", "Ân", "Bình", "Cần", "Dung", "Đông", "Em"],
        ["la", "là", "lả", "lã", "lá", "lạ", "lan"],
        ["ơn", "ưng", "Vọng"],
        ["Xã 1", "Xã 01b", "Xã 2"],
        ["zz", "ça"],
    ],
)
def test_names_stand_as_in_a_dictionary_and_numbers_by_their_value(names):
    backwards = names[::-1]

    assert sorted(backwards, key=alphabetical) == names


def test_capitals_and_the_way_marks_are_stored_do_not_change_a_place():
    spread = unicodedata.normalize("NFD", "ẤP MỸ")

    assert alphabetical(spread)[:2] == alphabetical("ấp mỹ")[:2]
