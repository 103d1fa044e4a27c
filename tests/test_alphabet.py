"""Lists of names are in the order in which Vietnamese readers look for them."""

from random import Random

import pytest

from lantoa.figures.alphabet import alphabetical


@pytest.mark.parametrize(
    "ordered",
    [
        ["Xã Cần Đăng", "Xã Dầu Tiếng", "Xã Định Mỹ", "Xã Óc Eo", "Xã Thoại Sơn", "Xã Vĩnh An"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["An Phú", "Ăn", "Ân Thi", "Ba Chúc"],
        ["Chi bộ ấp 1", "Chi bộ ấp 2", "Chi bộ ấp 10", "Chi bộ ấp Mẫu"],
        ["Phú Hòa", "Phú Hội", "Phú Hữu"],
        ["Mỹ", "Mỹ Hòa", "Mỹ Hòa Hưng"],
    ],
)
def test_names_stand_in_the_order_of_the_dictionary(ordered):
    mixed = Random(7).sample(ordered, len(ordered))

    assert sorted(mixed, key=alphabetical) == ordered


def test_the_tone_decides_only_where_all_letters_are_the_same():
    assert sorted(["Hạ Long", "Hà Nội", "Hà Long"], key=alphabetical) == [
        "Hà Long",
        "Hạ Long",
        "Hà Nội",
    ]
