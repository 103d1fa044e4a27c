"""What the database refuses of works, and of the lists they choose from."""

from lantoa.records.record.guards import guards_of
from lantoa.records.record.lists import guards_of_list
from lantoa.records.works.models import BeneficiaryClass, Work, WorkSort
from lantoa.trail.guards import never_deleted

OF_WORKS = guards_of(Work)
GUARDS = [
    *OF_WORKS,
    never_deleted("works_proof"),
    *guards_of_list(WorkSort),
    *guards_of_list(BeneficiaryClass),
]
