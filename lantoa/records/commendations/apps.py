"""Commendations as a part of the project."""

from lantoa.records.record import kinds


class CommendationsConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.commendations"
    verbose_name = "biểu dương, khen thưởng"
    place = 60
