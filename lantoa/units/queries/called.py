"""Which units lines of text mean: by a name, a code, or both as a page writes them."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from lantoa.figures.words import fold
from lantoa.units.models import Code, Name
from lantoa.units.queries.portrait import Portrait, portraits
from lantoa.units.queries.within import among

BOTH = re.compile(r"^(?P<name>.*?)\s*\[(?P<code>[^\[\]]+)\]$")


def written(unit: Portrait) -> str:
    """Write a unit so that the line means it alone: its name, and its code where it has one."""
    return f"{unit.name} [{unit.code}]" if unit.code else unit.name


def called(lines: Sequence[str], *, home: UUID, on: date) -> list[list[Portrait]]:
    """Return for each line the units of one book that it may mean, as they are on a day.

    A name counts whatever its marks and capitals; units that bear it on the day go before those
    that bore it once, and those at work before those that are no more. Six SELECTs at most.
    """
    asked = [_read(line) for line in lines]
    names = _bearing(Name, "folded", {name for name, _ in asked if name}, home)
    codes = _bearing(Code, "value", {code for _, code in asked if code}, home)
    found = [_meant(line, each, names, codes) for line, each in zip(lines, asked, strict=True)]
    shown = portraits({unit for units in found for unit in units}, on=on) if any(found) else {}
    return [
        _nearest([shown[unit] for unit in sorted(units) if unit in shown], name, on)
        for units, (name, _) in zip(found, asked, strict=True)
    ]


def _read(line: str) -> tuple[str, str]:
    """Return the name, folded, and the code that a line may write."""
    if both := BOTH.match(line):
        return fold(both["name"]), both["code"].strip()
    return fold(line), line.strip()


def _bearing(model: Any, column: str, words: set[str], home: UUID) -> dict[str, set[int]]:
    rows = among(model.objects.filter(superseded_at__isnull=True, unit__home=home), column, words)
    found: dict[str, set[int]] = {}
    for word, unit in rows.values_list(column, "unit_id"):
        found.setdefault(word, set()).add(unit)
    return found


def _meant(
    line: str,
    asked: tuple[str, str],
    names: dict[str, set[int]],
    codes: dict[str, set[int]],
) -> set[int]:
    by_name, by_code = names.get(asked[0], set()), codes.get(asked[1], set())
    if BOTH.match(line):
        return by_code & by_name if asked[0] else by_code
    return by_name or by_code


def _nearest(units: list[Portrait], name: str, on: date) -> list[Portrait]:
    """Keep what bears the name today and is at work, where there is any such."""
    for wanted in (lambda one: fold(one.name) == name, lambda one: one.is_open(on)):
        units = [each for each in units if wanted(each)] or units
    return units
