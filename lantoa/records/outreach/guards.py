"""What the database refuses of outreach."""

from lantoa.records.outreach.models import Outreach
from lantoa.records.record.guards import guards_of

GUARDS = guards_of(Outreach)
