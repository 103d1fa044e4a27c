"""The spreadsheet of dialogues: the columns of its table."""

from lantoa.records.dialogues.models import Dialogue
from lantoa.records.record.sheet import KindSheet

SHEET = KindSheet(model=Dialogue)
