"""Works as a part of the project."""

from lantoa.records.record import kinds


class WorksConfig(kinds.KindConfig):
    """One kind of record."""

    name = "lantoa.records.works"
    verbose_name = "công trình, phần việc"
    place = 30
    is_funded = True
