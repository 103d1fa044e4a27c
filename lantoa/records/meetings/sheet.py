"""The spreadsheet of meetings: the columns of its table."""

from lantoa.records.meetings.models import Meeting
from lantoa.records.record.sheet import KindSheet

SHEET = KindSheet(model=Meeting)
