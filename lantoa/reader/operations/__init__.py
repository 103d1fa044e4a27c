"""Reading a document, deciding on its figures, and forgetting its text."""

from lantoa.reader.operations.deciding import Verdict, confirm, skip, take_back
from lantoa.reader.operations.opening import Submission, forget, open_reading

__all__ = ["Submission", "Verdict", "confirm", "forget", "open_reading", "skip", "take_back"]
