"""The spreadsheet of outreach: the columns of its table."""

from lantoa.records.outreach.models import Outreach
from lantoa.records.record.sheet import KindSheet

SHEET = KindSheet(model=Outreach)
