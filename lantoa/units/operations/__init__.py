"""Changing the organisation: each change one transaction and one line in the trail."""

from lantoa.units.operations.cards import cancel_cards, issue_cards
from lantoa.units.operations.changing import close, move, recode, rename, state_members
from lantoa.units.operations.founding import NewUnit, found_root, open_many, open_unit
from lantoa.units.operations.opening import AlreadyOpen, NewCell, open_cells
from lantoa.units.operations.posts import end_post, give_post
from lantoa.units.operations.reorganising import Part, merge, split

__all__ = [
    "AlreadyOpen",
    "NewCell",
    "NewUnit",
    "Part",
    "cancel_cards",
    "close",
    "end_post",
    "found_root",
    "give_post",
    "issue_cards",
    "merge",
    "move",
    "open_cells",
    "open_many",
    "open_unit",
    "recode",
    "rename",
    "split",
    "state_members",
]
