"""Commitments as a part of the project."""

from lantoa.records.record import kinds


class CommitmentsConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.commitments"
    verbose_name = "cam kết, chuẩn mực, nêu gương"
    place = 70
