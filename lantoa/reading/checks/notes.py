"""What a check says: computed and stated value, in words and in figures."""

from collections.abc import Sequence

from lantoa.reading.checks.layout import Layout
from lantoa.reading.figure import Check, Number

SLACK = 0.05
"""How far parts may lie from a total that is itself given as "gần" or "hơn"."""


def sum_check(layout: Layout, members: Sequence[int], total: int) -> Check:
    """Return the check that the members add up to the total."""
    computed = sum(layout.value(member) for member in members)
    stated = layout.value(total)
    approximate = any(layout.figures[place].approx != "exact" for place in (*members, total))
    allowed = SLACK * stated if approximate else 1e-9 * abs(stated)
    holds = abs(computed - stated) <= allowed
    return Check(
        kind="sum",
        members=tuple(members),
        total=total,
        holds=holds,
        note=_sum_note(computed, stated, holds=holds),
        approximate=approximate,
    )


def _sum_note(computed: Number, stated: Number, *, holds: bool) -> str:
    """Return the note of a sum."""
    figures = f"[sum={computed:.15g} total={stated:.15g}]"
    if holds:
        return f"các phần cộng lại đúng bằng tổng {written(stated)} {figures}"
    gap = written(abs(computed - stated))
    return (
        f"các phần cộng lại {written(computed)}, văn bản ghi {written(stated)} "
        f"(lệch {gap}) {figures}"
    )


def percent_check(
    layout: Layout, members: Sequence[int], total: int, *, part: Number, whole: Number
) -> Check:
    """Return the check that the part of the whole is the stated percentage."""
    figure = layout.figures[total]
    computed = part / whole * 100
    approximate = any(layout.figures[place].approx != "exact" for place in (*members, total))
    allowed = SLACK * figure.value if approximate else last_digit(figure.text)
    holds = abs(computed - figure.value) <= allowed + 1e-9
    ratio = f"{written(part)}/{written(whole)} = {written(round(computed, 3))}%"
    stated = f"văn bản ghi {written(figure.value)}%"
    return Check(
        kind="percent",
        members=tuple(members),
        total=total,
        holds=holds,
        note=f"{ratio}; {stated} [pct={computed:.4f} stated={figure.value:.15g}]",
        approximate=approximate,
    )


def last_digit(text: str) -> float:
    """Return one unit of the last decimal printed: 0.01 for "99,75%", 1 for "80%"."""
    digits = text.replace(".", ",").rpartition(",")[2] if "," in text or "." in text else ""
    places = sum(character.isdigit() for character in digits)
    return float(10**-places)


def written(value: Number) -> str:
    """Return a number as Vietnamese writes it: 17.939 and 99,75."""
    return f"{value:,.15g}".translate(str.maketrans(",.", ".,"))
