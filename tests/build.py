"""Makes things for tests through the same operations that pages and commands use."""

from datetime import date, datetime, time
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from lantoa.people.models import User
from lantoa.people.operations import open_account
from lantoa.posts.models import Post
from lantoa.posts.operations import give_post
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.works import operations as works
from lantoa.records.works.models import Work
from lantoa.units.models import END, Kind, Unit
from lantoa.units.operations import NewUnit, found_root, open_unit
from lantoa.units.operations.rows import Change
from lantoa.units.queries.places import tops

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
LONG_AGO = date(2000, 1, 1)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=HANOI)
PASSWORD = "mật khẩu dài để thử 1"
_numbers = count(1)
CLERK = Post.Right.CLERK


def at(day: date) -> datetime:
    """Return noon of a day."""
    return datetime.combine(day, time(12), tzinfo=HANOI)


def change(on: date = LONG_AGO, **more: Any) -> Change:
    """Return a change of the organisation."""
    return Change(**{"by": None, "at": NOW, "on": on} | more)


def person(username: str = "", **more: Any) -> User:
    """Return an account with a password; the next line of the trail seals it."""
    name = username or f"nguoi{next(_numbers)}"
    return open_account(username=name, name=more.pop("name", name), password=PASSWORD, **more)


def recorder() -> User:
    """Return the account that records where a test does not care who does: it may everywhere."""
    user = User.objects.filter(username="nguoi-ghi").first() or person("nguoi-ghi")
    for top in tops().exclude(posts__user=user).distinct():
        give_post(user=user, unit=top, right=CLERK, since=LONG_AGO, until=END, by=None, at=NOW)
    return user


def root(name: str = "Đảng bộ tỉnh", *, kind: Kind = Kind.PROVINCE, **more: Any) -> Unit:
    """Return a unit above which there is none."""
    code = more.pop("code", f"G{next(_numbers)}")
    return found_root(name=name, kind=kind, code=code, change=change(), **more)


def unit(
    name: str = "Chi bộ",
    *,
    under: Unit | None = None,
    kind: Kind | None = None,
    on: date = LONG_AGO,
    **more: Any,
) -> Unit:
    """Return an open unit: a cell, or without a unit above it the root, a province."""
    if under is None:
        return root(name, kind=kind or Kind.PROVINCE, **more)
    return open_unit(entry=NewUnit(name, kind or Kind.CELL, under, **more), change=change(on))


def meeting(*, at: Unit, on: date, by: User | None = None, **more: Any) -> Meeting:
    """Return a recorded meeting: by default one cell meeting, its numbers not known."""
    entry = Meeting(
        unit=at,
        first_day=more.pop("since", on),
        last_day=on,
        **{"key": f"k{next(_numbers)}", "sort": "conference", "topic": "Học tập chuyên đề"} | more,
    )
    return meetings.DONE.record_unasked(by=by or recorder(), at=NOW, entries=[entry])[0]


def work(*, at: Unit, on: date, by: User | None = None, **more: Any) -> Work:
    """Return a recorded work."""
    entry = Work(
        unit=at,
        first_day=more.pop("since", on),
        last_day=on,
        **{"key": f"k{next(_numbers)}", "sort": "road", "title": "Nâng cấp đường"} | more,
    )
    return works.DONE.record_unasked(by=by or recorder(), at=NOW, entries=[entry])[0]


def clerk(of: Unit, right: Post.Right = Post.Right.CLERK, **more: Any) -> User:
    """Return an account with a post at a unit."""
    user = person(**more)
    give_post(user=user, unit=of, right=right, since=LONG_AGO, until=END, by=None, at=NOW)
    return user
