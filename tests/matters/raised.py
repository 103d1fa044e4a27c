"""Matters for tests, raised and gone on with through the operations."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from lantoa.matters.models import RaisedMatter
from lantoa.matters.operations import Move, Raising, raise_matter
from lantoa.matters.queries import shown
from lantoa.units.models import Unit
from tests import build

DAY = date(2026, 10, 5)
DUE = date(2026, 10, 15)
TODAY = build.NOW.date()


def raising(by: Unit, *, keeper: Unit | None = None, due: date = DUE, **more: Any) -> Raising:
    """Return a matter to be raised: by default a proposal that its own unit keeps."""
    said = {"key": str(uuid4()), "sort": "proposal", "words": "Sửa đường ấp Bắc"} | more
    entry = RaisedMatter(raised_by=by, raised_on=said.pop("on", DAY), **said)
    return Raising(entry=entry, keeper=keeper or by, due=due)


def raised(by: Unit, **more: Any) -> RaisedMatter:
    """Return a matter that was raised."""
    return raise_matter(by=build.recorder(), at=build.NOW, raising=raising(by, **more))


def move(matter: RaisedMatter, words: str = "Đã sửa xong", **more: Any) -> Move:
    """Return what goes on from where a matter stands."""
    last = shown(matter.uuid, today=TODAY).last
    seen: UUID = last.uuid
    said = {"key": uuid4(), "seen": seen, "on": date(2026, 10, 12), "words": words} | more
    return Move(**said)


def line(matter: RaisedMatter):
    """Return where a matter stands today."""
    return shown(matter.uuid, today=TODAY).line
