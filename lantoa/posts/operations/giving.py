"""Giving posts and ending them."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.trail.operations import note
from lantoa.units.models import END, Unit


@transaction.atomic
def give_post(
    *,
    user: User,
    unit: Unit,
    right: Post.Right,
    since: date,
    by: User | None,
    at: datetime,
    until: date = END,
    title: str = "",
) -> Post:
    """Give an account a post at a unit, from a day to the day before another.

    Raises ValidationError where it would end before it begins.
    """
    if until <= since:
        raise ValidationError({"until": "Ngày thôi nhiệm vụ phải sau ngày được giao."})
    post = Post.objects.create(
        user=user,
        unit=unit,
        right=right,
        title=title,
        since=since,
        until=until,
        given_by=by,
        recorded_at=at,
    )
    _note(post, "units.give_post", by=by, at=at)
    return post


@transaction.atomic
def end_post(post: Post, *, on: date, by: User, at: datetime) -> None:
    """End a post: on that day it no longer holds.

    Raises ValidationError where it has already ended.
    """
    if post.until <= on:
        raise ValidationError("Nhiệm vụ này đã kết thúc.")
    post.until = max(on, post.since)
    post.save(update_fields=["until"])
    _note(post, "units.end_post", by=by, at=at)


def _note(post: Post, deed: str, *, by: User | None, at: datetime) -> None:
    note(
        by=by,
        at=at,
        home=post.unit.home,
        deed=deed,
        about=[post.uuid, post.unit.uuid, post.user.uuid],
        after={"right": post.right, "since": post.since, "until": post.until, "title": post.title},
    )
