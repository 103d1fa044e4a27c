"""Recording, correcting and withdrawing outreach."""

from lantoa.records.outreach.models import Outreach
from lantoa.records.record.operations import Done, Likeness

DONE = Done(model=Outreach, deed="outreach", alike=Likeness(besides=("title",)))
