"""What the database refuses of dialogues."""

from lantoa.records.dialogues.models import Dialogue
from lantoa.records.record.guards import guards_of

GUARDS = guards_of(Dialogue)
