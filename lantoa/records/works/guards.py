"""What the database refuses of works."""

from lantoa.records.record.guards import guards_of
from lantoa.records.works.models import Work
from lantoa.trail.guards import never_deleted

GUARDS = [*guards_of(Work), never_deleted("works_proof")]
