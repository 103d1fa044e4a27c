"""An installation with something of everything, and how tests copy and look at it."""

from datetime import date
from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image

from lantoa.guidance.operations import adopt_known as adopt_guidance
from lantoa.guidance.queries import teachable_documents, teachable_themes
from lantoa.keeping.operations.tables import tables
from lantoa.people.models import User
from lantoa.persons import operations as persons
from lantoa.persons.models import PersonName
from lantoa.posts.models import Post
from lantoa.posts.operations import cancel_cards, issue_cards
from lantoa.posts.operations.accounts import switch
from lantoa.records.indicators import operations as indicators
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.models import NothingHappened
from lantoa.records.record.operations import NOTHING
from lantoa.records.works import operations as works
from lantoa.records.works.models import Proof, Work
from lantoa.records.works.papers import read_paper
from lantoa.units.models import Kind, Unit
from lantoa.units.operations import state_members
from tests import build, decide

SPRING = date(2026, 3, 10)
SUMMER = date(2026, 7, 1)


def populate() -> None:
    """Build units with a past, records of every kind, cards, posts, a proof and a layout."""
    adopt_guidance()
    indicators.adopt_known()
    commune = build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE)
    cells = [build.unit(f"Chi bộ ấp {n}", under=commune, members=9 + n) for n in range(4)]
    clerk = build.clerk(commune, right=Post.Right.ADMIN, username="quan-tri")
    reorganise(commune, cells)
    issue_cards(units=cells[2:], by=clerk, at=build.NOW, on=SPRING)
    cancel_cards(units=cells[3:], by=clerk, at=build.NOW, on=SPRING)
    record_meetings(cells[0], by=clerk)
    record_others(commune, cells[1], by=clerk)
    prove(build.work(at=cells[1], on=SPRING, by=clerk, people_money=12_000_000), by=clerk)
    name_people(cells[1], commune, by=clerk)
    layout = Path(settings.VAR) / "layouts" / "mau.docx"
    layout.parent.mkdir(parents=True, exist_ok=True)
    layout.write_bytes(b"a layout of the clerk's own")


def reorganise(commune: Unit, cells: list[Unit]) -> None:
    """Give units a past: a move, a new name, a number of members, a merge."""
    other = build.unit("Đảng bộ bộ phận", under=commune, kind=Kind.DIVISION)
    decide.move(cells[0], under=other, on=SUMMER)
    decide.rename(cells[1], name="Chi bộ ấp Đông “mới”\u2028", on=SUMMER)
    state_members(cells[2], members=None, change=build.change(SUMMER))
    lost = [build.unit(f"Chi bộ cũ {n}", under=commune) for n in range(2)]
    decide.merge(lost, name="Chi bộ chung", kind=Kind.CELL, under=commune, on=SUMMER)


def record_meetings(cell: Unit, *, by: User) -> None:
    """Record a meeting that is corrected, and one that is withdrawn."""
    taught = tuple(teachable_documents(SPRING))
    first = build.meeting(at=cell, on=SPRING, by=by, members_present=5, documents=taught)
    entry = Meeting(
        unit=cell, key=first.key, first_day=SPRING, last_day=SPRING, sort="thematic",
        topic="Chuyên đề năm", members_present=6, themes=tuple(teachable_themes(SPRING)),
    )  # fmt: skip
    meetings.correct(first, entry=entry, by=by, at=build.NOW, reason="Ghi nhầm số người")
    second = build.meeting(at=cell, on=SUMMER, by=by)
    meetings.withdraw(second, by=by, at=build.NOW, reason="Ghi hai lần")


def record_others(commune: Unit, cell: Unit, *, by: User) -> None:
    """Record an indicator, a quoted figure, and that no meeting was held."""
    days = {"first_day": SPRING, "last_day": SPRING}
    asked = Indicator(unit=commune, key="i1", sort=Sort.objects.order_by("pk")[0], value=3, **days)
    indicators.record(by=by, at=build.NOW, entry=asked)
    quoted = Quotation(
        unit=cell, key="q1", what="lượt dự", measured_in="lượt", value=7, source="Báo thử", **days
    )
    quotations.record_many(by=by, at=build.NOW, entries=[quoted])
    nothing = NothingHappened(unit=cell, key="n1", record_kind="meetings", **days)
    NOTHING.record(by=by, at=build.NOW, entry=nothing)


def name_people(cell: Unit, commune: Unit, *, by: User) -> None:
    """Keep two names, one of which is erased, and erase that of an account that ended; look."""
    said = {"scope": "public", "consent_on": SPRING, "given": "written", "used_for": "giver"}
    names = [PersonName(unit=cell, name=f"Người góp {n}", **said) for n in range(2)]
    persons.take(names, by=by, at=build.NOW)
    persons.erase(names[0], by=by, at=build.NOW, why="người này yêu cầu")
    persons.note_look(names[1], by=by, at=build.NOW)
    gone = build.clerk(commune, username="da-nghi")
    switch(gone, is_active=False, by=by, at=build.NOW, on=SUMMER)
    persons.erase_account_name(gone, by=by, at=build.NOW, why="nghỉ việc")


def prove(work: Work, *, by: User) -> Proof:
    """Keep a photograph behind a work."""
    picture = BytesIO()
    Image.new("RGB", (40, 30), (179, 32, 44)).save(picture, "PNG")
    paper = read_paper(title="Ảnh cầu.png", content=picture.getvalue())
    return works.add_proof(work=work, paper=paper, by=by, at=build.NOW)


def every_row() -> dict[str, list[bytes]]:
    """Return every row of every table, as a copy would hold it."""
    return {table.name: list(table.lines()) for table in tables()}


def every_file() -> dict[str, bytes]:
    """Return every proof and layout on disk."""
    var = Path(settings.VAR)
    return {
        str(path.relative_to(var)): path.read_bytes()
        for folder in ("proofs", "layouts")
        for path in (var / folder).rglob("*")
        if path.is_file()
    }
