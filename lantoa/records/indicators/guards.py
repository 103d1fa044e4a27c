"""What the database refuses of indicators."""

from lantoa.records.indicators.models import Indicator
from lantoa.records.record.guards import guards_of

GUARDS = guards_of(Indicator)
