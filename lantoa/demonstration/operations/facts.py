"""The facts of An Giang, read from the data files that stand beside their sources."""

import csv
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "an_giang"


@dataclass(frozen=True)
class Figure:
    """One number that an article states; `value` is None where the article does not say it."""

    number: int
    unit_code: str
    first_day: date
    last_day: date
    what: str
    value: Decimal | None
    of: int | None
    measured_in: str
    approximation: str
    kind: str
    note: str
    article: str
    carrier: str
    record: str
    field: str
    of_field: str
    held_against: str
    measure: str
    reason: str

    @property
    def decimals(self) -> int:
        """Return how many decimals the article prints."""
        exponent = self.value.as_tuple().exponent if self.value is not None else 0
        return -exponent if isinstance(exponent, int) else 0

    def whole_number(self, decimals: int) -> int | None:
        """Return the value as an integer that keeps some decimals: 6.06 with two is 606."""
        return None if self.value is None else int(self.value.scaleb(decimals))


@dataclass(frozen=True)
class Article:
    """A publication: its title, who published it and when, as far as known."""

    title: str
    publisher: str
    published_on: str
    url: str

    @property
    def citation(self) -> str:
        """Return how a record names it as its source."""
        when = f", {self.published_on}" if self.published_on else ""
        return f"{self.publisher}{when}: “{self.title}”"


@dataclass(frozen=True)
class Activity:
    """Something that an article tells: its place, its kind of record and measure, our own words.

    `records` are the keys of what holds it beside the entries that name it in `deeds`; `reason`
    says why it is not recorded, empty where it is.
    """

    id: str
    place: str
    words: str
    kind: str
    measure: str
    records: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class CommuneTakeover:
    """A commune before 1 July 2025 and one that took it over, whole or in part."""

    district_code: str
    old_code: str
    old_name: str
    new_code: str
    new_name: str
    is_whole: bool
    is_principal: bool


def figures() -> list[Figure]:
    """Return every published figure, in the order of the articles."""
    return [_figure(row) for row in _rows("published.csv")]


def articles() -> dict[str, Article]:
    """Return the articles by the name that figures use."""
    return {name: Article(**words) for name, words in _read("articles.json").items()}


def records() -> dict[str, dict[str, Any]]:
    """Return the words of the records into which figures are gathered."""
    return dict(_read("records.json"))


def deeds(kind: str) -> dict[str, dict[str, Any]]:
    """Return the deeds that are records of one kind, by the key of the record."""
    file = f"deeds/{kind}.json"
    return dict(_read(file)) if (FOLDER / file).exists() else {}


def activities() -> list[Activity]:
    """Return everything that the articles tell, in their order."""
    return [
        Activity(**row | {"records": tuple(row["records"].split())})  # type: ignore[arg-type]
        for row in _rows("activities.csv")
    ]


def takeovers() -> list[CommuneTakeover]:
    """Return what became of each commune of the five localities on 1 July 2025."""
    return [
        CommuneTakeover(
            district_code=row["district_code"],
            old_code=row["old_code"],
            old_name=row["old_name"],
            new_code=row["new_code"],
            new_name=row["new_name"],
            is_whole=row["extent"] == "whole",
            is_principal=row["is_principal"] == "yes",
        )
        for row in _rows("communes.csv")
    ]


def old_communes() -> dict[str, CommuneTakeover]:
    """Return each commune before 1 July 2025 by its code, with one of those that took it over."""
    return {each.old_code: each for each in takeovers()}


def units() -> dict[str, Any]:
    """Return the root, provinces, districts and bodies, with their days and bases."""
    return dict(_read("units.json"))


def committee(area: str) -> str:
    """Return the name of the Party committee of an area: "Xã Tây Phú" has "Đảng bộ xã Tây Phú"."""
    return f"Đảng bộ {area[0].lower()}{area[1:]}"


def _figure(row: dict[str, str]) -> Figure:
    return Figure(
        number=int(row["number"]),
        first_day=date.fromisoformat(row["first_day"]),
        last_day=date.fromisoformat(row["last_day"]),
        value=Decimal(row["value"]) if row["value"] else None,
        of=int(row["of"]) if row["of"] else None,
        **{
            name: row[name]
            for name in Figure.__annotations__
            if name not in {"number", "first_day", "last_day", "value", "of"}
        },
    )


def _rows(file: str) -> list[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _read(file: str) -> Any:
    return json.loads((FOLDER / file).read_text(encoding="utf-8"))
