"""Inspections as a part of the project."""

from lantoa.records.record import kinds


class InspectionsConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.inspections"
    verbose_name = "kiểm tra, giám sát"
    place = 80
