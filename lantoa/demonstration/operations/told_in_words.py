"""The list of deeds as a page of the documentation."""

from collections.abc import Iterator
from itertools import groupby

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import Activity
from lantoa.demonstration.operations.told import pages_of

HEAD = """# What five articles tell, deed by deed

Written by `lantoa published --deeds --markdown`; do not edit it by hand. Each deed that the
articles of the [demonstration](demonstration.md) tell has its number, our own words, its kind of
record, the pages that show it ("…" is the number of the record or unit), and the measure
that counts it, where one does. What is not recorded says why. `lantoa published --deeds` prints the
same with the state and whole addresses.
"""
COLUMNS = ("deed", "what", "kind", "page", "measure, or why it is not recorded")


def markdown() -> str:
    """Return the page, with a table for each article."""
    lines = [HEAD]
    for place, told in groupby(facts.activities(), key=lambda each: each.place):
        lines += [f"## {place}", "", _row(COLUMNS), _row(["---"] * len(COLUMNS))]
        lines += [*_rows(told), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _rows(told: Iterator[Activity]) -> Iterator[str]:
    for each in told:
        pages = " ".join(f"`{page}`" for page in pages_of(each))
        measure = f"`{each.measure}`" if each.measure else each.reason
        yield _row([each.id, each.words, each.kind, pages, measure])


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
