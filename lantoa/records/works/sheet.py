"""The spreadsheet of works: the columns of its table."""

from lantoa.records.record.sheet import Sheet
from lantoa.records.works.models import Work

SHEET = Sheet(model=Work)
