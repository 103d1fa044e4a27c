"""Tables of giving: appeals, receipts and aid; groups of givers; slips of gifts."""

from lantoa.records.giving.models.giving import (
    APPEAL,
    GIVERS,
    GOODS,
    MONEY,
    NOT_A_LEDGER,
    SERVED,
    WHAT,
    Giving,
)
from lantoa.records.giving.models.lists import GiftSlip, GiverGroup

__all__ = [
    "APPEAL",
    "GIVERS",
    "GOODS",
    "MONEY",
    "NOT_A_LEDGER",
    "SERVED",
    "WHAT",
    "GiftSlip",
    "GiverGroup",
    "Giving",
]
