"""Formulas over measures: what is read, what is refused, what stays unknown."""

from fractions import Fraction

import pytest

from lantoa.figures.formula import LONGEST, Misformed, read_formula
from lantoa.figures.light import Light, light_of

KNOWN = {"a.b-c": Fraction(3), "a.d": Fraction(12), "a.none": None, "a.zero": Fraction(0)}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("100 × [a.b-c] ÷ [a.d]", 25),
        ("100 * [a.b-c] / [a.d]", 25),
        ("([a.d] − [a.b-c]) ÷ 2", Fraction(9, 2)),
        ("-[a.b-c] + 0,5", Fraction(-5, 2)),
        ("[a.b-c] + [a.b-c]", 6),
        ("2 + [a.b-c] × 4", 14),
        ("[a.none] + 1", None),
        ("[a.d] ÷ [a.zero]", None),
        ("0 × [a.none]", None),
        ("[a.zero] ÷ [a.d]", 0),
    ],
)
def test_a_formula_is_worked_out_and_what_is_unknown_stays_unknown(text, result):
    assert read_formula(text).reckon(KNOWN.__getitem__) == result


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "1 + 2",
        "[a.b] ** 2",
        "[a.b] // 2",
        "[a.b] % 2",
        "[a.b] if 1 else 2",
        "__import__('os').system('true')",
        "a.b + 1",
        "[a.b](1)",
        "[a.b][a.d]",
        "([a.b]",
        "[a.b] +",
        "[a.b], 2",
        "[a.b] < 2",
        "~[a.b]",
        "1e400 × [a.b]",
        "m0 + [a.b]",
        "[a.b] + m1",
        "[a.b]; 1",
        "[a.b]\n+ 1",
        "(" * 250 + "[a.b]" + ")" * 40,
        "[a.b] + " + "1" * LONGEST,
        "'x' × [a.b]",
        "[a.b] ² ",
    ],
)
def test_anything_but_numbers_operations_and_codes_is_refused(text):
    with pytest.raises(Misformed):
        read_formula(text)


def test_a_formula_names_what_it_needs_and_what_is_not_counted():
    formula = read_formula("[a.b-c] ÷ [x.y] + [x.y]")

    assert formula.codes == ("a.b-c", "x.y", "x.y")
    assert formula.unknown(KNOWN) == ["x.y"]


@pytest.mark.parametrize(
    ("figure", "target", "lower", "light"),
    [
        (100, 100, False, Light.REACHED),
        (90, 100, False, Light.NEAR),
        (89, 100, False, Light.SHORT),
        (None, 100, False, Light.UNKNOWN),
        (0, 0, False, Light.REACHED),
        (150, 170, True, Light.REACHED),
        (188, 170, True, Light.NEAR),
        (189, 170, True, Light.SHORT),
        (1, 0, True, Light.SHORT),
    ],
)
def test_a_light_says_how_far_a_figure_is(figure, target, lower, light):
    assert light_of(figure, target, near=90, lower=lower) is light
