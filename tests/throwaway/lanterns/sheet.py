"""The spreadsheet of lanterns."""

from lantoa.records.lanterns.models import Lantern

from lantoa.records.record.sheet import Sheet

SHEET = Sheet(model=Lantern)
