"""The units of the simulated commune; every name is invented."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from lantoa.acts.applying import approve
from lantoa.acts.drafting import draft, simulate
from lantoa.acts.models import Act
from lantoa.acts.steps import Citation, Sort, Step
from lantoa.demonstration.operations.moments import moment
from lantoa.demonstration.operations.sample.calendar import FOUNDED
from lantoa.figures.period import ONE_DAY
from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.posts.operations import NewCell, give_post, issue_cards, open_cells
from lantoa.units.models import Kind, Unit
from lantoa.units.operations import NewUnit, found_root, open_many, state_members
from lantoa.units.operations.rows import Change

CODE = "MAU"
NAME = "Đảng bộ xã Mẫu Lan Tỏa (số liệu mẫu)"
HAMLETS = 20
BODIES = {
    "UBND": ("Ủy ban nhân dân xã Mẫu Lan Tỏa", Kind.GOVERNMENT),
    "MT": ("Ủy ban Mặt trận Tổ quốc xã Mẫu Lan Tỏa", Kind.FRONT),
    "DTN": ("Đoàn Thanh niên xã Mẫu Lan Tỏa", Kind.YOUTH),
    "PN": ("Hội Liên hiệp Phụ nữ xã Mẫu Lan Tỏa", Kind.WOMEN),
    "ND": ("Hội Nông dân xã Mẫu Lan Tỏa", Kind.FARMERS),
    "CCB": ("Hội Cựu chiến binh xã Mẫu Lan Tỏa", Kind.VETERANS),
    "CD": ("Công đoàn xã Mẫu Lan Tỏa", Kind.LABOUR),
    "TH": ("Trường Tiểu học Mẫu", Kind.SCHOOL),
    "THCS": ("Trường Trung học cơ sở Mẫu", Kind.SCHOOL),
    "THPT": ("Trường Trung học phổ thông Mẫu", Kind.SCHOOL),
}
UNIONS = ("DTN", "PN", "ND", "CCB", "CD")
UNDER_THE_FRONT = date(2025, 7, 1)
"""Since that day unions and mass societies stand under the Front of their area."""
COMMITTEES = {
    "BP": ("Đảng bộ bộ phận Chợ Mẫu", Kind.DIVISION),
    "CS": ("Đảng bộ cơ sở Công ty Mẫu", Kind.BASE),
}
OFFICES = (
    "Trường Tiểu học Mẫu",
    "Trường Trung học cơ sở Mẫu",
    "Trường Trung học phổ thông Mẫu",
    "Khối Đảng Mẫu",
    "Khối Chính quyền Mẫu",
    "Khối Mặt trận, đoàn thể Mẫu",
    "Công an Mẫu",
    "Quân sự Mẫu",
    "Trạm Y tế Mẫu",
    "Hợp tác xã Mẫu",
    "Trung tâm Dịch vụ công Mẫu",
)
BELOW = {"BP": ("Chợ Mẫu 1", "Chợ Mẫu 2", "Chợ Mẫu 3", "Chợ Mẫu 4", "Bến đò Mẫu")} | {
    "CS": ("Phân xưởng Mẫu 1", "Phân xưởng Mẫu 2", "Phân xưởng Mẫu 3", "Văn phòng Công ty Mẫu")
}
UNKNOWN_AT_FIRST = "Chi bộ Bến đò Mẫu"
COUNTED = date(2025, 1, 1)
CHANGES = {
    "Chi bộ ấp Mẫu 3": (date(2025, 6, 1), 2),
    "Chi bộ ấp Mẫu 12": (date(2025, 9, 3), 1),
    "Chi bộ Khối Chính quyền Mẫu": (date(2026, 1, 1), -3),
    "Chi bộ Trường Trung học cơ sở Mẫu": (date(2026, 5, 19), 2),
}
"""New members, and members who left, by cell: the day and how many."""


@dataclass
class Commune:
    """The units of the simulated commune by name, and the members of each cell over time."""

    root: Unit
    bodies: Mapping[str, Unit] = field(default_factory=dict)
    hamlets: Mapping[str, Unit] = field(default_factory=dict)
    cells: Mapping[str, Unit] = field(default_factory=dict)
    members: dict[str, list[tuple[date, int]]] = field(default_factory=dict)

    def members_of(self, cell: str, on: date) -> int | None:
        """Return how many members a cell had on a day; None where nobody had said it."""
        said = [members for since, members in self.members[cell] if since <= on]
        return said[-1] if said else None

    def all_members(self, on: date) -> int | None:
        """Return how many members all cells had on a day; None where one is not known."""
        each = [self.members_of(cell, on) for cell in self.cells]
        return None if None in each else sum(members for members in each if members is not None)


def open_commune(chance: Random, *, by: User) -> Commune:
    """Open the commune's units, with their members and a card for each cell."""
    change = Change(by, moment(FOUNDED), FOUNDED, "Đơn vị mẫu")
    root = found_root(name=NAME, kind=Kind.COMMUNE, code=CODE, change=change, is_simulated=True)
    _let_record(by, root)
    commune = Commune(root)
    commune.bodies = _open(BODIES | COMMITTEES, root, change=change)
    hamlets = {f"AP{number:02d}": _hamlet(number) for number in range(1, HAMLETS + 1)}
    commune.hamlets = _open(hamlets, root, change=change)
    commune.cells = _open_cells(commune, chance, by=by)
    _state_changes(commune, by=by)
    cells = list(commune.cells.values())
    issue_cards(units=cells, by=by, at=moment(FOUNDED, hour=9), on=FOUNDED)
    return commune


def _let_record(by: User, root: Unit) -> None:
    """Give the account that builds the commune its post: who records may."""
    right, at = Post.Right.ADMIN, moment(FOUNDED)
    give_post(user=by, unit=root, right=right, since=FOUNDED, title=by.name, by=by, at=at)


def _hamlet(number: int) -> tuple[str, Kind]:
    return f"Ấp Mẫu {number}", Kind.NEIGHBOURHOOD


def _open(units: Mapping[str, tuple[str, Kind]], root: Unit, *, change: Change) -> dict[str, Unit]:
    entries = [NewUnit(name, kind, root, f"{CODE}.{code}") for code, (name, kind) in units.items()]
    return dict(zip(units, open_many(entries=entries, change=change), strict=True))


def _open_cells(commune: Commune, chance: Random, *, by: User) -> dict[str, Unit]:
    names = [f"ấp Mẫu {number}" for number in range(1, HAMLETS + 1)]
    places = [(commune.root, (*names, *OFFICES))]
    places += [(commune.bodies[committee], cells) for committee, cells in BELOW.items()]
    cells: dict[str, Unit] = {}
    for above, below in places:
        rows = [_cell(commune, f"Chi bộ {name}", chance.randint(7, 34)) for name in below]
        opened = open_cells(above, rows, by=by, at=moment(FOUNDED), on=FOUNDED)
        cells.update(zip((row.name for row in rows), opened, strict=True))
    return cells


def _cell(commune: Commune, name: str, members: int) -> NewCell:
    since = COUNTED if name == UNKNOWN_AT_FIRST else FOUNDED
    commune.members[name] = [(since, members)]
    return NewCell(name, Kind.CELL, commune.members_of(name, FOUNDED), title="Bí thư chi bộ")


def _state_changes(commune: Commune, *, by: User) -> None:
    for cell, (day, more) in CHANGES.items():
        commune.members[cell].append((day, commune.members[cell][-1][1] + more))
    for cell in (*CHANGES, UNKNOWN_AT_FIRST):
        day, members = commune.members[cell][-1]
        change = Change(by, moment(day, hour=9), day, "Đơn vị mẫu")
        state_members(commune.cells[cell], members=members, change=change)


def move_under_the_front(commune: Commune, *, by: User, approver: User) -> Act:
    """Let the unions stand under the Front from the day on which they do everywhere."""
    heading = Citation(
        number="01-QĐ/ĐU",
        issuer=NAME,
        signed_on=UNDER_THE_FRONT - 2 * ONE_DAY,
        in_force_from=UNDER_THE_FRONT,
        title="Đưa các đoàn thể về trực thuộc Mặt trận Tổ quốc (quyết định mẫu)",
    )
    front, at = commune.bodies["MT"].pk, moment(UNDER_THE_FRONT)
    steps = [Step(sort=Sort.MOVE, unit=commune.bodies[each].pk, parent=front) for each in UNIONS]
    act = draft(heading=heading, steps=steps, by=by, at=at)
    found = simulate(act, by=by, at=at)
    found.refuse()
    return approve(act, fingerprint=found.fingerprint, by=approver, at=at)
