"""A decision while it is worked out: the picture before and after, and what is wrong so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lantoa.acts.picture import BEFORE, CLOSED, OPEN, Life, Picture, Place
from lantoa.acts.steps import Fault, Reference, Step
from lantoa.figures.period import write_day
from lantoa.units.models import END, Kind

PER_DAY = "mỗi ngày một đơn vị chỉ đổi một lần"


@dataclass(frozen=True)
class Taking:
    """One unit takes over from another, whole or in part."""

    predecessor: int
    successor: int
    is_whole: bool
    is_principal: bool


@dataclass
class Forming:
    """A unit that the decision opens, gathered from one or more steps."""

    pk: int
    step: int
    key: str
    name: str = ""
    code: str = ""
    system: str = ""
    kind: Kind | None = None
    parent: Reference | None = None
    wholes: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)

    @property
    def origins(self) -> list[int]:
        """Return what it is born from: the units merged, or else those divided."""
        return self.wholes or self.parts


@dataclass
class Sketch:
    """What is known while a decision is worked out. `causes` gives the step that placed a unit."""

    on: date
    steps: Sequence[Step]
    before: Picture
    after: Picture
    faults: list[Fault] = field(default_factory=list)
    forming: dict[str, Forming] = field(default_factory=dict)
    causes: dict[int, int] = field(default_factory=dict)
    follows: set[int] = field(default_factory=set)
    takings: list[Taking] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    codes: dict[int, tuple[str, str]] = field(default_factory=dict)
    kinds: dict[int, Kind] = field(default_factory=dict)

    def fault(self, step: int, column: str, words: str) -> None:
        """Note what is wrong with one step."""
        self.faults.append(Fault(step, column, words))

    def name(self, unit: int) -> str:
        """Return what a unit is called on the day."""
        return self.after.name(unit, self.on)

    def named(self) -> list[Life]:
        """Return the existing units that the steps name."""
        units = set().union(*(step.units() for step in self.steps)) if self.steps else set()
        return [self.before[each] for each in sorted(units) if each in self.before]

    def resolve(self, reference: Reference | None, *, step: int, column: str) -> int | None:
        """Return the unit that a step refers to; an unknown or missing one is a fault."""
        if reference is None:
            self.fault(step, column, "chưa nêu đơn vị.")
        elif isinstance(reference, str):
            if reference in self.forming:
                return self.forming[reference].pk
            self.fault(step, column, f"quyết định này không thành lập đơn vị {reference}.")
        elif reference in self.before:
            return reference
        else:
            self.fault(step, column, "không có đơn vị này.")
        return None

    def at_work(self, unit: int | None, *, step: int, column: str = "unit") -> bool:
        """Tell whether a unit is open on the day; where it is not, that is a fault."""
        if self.resolve(unit, step=step, column=column) is None or unit is None:
            return False
        state = self.before[unit].place_on(self.on).state
        if state == OPEN:
            return True
        life, name = self.before[unit], self.name(unit)
        if state == BEFORE:
            born = write_day(life.founded())
            self.fault(step, column, f"{name} đến ngày {born} mới thành lập.")
        else:
            ended = next(each.since for each in life.places if each.state == CLOSED)
            self.fault(step, column, f"{name} đã kết thúc từ ngày {write_day(ended)}.")
        return False

    def settle(self, unit: int | None, parent: int, state: str, *, step: int) -> None:
        """Give a unit its place from the day on; it must be open and not placed that day."""
        if unit is None or not self.at_work(unit, step=step):
            return
        held = self.before[unit].place_on(self.on)
        if words := self._contradiction(unit, held, state):
            self.fault(step, "unit", words)
            return
        self.causes[unit] = step
        self.after.put(unit, Place(self.on, held.until, parent, state))

    def _contradiction(self, unit: int, held: Place, state: str) -> str:
        name = self.name(unit)
        if unit in self.causes:
            first = self.causes[unit] + 1
            return f"{name} đã đổi nơi trực thuộc hoặc kết thúc ở bước {first}; {PER_DAY}."
        if held.since == self.on:
            return f"{name} đã đổi nơi trực thuộc trong ngày {write_day(self.on)}; {PER_DAY}."
        if state == CLOSED and held.until != END:
            return (
                f"{name} còn được sắp xếp vào ngày {write_day(held.until)}, "
                f"nên không thể kết thúc từ ngày {write_day(self.on)}."
            )
        return ""
