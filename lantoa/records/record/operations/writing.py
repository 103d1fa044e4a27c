"""Writing rows: new ones by key, corrections, withdrawals, what is brought back."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime

from lantoa.people.models import User
from lantoa.records.record.columns import Phrase
from lantoa.records.record.entry import Problem, Refused, changed, content_of, digest_of
from lantoa.records.record.models import Record
from lantoa.records.record.operations.checking import constraint_problems, refuse
from lantoa.records.record.operations.naming import find_again, take_names
from lantoa.units.queries.within import among

R = TypeVar("R", bound=Record)
BATCH = 2000
REASON = Phrase("Lý do", max_length=300)
"""A reason refuses what every other text of a record refuses."""


def insert_new(entries: Sequence[R], *, by: User, at: datetime) -> tuple[list[R], list[R]]:
    """Insert what is not there yet; return a row for each entry, and those that are new.

    Raises Refused for a key that was already used for other content, and for what the table's
    constraints refuse.
    """
    try:
        return _insert(entries, by=by, at=at)
    except IntegrityError:
        again = [changed(entry) for entry in entries]
        refuse(constraint_problems([_signed(changed(each), by=by, at=at) for each in again]))
        return _insert(again, by=by, at=at)


def _insert(entries: Sequence[R], *, by: User, at: datetime) -> tuple[list[R], list[R]]:
    if not entries:
        return [], []
    held = _versions(type(entries[0]), {entry.key for entry in entries})
    fresh: dict[str, R] = {}
    for place, entry in enumerate(entries):
        earlier = fresh.get(entry.key)
        find_again(entry, [*held.get(entry.key, [])[::-1], *([earlier] if earlier else [])])
        _signed(entry, by=by, at=at)
        _refuse_other_content(place, entry, held.get(entry.key, []), earlier)
        if entry.key not in held:
            fresh.setdefault(entry.key, entry)
    take_names(list(fresh.values()), by=by, at=at)
    with transaction.atomic():
        rows = _rows(type(entries[0])).bulk_create(list(fresh.values()), batch_size=BATCH)
        write_apart(rows)
    newest: dict[str, R] = {key: versions[-1] for key, versions in held.items()}
    newest |= {row.key: row for row in rows}
    return [newest[entry.key] for entry in entries], rows


def _rows(model: type[R]) -> QuerySet[R]:
    return cast("QuerySet[R]", model._default_manager.all())


def _versions(model: type[R], keys: Collection[str]) -> dict[str, list[R]]:
    """Return every version under some keys, earliest first, with all that its digest is made of."""
    held: dict[str, list[R]] = {}
    related = [each.name for each in content_of(model) if each.many_to_one]
    found = among(_rows(model), "key", keys).select_related(*related)
    for row in found.prefetch_related(*model.several()).order_by("pk"):
        held.setdefault(row.key, []).append(row)
    return held


def _signed(entry: R, *, by: User, at: datetime) -> R:
    """Return an entry as the row that will be written: with its digest, and who recorded when."""
    entry.digest, entry.recorded_by, entry.recorded_at = digest_of(entry), by, at
    return entry


def _refuse_other_content(
    place: int, entry: Record, held: Sequence[Record], earlier: Record | None
) -> None:
    if not (held or earlier):
        return
    before = [*held, *([earlier] if earlier else [])]
    if any(is_same(entry, each) for each in before):
        return
    when = (
        f" lúc {localtime(held[0].recorded_at):%H:%M %d/%m/%Y}" if held else " trong cùng lần gửi"
    )
    raise Refused(
        [
            Problem(
                place,
                "key",
                f"Khóa {entry.key} đã dùng{when} cho nội dung khác. "
                "Muốn sửa bản ghi cũ, hãy dùng “Đính chính”.",
            )
        ]
    )


def is_same(entry: Record, held: Record) -> bool:
    """Tell whether two rows say the same, also where one bears a digest of an earlier form."""
    digest = digest_of(entry)
    return digest == held.digest or digest == digest_of(held)


def write_apart(rows: Iterable[Record]) -> None:
    """Write what new rows say that stands in tables of its own."""
    written = list(rows)
    for column in type(written[0])._meta.many_to_many if written else ():
        through: Any = column.remote_field.through
        own, other = f"{column.m2m_field_name()}_id", f"{column.m2m_reverse_field_name()}_id"
        through._default_manager.bulk_create(
            [
                through(**{own: row.pk, other: each.pk})
                for row in written
                for each in row.apart.get(column.name, ())
            ],
            batch_size=BATCH,
        )


class WithdrawnBefore(Refused):
    """What was sent again had been withdrawn: it is written only as something new."""


def refuse_withdrawn(row: Record, *, button: str) -> None:
    """Raise WithdrawnBefore where that stands withdrawn; `button` writes it anew."""
    if row.is_withdrawn and row.superseded_at:
        when = f"{localtime(row.superseded_at):%H:%M %d/%m/%Y}"
        words = f"Việc này đã được hủy ghi lúc {when}. Bấm “{button}” lần nữa để ghi mới."
        raise WithdrawnBefore([Problem(0, "key", words)])


def replace(record: R, entry: R, *, by: User, at: datetime, reason: str) -> R:
    """Close a row with a reason and write another in its place.

    Raises Refused where it was already corrected or withdrawn, where nothing changed, or where the
    table's constraints refuse the new content.
    """
    if not reason.strip():
        raise Refused([Problem(0, "reason", "Hãy ghi lý do đính chính.")])
    if is_same(find_again(entry, [record]), record):
        raise Refused([Problem(0, "", "Nội dung không có gì thay đổi.")])
    close(record, by=by, at=at, reason=reason, is_withdrawn=False)
    return reinstate(record, entry, by=by, at=at)


def close(record: Record, *, by: User, at: datetime, reason: str, is_withdrawn: bool) -> None:
    """Close the row of a record; raises Refused where it is closed, or the reason is no text."""
    try:
        told = REASON.clean(reason, None)
    except ValidationError as refusal:
        raise Refused([Problem(0, "reason", " ".join(refusal.messages))]) from None
    live = type(record)._default_manager.filter(pk=record.pk, superseded_at__isnull=True)
    closed = live.update(superseded_at=at, superseded_by=by, reason=told, is_withdrawn=is_withdrawn)
    if not closed:
        raise Refused(
            [Problem(0, "", "Bản ghi này đã được đính chính hoặc hủy. Hãy mở lại trang.")]
        )


NOT_WITHDRAWN = "Bản ghi này không còn ở trạng thái đã hủy. Hãy mở lại trang của bản ghi."
TAKEN = (
    "Chỗ của bản ghi này đã có bản ghi khác: cùng mã, hoặc vừa được khôi phục. "
    "Hãy mở lại trang của bản ghi."
)


def live_again(record: R) -> R | None:
    """Return a withdrawn record that was brought back already; None where it is withdrawn still.

    Raises Refused where it is another version, or was never withdrawn.
    """
    latest = _rows(type(record)).filter(uuid=record.uuid).latest("pk")
    if record.is_withdrawn and latest.superseded_at is None and is_same(latest, record):
        return latest
    if latest.pk != record.pk or not latest.is_withdrawn:
        raise Refused([Problem(0, "", NOT_WITHDRAWN)])
    return None


def reinstate(record: R, entry: R, *, by: User, at: datetime) -> R:
    """Write an entry in the place of a row that was closed: the same identity, the same key.

    Raises Refused for what the table's constraints refuse, among them another row in its place.
    """
    row = _signed(entry, by=by, at=at)
    row.uuid, row.key = record.uuid, record.key
    take_names([row], by=by, at=at)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        refuse(constraint_problems([row]))
        raise Refused([Problem(0, "", TAKEN)]) from None
    write_apart([row])
    return row
