"""What the database refuses of commitments."""

from lantoa.records.commitments.models import Commitment
from lantoa.records.record.guards import guards_of

GUARDS = guards_of(Commitment)
