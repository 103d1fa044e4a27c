"""The spreadsheet of inspections: the columns of its table."""

from lantoa.records.inspections.models import Inspection
from lantoa.records.record.sheet import KindSheet

SHEET = KindSheet(model=Inspection)
