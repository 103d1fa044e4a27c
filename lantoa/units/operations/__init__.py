"""Changing the organisation: each change one transaction and one line in the trail."""

from lantoa.units.operations.changing import close, move, recode, rename, state_members
from lantoa.units.operations.founding import NewUnit, found_root, open_many, open_unit
from lantoa.units.operations.reorganising import Part, merge, split

__all__ = [
    "NewUnit",
    "Part",
    "close",
    "found_root",
    "merge",
    "move",
    "open_many",
    "open_unit",
    "recode",
    "rename",
    "split",
    "state_members",
]
