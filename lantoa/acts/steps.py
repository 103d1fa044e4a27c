"""What a decision says: its heading, its steps, and what is wrong with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from lantoa.acts.models import Act, ActStep
from lantoa.units.models import Code, Kind

Sort = ActStep.Sort
Reference = int | str
"""An existing unit by its id, or one that the same decision opens by its new code or name."""
FORMED = (Sort.OPEN, Sort.MERGE, Sort.SPLIT)
"""What a new unit may come out of."""
USED: dict[str, tuple[Sort, ...]] = {
    "unit": tuple(sort for sort in Sort if sort is not Sort.OPEN),
    "name": (*FORMED, Sort.RENAME),
    "code": (*FORMED, Sort.RECODE),
    "kind": (*FORMED, Sort.CHANGE_KIND),
    "parent": (*FORMED, Sort.MOVE),
    "into": (Sort.MERGE, Sort.SPLIT),
    "successor": (Sort.CLOSE, Sort.SPLIT),
    "receives": (Sort.SPLIT,),
}
"""For which sorts of step each field counts."""


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A decision as it is cited; `in_force_from` is the first day on which it holds."""

    number: str
    issuer: str
    signed_on: date
    in_force_from: date
    title: str

    @classmethod
    def of(cls, act: Act) -> "Citation":
        """Return the heading of an act as it was written down."""
        return cls(
            number=act.number,
            issuer=act.issuer,
            signed_on=act.signed_on,
            in_force_from=act.in_force_from,
            title=act.title,
        )


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that a decision does; which fields count depends on its sort.

    open: `name`, `kind`, `parent`, perhaps `code`. close: `unit`, and in `successor` where its past
    counts (by default the unit above it). rename: `unit`, `name`. recode: `unit`, `code`. move:
    `unit`, `parent`. change of kind: `unit`, `kind`. merge: one step for each `unit` that ends; the
    new unit is given by `code`, `name`, `parent` (the same `code` in each), or is the existing unit
    `into`. split: one step for each part of `unit`, given in the same way; `successor` is the
    principal one, `receives` the units under it that go to this part.
    """

    sort: Sort
    unit: int | None = None
    code: str = ""
    name: str = ""
    kind: Kind | None = None
    parent: Reference | None = None
    into: Reference | None = None
    successor: Reference | None = None
    receives: tuple[int, ...] = ()
    system: Code.System | None = None
    note: str = ""

    @property
    def key(self) -> str:
        """Return by what the other steps of its decision know the unit that it opens."""
        return self.code or self.name

    @property
    def forms(self) -> str:
        """Return the key of the unit that it opens or adds to; empty where it opens none."""
        if self.sort is Sort.OPEN:
            return self.key
        if self.sort not in {Sort.MERGE, Sort.SPLIT} or isinstance(self.into, int):
            return ""
        return self.into or self.key

    def units(self) -> set[int]:
        """Return the existing units that it names."""
        named = (self.unit, self.parent, self.into, self.successor, *self.receives)
        return {each for each in named if isinstance(each, int)}


@dataclass(frozen=True)
class Fault:
    """What is wrong with one step: its place in the decision (from 0), the field, the words."""

    step: int
    field: str
    words: str


class Unplannable(ValidationError):
    """A decision that cannot be planned; `faults` name the steps."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Take what is wrong, one for each place."""
        self.faults = tuple(faults)
        super().__init__([f"Bước {each.step + 1}: {each.words}" for each in self.faults])
