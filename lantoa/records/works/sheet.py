"""The spreadsheet of works: the columns of its table."""

from lantoa.records.record.sheet import KindSheet
from lantoa.records.works.models import Work

SHEET = KindSheet(model=Work)
