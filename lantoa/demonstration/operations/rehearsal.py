"""A copy of An Giang on the eve of 1 July 2025, and the list of its decision, to rehearse with.

The names of the areas and what became of them are facts; the cells below the communes and all
meetings are made up, and the whole stands under a simulated root of its own, with codes of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from django.db import transaction

from lantoa.acts.steps import Sort
from lantoa.acts.template import act_template
from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import CommuneTakeover
from lantoa.demonstration.operations.made_up import SEED
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.demonstration.operations.rehearsed import record_meetings
from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.posts.operations import give_post
from lantoa.units.models import Kind, Unit
from lantoa.units.operations import NewUnit, found_root, open_many
from lantoa.units.operations.rows import Change

CODE = "TAP"
NAME = "Bản tập dượt sắp xếp An Giang (số liệu mẫu)"
FOUNDED = date(2020, 8, 1)
CELLS = 3
MEMBERS = (8, 40)
"""The fewest and the most members of a cell."""
NOTE = "Danh sách để tập dượt, trên số liệu mẫu"
FILE = "sap-xep_an-giang_2025-07-01.xlsx"


class RehearsedStep(NamedTuple):
    """A row of the list, in the order of its columns."""

    sort: str
    unit: str
    code: str = ""
    name: str = ""
    kind: str = ""
    parent: str = ""
    successor: str = ""
    note: str = ""


@transaction.atomic
def build_rehearsal(*, by: User) -> tuple[int, int]:
    """Open provinces, districts, communes and made-up cells, and record made-up meetings.

    Returns how many units and how many meetings there are.
    """
    change = Change(by, WRITTEN_AT, FOUNDED, "ngày giả định")
    root = found_root(name=NAME, kind=Kind.NATION, code=CODE, change=change, is_simulated=True)
    right, at = Post.Right.ADMIN, WRITTEN_AT
    give_post(user=by, unit=root, right=right, since=FOUNDED, title=by.name, by=by, at=at)
    units = {CODE: root}
    for level in (_provinces(root), _districts(units), _communes(units), _cells(units)):
        entries = list(level)
        opened = open_many(entries=entries, change=change)
        units |= zip((each.code for each in entries), opened, strict=True)
    members = {each.code: each.members for each in entries if each.members is not None}
    return len(units), record_meetings(units, members=members, by=by)


def _provinces(root: Unit) -> Iterator[NewUnit]:
    known = facts.units()
    for each in (known["province"], known["neighbour"]):
        yield NewUnit(each["name"], Kind.PROVINCE, root, own(each["code"]))


def _districts(units: dict[str, Unit]) -> Iterator[NewUnit]:
    known = facts.units()
    for each in known["districts"]:
        province = units[own(known["province"]["code"])]
        yield NewUnit(each["name"], Kind.DISTRICT, province, own(each["code"]))


def _communes(units: dict[str, Unit]) -> Iterator[NewUnit]:
    for code, each in facts.old_communes().items():
        district = units[own(each.district_code)]
        yield NewUnit(facts.committee(each.old_name), Kind.COMMUNE, district, own(code))


def _cells(units: dict[str, Unit]) -> Iterator[NewUnit]:
    chance = Random(SEED)  # noqa: S311 - made-up numbers, the same each time
    for code, each in facts.old_communes().items():
        for number in range(1, CELLS + 1):
            name = f"Chi bộ mẫu {number} ({each.old_name})"
            under, members = units[own(code)], chance.randint(*MEMBERS)
            yield NewUnit(name, Kind.CELL, under, _cell(code, number), members=members)


def own(code: str) -> str:
    """Return the code that a unit bears here, so that the real one names the real unit alone."""
    return f"{CODE}.{code}"


def _cell(code: str, number: int) -> str:
    return f"{own(code)}.{number}"


def write_list(folder: Path) -> Path:
    """Write the list of the decision of 1 July 2025 about these units, as it can be sent."""
    file = folder / FILE
    file.write_bytes(act_template(rows()))
    return file


def rows() -> Iterator[RehearsedStep]:
    """Yield the rows of the list."""
    known, takeovers = facts.units(), facts.takeovers()
    province = own(known["merged_province"]["code"])
    yield from _province(known)
    for each in known["districts"]:
        yield RehearsedStep(Sort.CLOSE.label, own(each["code"]), successor=province)
    for code in dict.fromkeys(each.new_code for each in takeovers):
        yield from _commune([each for each in takeovers if each.new_code == code], province)
    for code in dict.fromkeys(each.old_code for each in takeovers if not each.is_whole):
        yield from _divided([each for each in takeovers if each.old_code == code])


def _province(known: Mapping[str, Any]) -> Iterator[RehearsedStep]:
    first, second, merged = known["province"], known["neighbour"], known["merged_province"]
    code, kind = own(merged["code"]), Kind.PROVINCE.label
    yield RehearsedStep(
        Sort.MERGE.label, own(first["code"]), code, merged["name"], kind, CODE, note=NOTE
    )
    yield RehearsedStep(Sort.MERGE.label, own(second["code"]), code)


def _commune(takeovers: Sequence[CommuneTakeover], province: str) -> Iterator[RehearsedStep]:
    """Yield how one new commune came about: moved as it was, or merged of several."""
    first, *others = [each for each in takeovers if each.is_whole]
    if not others and first.old_name == first.new_name:
        yield RehearsedStep(Sort.MOVE.label, own(first.old_code), parent=province)
        return
    code, kind, name = own(first.new_code), Kind.COMMUNE.label, facts.committee(first.new_name)
    yield RehearsedStep(Sort.MERGE.label, own(first.old_code), code, name, kind, province)
    for each in others:
        yield RehearsedStep(Sort.MERGE.label, own(each.old_code), code)


def _divided(parts: Sequence[CommuneTakeover]) -> Iterator[RehearsedStep]:
    """Yield the parts of a divided commune; its cells are dealt out to them in turn."""
    principal = next(own(each.new_code) for each in parts if each.is_principal)
    for part in parts:
        code = own(part.new_code)
        yield RehearsedStep(Sort.SPLIT.label, own(part.old_code), code, successor=principal)
    for number in range(1, CELLS + 1):
        part = parts[(number - 1) % len(parts)]
        yield RehearsedStep(
            Sort.MOVE.label, _cell(part.old_code, number), parent=own(part.new_code)
        )
