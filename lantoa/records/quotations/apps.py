"""Quotations as a part of the project."""

from lantoa.records.record import kinds


class QuotationsConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.quotations"
    verbose_name = "số liệu trích dẫn"
    place = 95
    quotes = True
