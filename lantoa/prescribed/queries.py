"""Which version of a form holds on a day."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

VERSIONS = Path(__file__).parent / "versions"


@dataclass(frozen=True)
class Head:
    """A column of a table: a measure, the share that a measure is, or a group of columns."""

    head: str
    measure: str = ""
    share: str = ""
    parts: tuple["Head", ...] = ()

    @property
    def leaves(self) -> tuple["Head", ...]:
        """Return the columns that hold figures, from left to right."""
        return self.parts or (self,)


@dataclass(frozen=True)
class Table:
    """A table of a form: one row a unit, one column a measure."""

    name: str
    title: str
    measured_in: str
    columns: tuple[Head, ...]

    @property
    def leaves(self) -> tuple[Head, ...]:
        """Return the columns that hold figures, from left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves)


@dataclass(frozen=True)
class Form:
    """What the report on the movement asks, over a stretch of days."""

    key: str
    name: str
    valid_from: date
    valid_to: date | None
    recipients: tuple[str, ...]
    by_unit: Table
    money: Table
    products: tuple[tuple[str, str], ...]
    beneficiaries: tuple[tuple[str, str], ...]

    def holds_on(self, day: date) -> bool:
        """Tell whether the form holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


def form_on(day: date) -> Form:
    """Return the form of the report that holds on a day; before the first one, the first."""
    return next((form for form in _versions() if form.holds_on(day)), _versions()[-1])


@cache
def _versions() -> list[Form]:
    found = [_read(path) for path in VERSIONS.glob("movement-*.json")]
    return sorted(found, key=lambda form: form.valid_from, reverse=True)


def _read(path: Path) -> Form:
    given: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Form(
        key=given["key"],
        name=given["name"],
        valid_from=date.fromisoformat(given["valid_from"]),
        valid_to=date.fromisoformat(given["valid_to"]) if given["valid_to"] else None,
        recipients=tuple(given["recipients"]),
        by_unit=_table(given["by_unit"]),
        money=_table(given["money"]),
        products=tuple((code, words) for code, words in given["products"]),
        beneficiaries=tuple((code, words) for code, words in given["beneficiaries"]),
    )


def _table(given: Mapping[str, Any]) -> Table:
    columns = tuple(_head(column) for column in given["columns"])
    return Table(given["name"], given["title"], given["measured_in"], columns)


def _head(given: Mapping[str, Any]) -> Head:
    parts = tuple(_head(part) for part in given.get("parts", ()))
    return Head(given["head"], given.get("measure", ""), given.get("share", ""), parts)
