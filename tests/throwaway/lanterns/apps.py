"""Lanterns as a part of the project."""

from lantoa.records.record import kinds


class LanternsConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.lanterns"
    verbose_name = "thả đèn"
    place = 50
