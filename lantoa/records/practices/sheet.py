"""The spreadsheet of practices: the field of the list, then the columns of the table."""

from lantoa.records.practices.models import Practice
from lantoa.records.record.sheet import KindSheet, SheetColumn

SHEET = KindSheet(
    model=Practice,
    first=(SheetColumn("Lĩnh vực", lambda row: row.field.label if row.field else None),),
)
