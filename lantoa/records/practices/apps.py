"""Practices as a part of the project."""

from lantoa.records.record import kinds


class PracticesConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.practices"
    verbose_name = "mô hình, cách làm hay"
    place = 20
