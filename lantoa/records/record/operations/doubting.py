"""Asking about likely doubles and gaps, keeping what was recorded all the same, and settling it."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localtime

from lantoa.people.models import User
from lantoa.records.record.entry import InDoubt, Oddity, Problem
from lantoa.records.record.models import Doubt, Record
from lantoa.records.record.operations.likeness import twins
from lantoa.records.record.operations.noting import by_home
from lantoa.trail.operations import note

if TYPE_CHECKING:
    from lantoa.records.record.operations.done import Done

R = TypeVar("R", bound=Record)
BATCH = 2000


@dataclass(frozen=True, kw_only=True)
class Written:
    """What was just written: the entries in their order, by whom, when, and what is still meant."""

    entries: Sequence[Record]
    by: User
    at: datetime
    still: Collection[str] = ()

    def row_of(self, place: int) -> str:
        """Return the words that name a row where there are several."""
        return f"Dòng {place + 1}: " if len(self.entries) > 1 else ""


def ask_about(done: "Done[Any]", rows: Sequence[Record], written: Written) -> list[Oddity]:
    """Ask about new rows what nobody answered yet; what is still meant is kept as a doubt.

    Returns all that is odd about them, answered or not. Raises InDoubt with everything that is to
    be answered, where any of it is not among what is still meant.
    """
    found = oddities(done, rows, written)
    asked = _unanswered(found)
    if any(each.mark not in written.still for each in asked):
        raise InDoubt(asked)
    _keep(done, asked, written)
    return found


def oddities(done: "Done[Any]", rows: Sequence[Record], written: Written) -> list[Oddity]:
    """Return what is odd about some new rows, in the order of the entries."""
    places = {id(each): place for place, each in enumerate(written.entries)}
    listed = sorted(rows, key=lambda row: places[id(row)])
    found = [_double(row, other, places, written) for row, other in twins(listed, done.alike)]
    found += [_gap(each, listed, places, written) for each in _gaps(done, listed)]
    return sorted(found, key=lambda each: each.place)


def _double(row: Record, other: Record, places: dict[int, int], written: Written) -> Oddity:
    place = places[id(row)]
    there = {each.pk: n for n, each in enumerate(written.entries)}
    beside = f" (dòng {there[other.pk] + 1})" if other.pk in there else ""
    when = f"{localtime(other.recorded_at):%H:%M %d/%m/%Y}"
    name = row._meta.verbose_name
    words = f"Đã có {name} giống như vậy{beside}, ghi lúc {when}: “{other}”."
    mark = _mark(row, "twin", other.key)
    return Oddity(place, "", written.row_of(place) + words, mark, row, other)


def _gaps(done: "Done[Any]", rows: Sequence[Record]) -> Iterator[Problem]:
    for gap in done.gaps:
        yield from gap(rows)


def _gap(
    found: Problem, rows: Sequence[Record], places: dict[int, int], written: Written
) -> Oddity:
    row = rows[found.place]
    place, mark = places[id(row)], _mark(row, found.field, found.message)
    return Oddity(place, found.field, written.row_of(place) + found.message, mark, row)


def _mark(row: Record, *asked: str) -> str:
    """Return what names one question about one entry, the same each time it is asked."""
    sealed = hashlib.sha256("\n".join([row.key, *asked]).encode()).digest()
    return urlsafe_b64encode(sealed).decode().rstrip("=")


def _unanswered(found: Sequence[Oddity]) -> list[Oddity]:
    """Leave out what is answered for good or stands already, also as a question of the other."""
    if not found:
        return []
    rows = [each.row.uuid for each in found]
    told = Doubt.objects.filter(Q(record__in=rows) | Q(twin__in=rows))
    held = list(told.filter(Q(settled_at__isnull=True) | Q(how=Doubt.How.RIGHT)))
    marks, pairs = {(each.record, each.mark) for each in held}, {_pair(each) for each in held}
    return [
        each
        for each in found
        if (each.row.uuid, each.mark) not in marks
        and (each.twin is None or frozenset({each.row.uuid, each.twin.uuid}) not in pairs)
    ]


def _pair(doubt: Doubt) -> frozenset[UUID | None]:
    return frozenset({doubt.record, doubt.twin})


def _keep(done: "Done[Any]", asked: Sequence[Oddity], written: Written) -> None:
    doubts = [_doubt(done, each, written) for each in asked]
    Doubt.objects.bulk_create(doubts, batch_size=BATCH)
    for home, kept in by_home(doubts):
        note(
            by=written.by,
            at=written.at,
            home=home,
            deed=f"{done.deed}.still",
            about=[each for doubt in kept for each in (doubt.record, doubt.twin) if each],
            after={"asked": [doubt.words for doubt in kept]},
            rows=kept,
        )


def _doubt(done: "Done[Any]", odd: Oddity, written: Written) -> Doubt:
    row = odd.row
    return Doubt(
        unit=row.unit,
        record_kind=done.code,
        record=row.uuid,
        twin=odd.twin.uuid if odd.twin else None,
        mark=odd.mark,
        title=str(row)[:300],
        day=row.last_day,
        words=odd.message.removeprefix(written.row_of(odd.place)),
        asked_at=written.at,
        asked_of=written.by,
    )


def settle_mended(
    done: "Done[Any]", row: Record, odd: Iterable[Oddity], *, by: User, at: datetime, reason: str
) -> None:
    """Settle what a correction mended, of the record and of those that were like it."""
    marks = {each.mark for each in odd}
    standing = [
        *Doubt.objects.filter(record=row.uuid, settled_at__isnull=True).exclude(mark__in=marks),
        *(each for each in _likened_to(row.uuid) if not _is_like_still(done, each, row)),
    ]
    _settle(standing, how=Doubt.How.CORRECTED, by=by, at=at, reason=reason)


def _likened_to(record: UUID) -> list[Doubt]:
    return list(Doubt.objects.filter(twin=record, settled_at__isnull=True))


def _is_like_still(done: "Done[Any]", doubt: Doubt, row: Record) -> bool:
    found = done.model._default_manager.believed().filter(uuid=doubt.record).first()
    other = cast("Record | None", found)
    if other is None or (other.first_day, other.last_day) != (row.first_day, row.last_day):
        return False
    return done.alike.joins(other, row)


def settle_withdrawn(record: Record, *, by: User, at: datetime, reason: str) -> None:
    """Settle everything that stands about a record that is withdrawn, or about being like it."""
    about = Q(record=record.uuid) | Q(twin=record.uuid)
    standing = Doubt.objects.filter(about, settled_at__isnull=True)
    _settle(standing, how=Doubt.How.WITHDRAWN, by=by, at=at, reason=reason)


def settle_right(doubt: Doubt, *, by: User, at: datetime, reason: str) -> bool:
    """Settle a doubt as right; tell whether it stood until now."""
    return bool(_settle([doubt], how=Doubt.How.RIGHT, by=by, at=at, reason=reason))


def _settle(doubts: Iterable[Doubt], *, how: Doubt.How, by: User, at: datetime, reason: str) -> int:
    standing = Doubt.objects.filter(pk__in=[each.pk for each in doubts], settled_at__isnull=True)
    return standing.update(settled_at=at, settled_by=by, how=how, reason=reason.strip())
