"""How kinds of record stand on pages, each declared in the `pages.py` of its folder."""

from lantoa.records.record.pages.fact import Fact, Group
from lantoa.records.record.pages.facts import groups_of
from lantoa.records.record.pages.kept import KeptList
from lantoa.records.record.pages.kind import Action, Asker, Pages

__all__ = ["Action", "Asker", "Fact", "Group", "KeptList", "Pages", "groups_of"]
