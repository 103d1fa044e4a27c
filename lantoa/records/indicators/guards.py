"""What the database refuses of indicators, of their catalogue, and of targets."""

from lantoa.records.indicators.models import Indicator, IndicatorTarget, Sort
from lantoa.records.record.guards import guards_of
from lantoa.records.record.lists import guards_of_list

SORTS = guards_of_list(Sort)
GUARDS = [*guards_of(Indicator), *SORTS, *guards_of_list(IndicatorTarget)]
