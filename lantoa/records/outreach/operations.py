"""Recording, correcting and withdrawing outreach."""

from lantoa.records.outreach.models import Outreach
from lantoa.records.record.operations import Done

DONE = Done(model=Outreach, deed="outreach")
