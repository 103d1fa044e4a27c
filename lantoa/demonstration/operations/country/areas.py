"""The areas of the country before and after 1 July 2025, read from the data files."""

import csv
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lantoa.demonstration.operations.facts import committee
from lantoa.units.models import Kind
from lantoa.units.queries.places import spelling

FOLDER = Path(__file__).parent.parent.parent / "country"


@dataclass(frozen=True)
class Area:
    """A province, district or commune; `above` is the code of the area above, or empty."""

    level: Kind
    code: str
    name: str
    above: str

    @property
    def committee(self) -> str:
        """Return the name of its Party committee."""
        return committee(self.name)


@dataclass(frozen=True)
class Takeover:
    """An area before 1 July 2025 and one that took it over, whole or in part."""

    old_code: str
    new_code: str
    is_whole: bool
    is_principal: bool


@dataclass(frozen=True)
class Resolution:
    """The resolution about the communes of a new province, as it is cited."""

    number: str
    signed_on: date


@dataclass(frozen=True)
class Country:
    """The areas of the day before and of the day, by code, and what became of which.

    `resolutions` holds, by the code of a new province, the one that is known.
    """

    before: Mapping[str, Area]
    after: Mapping[str, Area]
    takeovers: tuple[Takeover, ...]
    resolutions: Mapping[str, Resolution]
    origins: Mapping[str, tuple[Takeover, ...]] = field(init=False)
    successors: Mapping[str, tuple[Takeover, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Look the takeovers up from both sides."""
        object.__setattr__(self, "origins", _by(self.takeovers, "new_code"))
        object.__setattr__(self, "successors", _by(self.takeovers, "old_code"))

    def provinces(self) -> list[Area]:
        """Return the provinces since the day."""
        return [each for each in self.after.values() if each.level == Kind.PROVINCE]

    def communes_of(self, province: str) -> list[Area]:
        """Return the communes since the day of a province."""
        return [each for each in self.after.values() if each.above == province]

    def old_areas(self, level: Kind) -> list[Area]:
        """Return the areas of one level until the day."""
        return [each for each in self.before.values() if each.level == level]

    def districts_of(self, province: str) -> list[Area]:
        """Return the districts whose province went into a new province."""
        olds = {each.old_code for each in self.origins[province]}
        return [each for each in self.old_areas(Kind.DISTRICT) if each.above in olds]

    def unchanged(self, code: str) -> Area | None:
        """Return the old area that a new one is, where it took over that one alone and whole."""
        origins = self.origins[code]
        old, new = self.before[origins[0].old_code], self.after[code]
        alone = len(origins) == 1 and origins[0].is_whole and old.level == new.level
        return old if alone and spelling(old.name) == spelling(new.name) else None

    def divided(self) -> list[str]:
        """Return the codes of the communes that were divided."""
        return [code for code, parts in self.successors.items() if not parts[0].is_whole]

    def within(self, provinces: Collection[str]) -> "Country":
        """Return the part of the country that is in some of the new provinces."""
        after = {
            code: each
            for code, each in self.after.items()
            if code in provinces or each.above in provinces
        }
        takeovers = tuple(each for each in self.takeovers if each.new_code in after)
        olds = {each.old_code for each in takeovers}
        olds |= {self.before[code].above for code in olds}
        before = {code: each for code, each in self.before.items() if code in olds}
        known = {code: each for code, each in self.resolutions.items() if code in after}
        return Country(before, after, takeovers, known)


def read_country() -> Country:
    """Return the whole country."""
    return Country(
        {each.code: each for each in _areas("before.csv")},
        {each.code: each for each in _areas("after.csv")},
        tuple(_takeovers()),
        {row["code"]: _resolution(row) for row in _rows("resolutions.csv")},
    )


def _areas(file: str) -> Iterable[Area]:
    for row in _rows(file):
        yield Area(Kind(row["level"]), row["code"], row["name"], row["above"])


def _takeovers() -> Iterable[Takeover]:
    for row in _rows("succession.csv"):
        yield Takeover(
            old_code=row["old_code"],
            new_code=row["new_code"],
            is_whole=row["extent"] == "whole",
            is_principal=row["is_principal"] == "yes",
        )


def _resolution(row: Mapping[str, str]) -> Resolution:
    return Resolution(row["number"], date.fromisoformat(row["signed_on"]))


def _rows(file: str) -> Iterable[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _by(takeovers: Iterable[Takeover], column: str) -> dict[str, tuple[Takeover, ...]]:
    found: dict[str, list[Takeover]] = {}
    for each in takeovers:
        found.setdefault(getattr(each, column), []).append(each)
    return {code: tuple(rows) for code, rows in found.items()}
