"""Asking the organisation: charts, units as they were on a day, and finding them."""

from lantoa.units.queries.chart import chart_on, parents_under, path_above, tree_on
from lantoa.units.queries.finding import AmbiguousCode, find_unit, matching
from lantoa.units.queries.places import units_in
from lantoa.units.queries.portrait import Album, Portrait, kinds_on, portrait, portraits

__all__ = [
    "Album",
    "AmbiguousCode",
    "Portrait",
    "chart_on",
    "find_unit",
    "kinds_on",
    "matching",
    "parents_under",
    "path_above",
    "portrait",
    "portraits",
    "tree_on",
    "units_in",
]
