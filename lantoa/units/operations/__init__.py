"""Founding units and stating how many members they have; acts change whatever else there is."""

from lantoa.units.operations.founding import NewUnit, found_root, open_many, open_unit
from lantoa.units.operations.strength import state_members

__all__ = ["NewUnit", "found_root", "open_many", "open_unit", "state_members"]
