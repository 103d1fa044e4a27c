"""The spreadsheet of commitments: the columns of its table."""

from lantoa.records.commitments.models import Commitment
from lantoa.records.record.sheet import KindSheet

SHEET = KindSheet(model=Commitment)
