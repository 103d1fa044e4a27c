"""Units state how many members they have; whatever else changes of them, an act changes."""

from lantoa.trail.operations import note
from lantoa.units.models import Strength, Unit
from lantoa.units.operations.rows import Change, open_stretch, structure


def state_members(unit: Unit, *, members: int | None, change: Change) -> None:
    """State how many members of its own a unit has from a day on; None is not known.

    Said again for the same day, it corrects what was said. Raises ValidationError where the unit is
    not open on that day.
    """
    with structure():
        open_stretch(unit, on=change.on)
        same_day = Strength.objects.filter(unit=unit, since=change.on, superseded_at__isnull=True)
        same_day.update(superseded_at=change.at)
        Strength.objects.create(unit=unit, members=members, **change.row())
        note(
            by=change.by,
            at=change.at,
            home=unit.home,
            deed="units.members",
            about=[unit.uuid],
            after={"members": members, "on": change.on, "basis": change.basis},
        )
