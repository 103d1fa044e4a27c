"""A part of the organisation held in memory: every dated row of some units, in plain Python."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from lantoa.units.models import END, Kind, Placement

V = TypeVar("V")
BEFORE, OPEN, CLOSED = Placement.State.BEFORE, Placement.State.OPEN, Placement.State.CLOSED


@dataclass(frozen=True)
class Place:
    """Where a unit hangs from a day to the day before another, and in which state.

    `pk` is the row that says so, None where none does yet.
    """

    since: date
    until: date
    parent: int | None
    state: str
    pk: int | None = None

    def covers(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.since <= day < self.until


@dataclass
class Life:
    """All that is believed of one unit, each list in the order of days."""

    pk: int
    uuid: UUID | None
    home: UUID
    first_kind: str
    is_simulated: bool = False
    places: list[Place] = field(default_factory=list)
    names: list[tuple[date, str]] = field(default_factory=list)
    codes: list[tuple[date, tuple[str, str]]] = field(default_factory=list)
    kinds: list[tuple[date, str]] = field(default_factory=list)

    def place_on(self, day: date) -> Place:
        """Return its place on a day; a unit has one on every day of all time."""
        return next(each for each in reversed(self.places) if each.covers(day))

    def is_open(self, day: date) -> bool:
        """Tell whether it is at work on a day."""
        return self.place_on(day).state == OPEN

    def name_on(self, day: date) -> str:
        """Return what it is called on a day, or first, where it is not yet born."""
        return _last(self.names, day) or ""

    def code_on(self, day: date) -> tuple[str, str]:
        """Return kind of code and code on a day, or the first ones."""
        return _last(self.codes, day) or ("", "")

    def kind_on(self, day: date) -> Kind:
        """Return what it is on a day."""
        changed = [value for since, value in self.kinds if since <= day]
        return Kind(changed[-1] if changed else self.first_kind)

    def founded(self) -> date:
        """Return its first day at work."""
        return min((each.since for each in self.places if each.state == OPEN), default=END)

    def mark(self, sort: str, since: date, value: Any) -> None:
        """Write a name, code or kind from a day on into the list of that sort."""
        rows = getattr(self, sort)
        rows.append((since, value))
        rows.sort(key=lambda row: row[0])

    def copy(self) -> "Life":
        """Return the same, to be changed without changing this one."""
        return replace(
            self,
            places=list(self.places),
            names=list(self.names),
            codes=list(self.codes),
            kinds=list(self.kinds),
        )


def _last(rows: list[tuple[date, V]], day: date) -> V | None:
    held = [value for since, value in rows if since <= day]
    return held[-1] if held else (rows[0][1] if rows else None)


class Picture:
    """Some units with all their rows, closed upward: what ever stood above them is in it too.

    A unit that is yet to be opened has a negative id.
    """

    def __init__(self, lives: Mapping[int, Life]) -> None:
        """Take the units by id."""
        self.lives = dict(lives)
        self._own: set[int] = set()
        self._children: dict[int, set[int]] = defaultdict(set)
        for unit, life in lives.items():
            for place in life.places:
                self._hang(unit, place)

    def __contains__(self, unit: int) -> bool:
        """Tell whether a unit is in the picture."""
        return unit in self.lives

    def __getitem__(self, unit: int) -> Life:
        """Return what is believed of a unit."""
        return self.lives[unit]

    def copy(self) -> "Picture":
        """Return the same picture, to be changed without changing this one."""
        made = Picture({})
        made.lives = dict(self.lives)
        made._children = defaultdict(set, {up: set(down) for up, down in self._children.items()})
        return made

    def name(self, unit: int, day: date) -> str:
        """Return what a unit is called on a day."""
        return self.lives[unit].name_on(day)

    def changing(self, unit: int) -> Life:
        """Return a life that may be changed: this picture's own copy of it."""
        if unit not in self._own:
            self.lives[unit] = self.lives[unit].copy()
            self._own.add(unit)
        return self.lives[unit]

    def add(self, life: Life) -> None:
        """Put a unit into the picture that was not in it, yet without a place."""
        self.lives[life.pk] = life
        self._own.add(life.pk)

    def put(self, unit: int, place: Place) -> None:
        """Begin a place; the one before it ends on the day on which it begins."""
        life = self.changing(unit)
        held = life.place_on(place.since)
        at = life.places.index(held)
        life.places[at : at + 1] = [replace(held, until=place.since), place]
        self._hang(unit, place)

    def begin(self, unit: int, place: Place) -> None:
        """Begin the first open place of a unit that is yet to be born."""
        self.changing(unit).places.append(place)
        self._hang(unit, place)

    def _hang(self, unit: int, place: Place) -> None:
        if place.parent is not None:
            self._children[place.parent].add(unit)

    def hung_under(self, unit: int, *, since: date) -> Iterator[tuple[int, Place]]:
        """Yield the units open under one, and their places, from a day on."""
        for child in sorted(self._children.get(unit, ())):
            for place in self.lives[child].places:
                if place.parent == unit and place.state == OPEN and place.until > since:
                    yield child, place

    def path_above(self, unit: int, *, day: date) -> list[int]:
        """Return the units above one on a day, nearest first; a circle ends where it closes."""
        path: list[int] = []
        parent = self.lives[unit].place_on(day).parent
        while parent is not None and parent not in path:
            path.append(parent)
            parent = self.lives[parent].place_on(day).parent
        return path
