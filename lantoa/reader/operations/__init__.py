"""Reading a document, deciding on its figures, and forgetting its text."""

from lantoa.reader.operations.deciding import Answer, confirm, skip, take_back
from lantoa.reader.operations.opening import Paper, forget, open_reading

__all__ = ["Answer", "Paper", "confirm", "forget", "open_reading", "skip", "take_back"]
