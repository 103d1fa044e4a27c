"""What the database refuses of meetings."""

from lantoa.records.meetings.models import Meeting
from lantoa.records.record.guards import guards_of

GUARDS = guards_of(Meeting)
