"""Indicators as a part of the project."""

from lantoa.records.record import kinds


class IndicatorsConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.indicators"
    verbose_name = "chỉ tiêu"
    place = 90
