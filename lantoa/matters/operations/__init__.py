"""What is done with matters: raised, answered, handed on, closed; and limits of time changed."""

from lantoa.matters.operations.limits import adopt_known, adopt_limits, set_limit
from lantoa.matters.operations.moving import Move, answer, close, hand_on, take_back
from lantoa.matters.operations.raising import Raising, raise_many, raise_matter
from lantoa.matters.operations.righting import reword, withdraw

__all__ = [
    "Move",
    "Raising",
    "adopt_known",
    "adopt_limits",
    "answer",
    "close",
    "hand_on",
    "raise_many",
    "raise_matter",
    "reword",
    "set_limit",
    "take_back",
    "withdraw",
]
