"""A database of the version before, and what was counted in it then."""
