"""Taking in the lists that the project knows: the movements, and those of every kind."""

from pathlib import Path

from lantoa.records.record.kinds import kinds
from lantoa.records.record.models import PopularMovement
from lantoa.records.record.operations.listing import adopt

MOVEMENTS = Path(__file__).parent.parent / "known" / "movements.json"


def adopt_known() -> None:
    """Take in the lists that the project knows of any kind; those that are there are renewed."""
    adopt(PopularMovement, MOVEMENTS)
    for kind in kinds():
        if kind.done.adopt is not None:
            kind.done.adopt()
