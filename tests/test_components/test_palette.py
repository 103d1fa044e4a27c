"""The palette: text at 4.5 to 1, what marks a control or a bar at 3 to 1 (WCAG 2.2 AA)."""

import re

import pytest

from tests.test_components import STATIC


def palette(scheme):
    text = (STATIC / "tokens.css").read_text()
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", light))
    return (
        found
        if scheme == "light"
        else found | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", dark))
    )


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = ["paper", "sheet", "shade"]
TEXTS = ["ink", "quiet", "river", "leaf", "gold", "brick"]
PAIRS = [
    *[(text, ground, 4.5) for text in TEXTS for ground in GROUNDS],
    *[(colour, f"{colour}-wash", 4.5) for colour in ("leaf", "gold", "brick", "river")],
    *[("ink", f"{colour}-wash", 4.5) for colour in ("leaf", "gold", "brick", "river")],
    *[("river", f"{colour}-wash", 4.5) for colour in ("leaf", "gold", "brick")],
    *[("lotus", ground, 4.5) for ground in GROUNDS],
    *[("on-fill", fill, 4.5) for fill in ("lotus-fill", "lotus-deep", "brick-fill")],
    ("paper", "ink", 4.5),
    ("quiet", "river-wash", 4.5),
    *[("edge", ground, 3) for ground in GROUNDS],
    *[(bar, "sheet", 3) for bar in ("bar", "bar-deep")],
    *[(bar, "paper", 3) for bar in ("bar", "bar-deep")],
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_that_meet_can_be_told_apart(scheme, front, ground, least):
    colours = palette(scheme)

    assert contrast(colours[front], colours[ground]) >= least


def test_contrast_is_measured_as_the_guidelines_do():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
