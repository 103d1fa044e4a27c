"""Tables of the organisation over time: identities, and dated rows that are never changed."""

from lantoa.units.models.identity import (
    BEGINNING,
    END,
    GRASSROOTS_KINDS,
    PARTY_KINDS,
    Kind,
    Unit,
)
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
    "Code",
    "DatedRow",
    "Kind",
    "KindChange",
    "Name",
    "Placement",
    "Strength",
    "Succession",
    "Unit",
]
