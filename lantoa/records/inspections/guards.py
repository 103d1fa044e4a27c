"""What the database refuses of inspections, and of their themes."""

from lantoa.records.inspections.models import Inspection, InspectionTheme
from lantoa.records.record.guards import guards_of
from lantoa.records.record.lists import guards_of_list

GUARDS = [*guards_of(Inspection), *guards_of_list(InspectionTheme)]
