"""Asking about money: what a fund holds, what moved, and what was given for a work."""

from lantoa.money.queries.accounts import (
    agreed_proposals,
    closed_units_of,
    fund,
    fund_lives,
    fund_named,
    fund_sorts,
    funds_of,
    funds_open,
    needs_two,
    proposal,
    proposals_waiting,
    rule_of,
)
from lantoa.money.queries.gifts import Given, given_for, given_sum, works_given_for
from lantoa.money.queries.sums import (
    Movement,
    Turnover,
    balances,
    movements,
    transfer_of,
    transfers_of,
    turnover,
    turnovers,
)

__all__ = [
    "Given",
    "Movement",
    "Turnover",
    "agreed_proposals",
    "balances",
    "closed_units_of",
    "fund",
    "fund_lives",
    "fund_named",
    "fund_sorts",
    "funds_of",
    "funds_open",
    "given_for",
    "given_sum",
    "movements",
    "needs_two",
    "proposal",
    "proposals_waiting",
    "rule_of",
    "transfer_of",
    "transfers_of",
    "turnover",
    "turnovers",
    "works_given_for",
]
