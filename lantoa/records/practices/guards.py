"""What the database refuses of practices, of what services did, and of the lists."""

from lantoa.records.practices.models import Output, Practice
from lantoa.records.record.guards import guards_of
from lantoa.trail.guards import never_deleted, unchanged

FIELDS, MEASURES = "practices_practicefield", "practices_servicemeasure"
WRITTEN_ONCE = ("code", "label", "valid_from", "source")
GUARDS = [
    *guards_of(Practice),
    *guards_of(Output),
    never_deleted(FIELDS),
    unchanged(FIELDS, WRITTEN_ONCE),
    never_deleted(MEASURES),
    unchanged(MEASURES, (*WRITTEN_ONCE, "measured_in")),
]
