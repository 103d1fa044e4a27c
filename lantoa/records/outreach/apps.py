"""Outreach as a part of the project."""

from lantoa.records.record import kinds


class OutreachConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.outreach"
    verbose_name = "tuyên truyền"
    place = 40
