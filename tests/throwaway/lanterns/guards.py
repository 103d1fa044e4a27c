"""What the database refuses of lanterns."""

from lantoa.records.lanterns.models import Lantern

from lantoa.records.record.guards import guards_of

GUARDS = guards_of(Lantern)
