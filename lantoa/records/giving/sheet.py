"""The spreadsheet of giving: the columns of its table."""

from lantoa.records.giving.models import Giving
from lantoa.records.record.sheet import KindSheet

SHEET = KindSheet(model=Giving)
