"""Recording lanterns."""

from lantoa.records.lanterns.models import Lantern

from lantoa.records.record.operations import Done

DONE = Done(model=Lantern, deed="lanterns")
