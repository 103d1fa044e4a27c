"""Giving as a part of the project."""

from lantoa.records.record import kinds


class GivingConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.giving"
    verbose_name = "vận động, tiếp nhận, phân bổ"
    place = 35
