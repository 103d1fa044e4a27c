"""What a decision would do, laid out for a page and for a spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lantoa.acts.matters import Inquiry, Matter
from lantoa.acts.models import Act
from lantoa.acts.plan import Plan
from lantoa.acts.shown import Shown
from lantoa.acts.simulation import BeforeAndAfter, Simulation, simulation
from lantoa.acts.trees import Node, forest
from lantoa.figures.writing import write_number
from lantoa.reorganisation.queries.matters import before_ending

MOST_LISTED = 200
"""Rows of one list on the page; the spreadsheet has them all."""


@dataclass(frozen=True)
class Sign:
    """What happens to a unit: the picture beside its name, the word, and the colour's name."""

    icon: str
    word: str
    state: str


@dataclass(frozen=True)
class Branch:
    """A unit of a tree, what happens to it, and what hangs under it."""

    name: str
    mark: Sign | None
    following: int
    below: tuple["Branch", ...]


@dataclass(frozen=True)
class OutcomeList:
    """One list of an outcome: its title, its columns and its rows."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    note: str = ""

    @property
    def summary(self) -> str:
        """Return the title with the number of rows."""
        return f"{self.title}: {write_number(len(self.rows))}"


@dataclass(frozen=True)
class Outcome:
    """What changes, what needs a look, and the trees before and after."""

    changes: list[OutcomeList]
    looks: list[OutcomeList]
    before: tuple[Branch, ...]
    after: tuple[Branch, ...]


def outcome(plan: Plan, *, act: Act, top: int) -> Outcome:
    """Return what the plan of a decision would do, without faults; the trees begin at one unit."""
    found = simulation(plan, questions=before_ending(act))
    listed = [*_changes(found)]
    touched = (set(plan.causes) - plan.follows) | set(plan.names) | set(plan.codes)
    touched |= set(plan.kinds)
    gone, come = _marks(found, before=True), _marks(found, before=False)
    return Outcome(
        changes=[part for part in listed if part.rows],
        looks=[part for part in _looks(found, plan) if part.rows],
        before=_from(top, forest(plan, touched, before=True), gone),
        after=_from(top, forest(plan, touched, before=False), come),
    )


def _changes(found: Simulation) -> Iterable[OutcomeList]:
    named = [each for each in found.moves if not each.follows]
    along = [each for each in found.moves if each.follows]
    places = ("Đơn vị", "Mã", "Trước trực thuộc", "Sau trực thuộc", "Việc")
    yield OutcomeList(
        "Thành lập", ("Đơn vị", "Mã", "Trực thuộc", "Việc"), [_born(e) for e in found.opens]
    )
    ends = ("Đơn vị", "Mã", "Trước trực thuộc", "Số liệu cũ tính vào", "Việc")
    yield OutcomeList("Kết thúc", ends, _rows(found.closes))
    yield OutcomeList("Chuyển nơi trực thuộc", places, _rows(named))
    yield OutcomeList("Đi theo đơn vị được hợp nhất", places, _rows(along))
    for title, changes in (
        ("Đổi tên", found.renames),
        ("Đổi mã", found.recodes),
        ("Đổi loại", found.kinds),
    ):
        yield OutcomeList(title, ("Đơn vị", "Mã", "Trước", "Sau", "Việc"), _rows(changes))


def _rows(changes: Sequence[BeforeAndAfter]) -> list[tuple[str, ...]]:
    return [
        (each.unit.name, each.unit.code, each.before, each.after, str(each.step + 1))
        for each in changes
    ]


def _born(each: BeforeAndAfter) -> tuple[str, ...]:
    return each.unit.name, each.unit.code, each.after, str(each.step + 1)


def _looks(found: Simulation, plan: Plan) -> Iterable[OutcomeList]:
    yield OutcomeList(
        "Tên sẽ chỉ nhiều đơn vị",
        ("Tên", "Mã các đơn vị cùng tên"),
        [(each.name, ", ".join(_code(unit) for unit in each.units)) for each in found.ambiguous],
        "Tìm theo tên sẽ ra nhiều đơn vị. Nếu được, đặt tên cho khác nhau.",
    )
    yield OutcomeList(
        "Kết thúc mà không có đơn vị kế thừa",
        ("Đơn vị", "Mã"),
        [(each.name, each.code) for each in found.without_successor],
        "Số liệu riêng của các đơn vị này đứng một dòng riêng dưới đơn vị cấp trên.",
    )
    for question, told in found.matters:
        yield _matters(question, told, plan)


def _matters(question: Inquiry, told: list[Matter], plan: Plan) -> OutcomeList:
    rows = [(plan.before.name(each.unit, plan.on), each.words) for each in told]
    return OutcomeList(question.title, ("Đơn vị", "Nội dung"), rows, question.advice)


def _code(unit: Shown) -> str:
    return unit.code or "chưa có mã"


def _marks(found: Simulation, *, before: bool) -> Mapping[int, Sign]:
    """Return what happens to each unit, seen from one side; the last written wins."""
    marks: dict[int, Sign] = {}
    for changes in (found.renames, found.recodes, found.kinds):
        for each in changes:
            word = f"thành {each.after}" if before else f"trước là {each.before}"
            marks[each.unit.pk] = Sign("pen", word, "wait")
    for each in found.moves:
        word = "chuyển đi" if before else "chuyển đến"
        marks[each.unit.pk] = Sign("forward", word, "wait")
    for each in found.closes:
        marks[each.unit.pk] = Sign("cross", "kết thúc" if before else "đã kết thúc", "refused")
    for each in found.opens:
        marks[each.unit.pk] = Sign("plus", "mới thành lập", "done")
    return marks


def _from(top: int, nodes: Sequence[Node], marks: Mapping[int, Sign]) -> tuple[Branch, ...]:
    """Return the trees from one unit down; where it is in none of them, all of them."""
    for node in nodes:
        if node.unit.pk == top:
            return (_branch(node, marks),)
        if found := _from_below(top, node, marks):
            return found
    return tuple(_branch(each, marks) for each in nodes)


def _from_below(top: int, node: Node, marks: Mapping[int, Sign]) -> tuple[Branch, ...]:
    stack = list(node.below)
    while stack:
        each = stack.pop()
        if each.unit.pk == top:
            return (_branch(each, marks),)
        stack += each.below
    return ()


def _branch(node: Node, marks: Mapping[int, Sign]) -> Branch:
    below = tuple(_branch(each, marks) for each in node.below)
    return Branch(node.unit.name, marks.get(node.unit.pk), node.following, below)


def table_of(part: OutcomeList) -> dict[str, Any]:
    """Return the list as the component `table` takes it, not longer than a page can bear."""
    left = len(part.rows) - MOST_LISTED
    return {
        "summary": part.summary,
        "title": part.title,
        "note": part.note,
        "heads": [{"text": head} for head in part.heads],
        "rows": [{"cells": [{"text": text} for text in row]} for row in part.rows[:MOST_LISTED]],
        "left": max(left, 0),
    }
