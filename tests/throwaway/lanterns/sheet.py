"""The spreadsheet of lanterns."""

from lantoa.records.lanterns.models import Lantern

from lantoa.records.record.sheet import KindSheet

SHEET = KindSheet(model=Lantern)
