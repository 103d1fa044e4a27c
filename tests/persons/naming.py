"""A unit with an administrator and the name of a giver, for tests of names."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from lantoa.people.models import User
from lantoa.persons.models import Consent, ConsentGiven, NamedFor, PersonName
from lantoa.persons.operations import take
from lantoa.posts.models import Post
from lantoa.units.models import Kind, Unit
from tests import build

SAID_ON = date(2026, 3, 10)
GIVER = "Trần Thị Bưởi"


@dataclass
class Ward:
    """A commune with a cell, and who administers the commune."""

    commune: Unit
    cell: Unit
    keeper: User


def ward() -> Ward:
    commune = build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)
    keeper = build.clerk(commune, right=Post.Right.ADMIN)
    return Ward(commune, build.unit("Chi bộ", under=commune), keeper)


def entry(unit: Unit, name: str = GIVER, **more: Any) -> PersonName:
    """Return a name that is not kept yet."""
    said = {"scope": Consent.PUBLIC, "consent_on": SAID_ON, "given": ConsentGiven.WRITTEN}
    return PersonName(unit=unit, name=name, used_for=NamedFor.GIVER, **said | more)


def taken(ward: Ward, name: str = GIVER, **more: Any) -> PersonName:
    """Return a name that was taken down at the cell."""
    kept = entry(ward.cell, name, **more)
    take([kept], by=ward.keeper, at=build.NOW)
    return kept
