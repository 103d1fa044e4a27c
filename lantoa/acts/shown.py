"""A unit as simulations name it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lantoa.acts.picture import Picture
from lantoa.units.models import Kind


@dataclass(frozen=True)
class Shown:
    """A unit on one day; `uuid` is None for one that is yet to be opened."""

    pk: int
    uuid: UUID | None
    name: str
    code: str
    kind: Kind


def shown(picture: Picture, unit: int, day: date) -> Shown:
    """Return a unit as a picture has it on a day."""
    life = picture[unit]
    return Shown(unit, life.uuid, life.name_on(day), life.code_on(day)[1], life.kind_on(day))
