"""The spreadsheet of indicators: which one, then its number with the decimals of its sort."""

from lantoa.figures.writing import write_scaled
from lantoa.records.indicators.models import Indicator
from lantoa.records.record.sheet import Cell, KindSheet, SheetColumn


def _value(row: Indicator) -> Cell:
    if row.value is None:
        return None
    return row.value if row.sort.scale == 0 else write_scaled(row.value, scale=row.sort.scale)


SHEET = KindSheet(
    model=Indicator,
    first=(
        SheetColumn("Chỉ tiêu", lambda row: row.sort.label),
        SheetColumn("Đơn vị tính", lambda row: row.sort.measured_in),
    ),
    said={"value": _value},
)
