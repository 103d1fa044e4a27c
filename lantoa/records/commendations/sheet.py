"""The spreadsheet of commendations: the columns of its table."""

from lantoa.records.commendations.models import Honour
from lantoa.records.record.sheet import KindSheet

SHEET = KindSheet(model=Honour)
