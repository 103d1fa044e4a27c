"""Opening the cells of a ward at once, each with the account that records for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError

from lantoa.people.models import User
from lantoa.people.operations import open_card_accounts
from lantoa.posts.models import Post
from lantoa.trail.operations import note
from lantoa.units.models import Kind, Unit
from lantoa.units.operations.founding import NewUnit, open_many
from lantoa.units.operations.rows import Change, structure
from lantoa.units.queries.places import names_taken, spelling

RECORDER = "Người ghi số liệu"


@dataclass(frozen=True)
class NewCell:
    """One line of a ward's list: a unit to open, and the title of who records for it.

    `members` is None where its number of members is not known.
    """

    name: str
    kind: Kind
    members: int | None = None
    title: str = RECORDER


class AlreadyOpen(ValidationError):
    """Names that open units directly under the ward already bear; `names` lists them."""

    def __init__(self, names: Sequence[str]) -> None:
        """Keep the names, and say them."""
        self.names = names
        shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
        super().__init__(
            f"Đã có đơn vị đang hoạt động mang tên: {shown}. Không mở thêm đơn vị nào."
        )


def open_cells(
    unit: Unit, rows: Sequence[NewCell], *, by: User, at: datetime, on: date
) -> list[Unit]:
    """Open units directly under one, with members, accounts and posts; all of them or none.

    Raises AlreadyOpen for names borne by open units under it, so that the same list opens nothing
    twice; ValidationError for a name twice in the list, or a day on which the unit is not open.
    """
    with structure():
        _refuse_twice(rows)
        _refuse_borne(unit, rows, on=on)
        entries = [NewUnit(each.name, each.kind, unit, members=each.members) for each in rows]
        opened = open_many(entries=entries, change=Change(by=by, at=at, on=on))
        users = open_card_accounts([each.name for each in rows])
        titles = [each.title for each in rows]
        give_recording_posts(opened, users, titles=titles, by=by, at=at, since=on)
        return opened


def _refuse_twice(rows: Sequence[NewCell]) -> None:
    seen: dict[str, str] = {}
    for each in rows:
        if spelling(each.name) in seen:
            raise ValidationError(f"Tên “{each.name}” có hai lần trong danh sách.")
        seen[spelling(each.name)] = each.name


def _refuse_borne(unit: Unit, rows: Sequence[NewCell], *, on: date) -> None:
    taken = names_taken(unit, since=on)
    borne = [each.name for each in rows if spelling(each.name) in taken]
    if borne:
        raise AlreadyOpen(borne)


def give_recording_posts(
    units: Sequence[Unit],
    users: Sequence[User],
    *,
    titles: Sequence[str],
    by: User,
    at: datetime,
    since: date,
) -> list[Post]:
    """Let each account record for the unit in the same place of the list."""
    posts = Post.objects.bulk_create(
        Post(
            user=user,
            unit=unit,
            right=Post.Right.RECORD,
            title=title,
            since=since,
            given_by=by,
            recorded_at=at,
        )
        for unit, user, title in zip(units, users, titles, strict=True)
    )
    _note_given(posts, by=by, at=at, since=since)
    return posts


def _note_given(posts: Sequence[Post], *, by: User, at: datetime, since: date) -> None:
    for home in {post.unit.home for post in posts}:
        mine = [post for post in posts if post.unit.home == home]
        about = [uuid for post in mine for uuid in (post.uuid, post.unit.uuid, post.user.uuid)]
        after = {"right": Post.Right.RECORD, "since": since, "titles": [p.title for p in mine]}
        note(by=by, at=at, home=home, deed="units.give_posts", about=about, after=after)
