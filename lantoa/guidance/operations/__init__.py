"""Taking in what is known; setting documents, themes, drives, targets; handing tasks down."""

from lantoa.guidance.operations.adopting import adopt_known, renew_known
from lantoa.guidance.operations.filing import add_file, remove_file
from lantoa.guidance.operations.handing import TaskShare, answer, hand_down, remind, take_off
from lantoa.guidance.operations.obliging import oblige, take_back
from lantoa.guidance.operations.setting import correct, put_down, withdraw

__all__ = [
    "TaskShare",
    "add_file",
    "adopt_known",
    "answer",
    "correct",
    "hand_down",
    "oblige",
    "put_down",
    "remind",
    "remove_file",
    "renew_known",
    "take_back",
    "take_off",
    "withdraw",
]
