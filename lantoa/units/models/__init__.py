"""Tables of the organisation over time: identities, and dated rows that are never changed."""

from lantoa.units.models.acts import Act, ActStep
from lantoa.units.models.identity import (
    BEGINNING,
    END,
    GRASSROOTS_KINDS,
    PARTY_KINDS,
    Kind,
    Unit,
)
from lantoa.units.models.posts import Post
from lantoa.units.models.rows import (
    Code,
    DatedRow,
    KindChange,
    Name,
    Placement,
    Strength,
    Succession,
)

__all__ = [
    "BEGINNING",
    "END",
    "GRASSROOTS_KINDS",
    "PARTY_KINDS",
    "Act",
    "ActStep",
    "Code",
    "DatedRow",
    "Kind",
    "KindChange",
    "Name",
    "Placement",
    "Post",
    "Strength",
    "Succession",
    "Unit",
]
