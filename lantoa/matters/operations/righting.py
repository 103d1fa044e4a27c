"""Putting a matter right: its words corrected, or the whole of it withdrawn, with a reason."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.matters.access import refuse_stranger
from lantoa.matters.models import MatterStep, RaisedMatter
from lantoa.matters.operations.moving import MOVED, close_steps, told_why
from lantoa.matters.operations.raising import NO_WORDS, said
from lantoa.people.models import User
from lantoa.posts.access import REFUSAL
from lantoa.trail.operations import note
from lantoa.units.queries.at_work import standing_in

CONTENT = ("uuid", "key", "sort", "words", "raised_by_id", "raised_on", "origin")


@transaction.atomic
def reword(
    matter: UUID, *, seen: int, sort: str, words: str, reason: str, by: User, at: datetime
) -> RaisedMatter:
    """Correct of which sort a matter is and what it is about, with a reason; both versions stay.

    Raises PermissionDenied for who may not record at the unit that raised it, and ValidationError
    where nothing changed, the words may not be kept here, or somebody else was first. `seen` is the
    version that was seen.
    """
    held = _held(matter, by=by, at=at)
    if held.pk != seen:
        raise ValidationError(MOVED)
    problems: dict[str, str | list[str]] = {}
    kept = said("words", words, missing=NO_WORDS, problems=problems)
    if sort not in RaisedMatter.Sort.values:
        problems["sort"] = "Hãy chọn loại."
    if problems:
        raise ValidationError(dict(problems))
    if (kept, sort) == (held.words, held.sort):
        raise ValidationError("Nội dung không có gì thay đổi.")
    told = told_why(reason, missing="Hãy ghi lý do sửa.")
    _close(held, by=by, at=at, reason=told, is_withdrawn=False)
    content = {name: getattr(held, name) for name in CONTENT} | {"words": kept, "sort": sort}
    row = RaisedMatter(recorded_by=by, recorded_at=at, **content)
    row.save(force_insert=True)
    before = {"words": held.words, "sort": held.sort}
    _note(held, "matters.reword", by=by, at=at, before=before, after={"reason": told})
    return row


@transaction.atomic
def withdraw(matter: UUID, *, reason: str, by: User, at: datetime) -> None:
    """Withdraw a matter that was raised by mistake: it counts no more, and stays to be seen."""
    held = _held(matter, by=by, at=at)
    told = told_why(reason, missing="Hãy ghi lý do hủy.")
    _close(held, by=by, at=at, reason=told, is_withdrawn=True)
    steps = MatterStep.objects.filter(matter=matter, superseded_at__isnull=True)
    close_steps(list(steps), by=by, at=at, reason=told)
    _note(held, "matters.withdraw", by=by, at=at, after={"reason": told})


def _held(matter: UUID, *, by: User, at: datetime) -> RaisedMatter:
    rows = RaisedMatter.objects.filter(uuid=matter, superseded_at__isnull=True)
    held = rows.select_related("raised_by").first()
    if held is None:
        raise PermissionDenied(REFUSAL)
    today = localtime(at).date()
    refuse_stranger(by, at=standing_in([held.raised_by_id], on=today).values(), on=today)
    return held


def _close(held: RaisedMatter, *, by: User, at: datetime, reason: str, is_withdrawn: bool) -> None:
    live = RaisedMatter.objects.filter(pk=held.pk, superseded_at__isnull=True)
    if not live.update(
        superseded_at=at, superseded_by=by, reason=reason, is_withdrawn=is_withdrawn
    ):
        raise ValidationError(MOVED)


def _note(
    held: RaisedMatter,
    deed: str,
    *,
    by: User,
    at: datetime,
    after: dict[str, str],
    before: dict[str, str] | None = None,
) -> None:
    about = [held.uuid, held.raised_by.uuid]
    home = held.raised_by.home
    note(by=by, at=at, home=home, deed=deed, about=about, before=before, after=after)
