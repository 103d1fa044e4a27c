"""Which version of a form holds on a day, and what it asks: chapters and tables, in order."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lantoa.paper import ToWrite

VERSIONS = Path(__file__).parent / "versions"


@dataclass(frozen=True)
class KindPart:
    """Paragraphs that a kind of record says, by the kind's code and its name for them."""

    kind: str
    part: str


@dataclass(frozen=True)
class Chapter:
    """A heading, what is said under it in order, and the chapters inside it."""

    heading: str
    says: tuple[KindPart | ToWrite, ...] = ()
    chapters: tuple["Chapter", ...] = ()

    @property
    def parts(self) -> Iterator[KindPart]:
        """Yield what it asks of kinds of record, the chapters inside it included."""
        yield from (each for each in self.says if isinstance(each, KindPart))
        for chapter in self.chapters:
            yield from chapter.parts


@dataclass(frozen=True)
class KindTable:
    """A table that a kind of record draws, by the kind's code and its name for it."""

    kind: str
    table: str


@dataclass(frozen=True)
class Published:
    """The table of published figures beside the computed ones."""


@dataclass(frozen=True)
class FormColumn:
    """A column of a table: a measure, the share that a measure is, or a group of columns."""

    head: str
    measure: str = ""
    share: str = ""
    parts: tuple["FormColumn", ...] = ()

    @property
    def leaves(self) -> tuple["FormColumn", ...]:
        """Return the columns that hold figures, from left to right."""
        return self.parts or (self,)

    @property
    def code(self) -> str:
        """Return the code of the measure whose figure or share it holds."""
        return self.measure or self.share


@dataclass(frozen=True)
class UnitTable:
    """A table with one row a unit and one column a measure, all of one kind of record."""

    kind: str
    name: str
    title: str
    measured_in: str
    columns: tuple[FormColumn, ...]

    @property
    def leaves(self) -> tuple[FormColumn, ...]:
        """Return the columns that hold figures, from left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves)


AskedTable = KindTable | UnitTable | Published


@dataclass(frozen=True)
class Form:
    """What the report on the movement asks, over a stretch of days."""

    key: str
    name: str
    valid_from: date
    valid_to: date | None
    source: str
    recipients: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    tables: tuple[AskedTable, ...]

    def holds_on(self, day: date) -> bool:
        """Tell whether the form holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    @property
    def parts(self) -> Iterator[KindPart]:
        """Yield everything that its chapters ask of kinds of record."""
        for chapter in self.chapters:
            yield from chapter.parts


def form_on(day: date) -> Form:
    """Return the form of the report that holds on a day; before the first one, the first."""
    return next((form for form in versions() if form.holds_on(day)), versions()[-1])


@cache
def versions() -> list[Form]:
    """Return every version of the form, latest first."""
    found = [read(path.read_text(encoding="utf-8")) for path in VERSIONS.glob("movement-*.json")]
    return sorted(found, key=lambda form: form.valid_from, reverse=True)


def read(text: str) -> Form:
    """Return the form that a version file writes; raises KeyError and ValueError for another."""
    given: dict[str, Any] = json.loads(text)
    return Form(
        key=given["key"],
        name=given["name"],
        valid_from=date.fromisoformat(given["valid_from"]),
        valid_to=date.fromisoformat(given["valid_to"]) if given["valid_to"] else None,
        source=given["source"],
        recipients=tuple(given["recipients"]),
        chapters=tuple(_chapter(each) for each in given["chapters"]),
        tables=tuple(_table(each) for each in given["tables"]),
    )


def _chapter(given: Mapping[str, Any]) -> Chapter:
    says = tuple(_said(each) for each in given.get("says", ()))
    return Chapter(given["heading"], says, tuple(map(_chapter, given.get("chapters", ()))))


def _said(given: Mapping[str, str]) -> KindPart | ToWrite:
    if "to_write" in given:
        return ToWrite(given["to_write"])
    return KindPart(given["kind"], given["part"])


def _table(given: Mapping[str, Any]) -> AskedTable:
    if given.get("published"):
        return Published()
    if "table" in given:
        return KindTable(given["kind"], given["table"])
    columns = tuple(_head(column) for column in given["columns"])
    words = {name: given[name] for name in ("kind", "name", "title", "measured_in")}
    return UnitTable(**words, columns=columns)


def _head(given: Mapping[str, Any]) -> FormColumn:
    parts = tuple(_head(part) for part in given.get("parts", ()))
    return FormColumn(given["head"], given.get("measure", ""), given.get("share", ""), parts)
