"""The spreadsheet of meetings: the columns of its table."""

from lantoa.records.meetings.models import Meeting
from lantoa.records.record.sheet import Sheet

SHEET = Sheet(model=Meeting)
