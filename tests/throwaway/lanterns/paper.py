"""What lanterns say on paper."""

from lantoa.paper import Paragraphs
from lantoa.records.record.paper import Paper, Told


def lit(told: Told, rows: None) -> Paragraphs:
    """Say how many were let up."""
    return (f"Đã thả {told.say('lanterns.lit')} đèn.",)


PAPER = Paper(parts={"lit": lit}, speaks=lambda told, rows: told.total("lanterns.lit") is not None)
