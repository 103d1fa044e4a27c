"""The arithmetic that a text itself allows one to check: its sums and its percentages."""

from collections.abc import Iterable, Sequence

from lantoa.reading.checks.layout import Layout
from lantoa.reading.checks.percentages import percentages
from lantoa.reading.checks.rows import rows
from lantoa.reading.checks.series import series
from lantoa.reading.checks.shares import Partition, partitions
from lantoa.reading.checks.sums import sums
from lantoa.reading.figure import Check, FoundFigure


def checks_in(text: str, figures: Sequence[FoundFigure]) -> list[Check]:
    """Return the checks between figures that `figures_in` found in the same text.

    A check that holds needs exact agreement; one that fails is given only where the text
    plainly says that the parts make up the whole, so that a reader can trust an alarm.
    """
    layout = Layout.of(text, figures)
    divided = partitions(layout)
    found = [*sums(layout), *series(layout), *rows(layout)]
    found += [check for partition in divided for check in partition.checks()]
    found += percentages(layout, unnamed=_shares_of_their_sum(divided))
    return sorted(_settled(found), key=lambda check: (check.total, check.members))


def _shares_of_their_sum(divided: Iterable[Partition]) -> frozenset[int]:
    """Return the percentages that are shares of a whole that the text does not state."""
    own = [partition for partition in divided if partition.speaks_of_itself()]
    return frozenset(part + 1 for partition in own for part in partition.parts)


def _settled(found: Iterable[Check]) -> list[Check]:
    """Return each check once; what holds in one reading is no alarm in another."""
    held = {check.total for check in found if check.holds and check.kind == "sum"}
    settled: dict[tuple[str, int, tuple[int, ...]], Check] = {}
    for check in found:
        if check.kind == "sum" and not check.holds and check.total in held:
            continue
        settled.setdefault((check.kind, check.total, check.members), check)
    return _one_alarm_each(settled.values())


def _one_alarm_each(checks: Iterable[Check]) -> list[Check]:
    """Return the checks with only the first alarm about each total."""
    alarmed: set[int] = set()
    kept: list[Check] = []
    for check in checks:
        if not check.holds and check.total in alarmed:
            continue
        alarmed.update(() if check.holds else (check.total,))
        kept.append(check)
    return kept
