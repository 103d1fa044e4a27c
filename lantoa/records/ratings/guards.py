"""What the database refuses of ratings, of score sheets and of quotas."""

from lantoa.records.ratings.models import Rating, RatingQuota, ScoreSheet
from lantoa.records.record.guards import guards_of
from lantoa.records.record.lists import guards_of_list

GUARDS = [*guards_of(Rating), *guards_of_list(ScoreSheet), *guards_of_list(RatingQuota)]
