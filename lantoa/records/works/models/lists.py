"""Lists that the administrator keeps for works: further sorts, and classes of those who benefit."""

from lantoa.formats.lines import LineColumn
from lantoa.records.record.lists import KeptRow


class WorkSort(KeptRow):
    """A sort of work beyond those of every form: cameras, drains, health stations."""

    measured_in = LineColumn("đơn vị tính", max_length=30)

    class Meta(KeptRow.Meta):
        verbose_name = "loại công trình khác"


class BeneficiaryClass(KeptRow):
    """A class of people or households for whom works are, whatever the kind of house."""

    class Meta(KeptRow.Meta):
        verbose_name = "nhóm được hưởng"
