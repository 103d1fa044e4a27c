"""Writing down money: funds opened and closed, transfers, reversals, and who agrees."""

from lantoa.money.operations.accounts import close_fund, open_fund, outer
from lantoa.money.operations.agreeing import decide, propose, rule
from lantoa.money.operations.transfers import (
    Entered,
    hand_over,
    move,
    reverse,
    reverse_many,
    transfer,
    transfer_many,
)

__all__ = [
    "Entered",
    "close_fund",
    "decide",
    "hand_over",
    "move",
    "open_fund",
    "outer",
    "propose",
    "reverse",
    "reverse_many",
    "rule",
    "transfer",
    "transfer_many",
]
