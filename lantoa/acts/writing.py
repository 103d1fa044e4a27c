"""Writing the steps of a decision as the rows of a list: read back, they decide the same."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lantoa.acts.steps import Reference, Sort, Step
from lantoa.figures.period import ONE_DAY
from lantoa.units.queries import portraits

Row = tuple[str, ...]
"""Texts in the order of the columns of a list: the step, the unit, its new code and so on."""


def rows_of(steps: Sequence[Step], *, on: date) -> list[Row]:
    """Return the rows of a decision in force from a day, in its order; one SELECT a table.

    Units are named by the codes that they bear on the eve, as in the lists that are sent, or on the
    day where they began then. What a part of a divided unit receives is a row of its own: it moves
    there.
    """
    units = set().union(*(step.units() for step in steps)) if steps else set()
    codes = dict.fromkeys(units, "")
    for day in (on, on - ONE_DAY):
        codes |= {pk: each.code for pk, each in portraits(units, on=day).items() if each.code}
    return [row for step in steps for row in _rows(step, codes)]


def _rows(step: Step, codes: Mapping[int, str]) -> Iterator[Row]:
    target = step.code or _word(step.into, codes)
    yield (
        step.sort.label,
        _word(step.unit, codes),
        target,
        step.name,
        step.kind.label if step.kind else "",
        _word(step.parent, codes),
        _word(step.successor, codes),
        step.note,
    )
    for received in step.receives:
        yield (Sort.MOVE.label, codes[received], "", "", "", target or step.name, "", "")


def _word(reference: Reference | None, codes: Mapping[int, str]) -> str:
    """Return what a list calls a unit: its code, or what the decision itself gives it."""
    return codes[reference] if isinstance(reference, int) else reference or ""
