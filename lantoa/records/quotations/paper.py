"""What publications state stands on paper beside the computed figures, in no words of its own."""

from lantoa.records.record.paper import Paper

PAPER = Paper[None]()
