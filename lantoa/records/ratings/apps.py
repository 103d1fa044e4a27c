"""Ratings as a part of the project."""

from lantoa.records.record import kinds


class RatingsConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.ratings"
    verbose_name = "đánh giá, xếp loại"
    place = 75
