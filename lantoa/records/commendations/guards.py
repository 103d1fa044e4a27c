"""What the database refuses of commendations, and of the lists they choose from."""

from lantoa.records.commendations.models import AwardForm, AwardQuota, Honour
from lantoa.records.record.guards import guards_of
from lantoa.records.record.lists import guards_of_list

GUARDS = [*guards_of(Honour), *guards_of_list(AwardForm), *guards_of_list(AwardQuota)]
