"""The spreadsheet of quoted figures: the number with its decimals."""

from lantoa.figures.writing import write_scaled
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.sheet import Cell, KindSheet


def _value(row: Quotation) -> Cell:
    return None if row.value is None else write_scaled(row.value, scale=row.scale)


SHEET = KindSheet(model=Quotation, said={"value": _value})
