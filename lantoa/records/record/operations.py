"""Writing records: new ones by key, corrections and withdrawals; all or none."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TypeVar, cast

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.people.models import User
from lantoa.records.record.entry import Entry, Problem, Refused
from lantoa.records.record.models import Record
from lantoa.trail.operations import note
from lantoa.units.queries import portraits
from lantoa.units.queries.within import among

R = TypeVar("R", bound=Record)
NOT_ASKED = {"unit", "recorded_by", "superseded_by", "superseded_at", "digest"}


def refuse(problems: Iterable[Problem]) -> None:
    """Raise Refused where there is any problem."""
    if found := list(problems):
        raise Refused(found)


def day_problems(entries: Sequence[Entry], *, at: datetime) -> Iterable[Problem]:
    """Yield what is wrong with the days: out of order, in the future, outside the unit's life."""
    today = localtime(at).date()
    shown = portraits({entry.unit.pk for entry in entries}, on=today)
    for place, entry in enumerate(entries):
        if entry.last_day < entry.first_day:
            yield Problem(place, "last_day", "Ngày cuối phải từ ngày đầu trở đi.")
        if entry.last_day > today:
            yield Problem(
                place,
                "last_day",
                f"Ngày {write_day(entry.last_day)} còn ở phía trước (hôm nay {write_day(today)}). "
                "Chỉ ghi việc đã diễn ra.",
            )
        unit = shown[entry.unit.pk]
        if entry.first_day < unit.founded:
            yield Problem(
                place,
                "first_day",
                f"{unit.name} thành lập ngày {write_day(unit.founded)}; ngày này sớm hơn.",
            )
        if unit.closed_on and entry.last_day >= unit.closed_on:
            yield Problem(
                place,
                "last_day",
                f"{unit.name} đã kết thúc hoạt động từ ngày {write_day(unit.closed_on)}. "
                "Hãy ghi tại đơn vị kế thừa, hoặc sửa ngày.",
            )


def insert_new(
    model: type[R], entries: Sequence[Entry], *, by: User, at: datetime
) -> tuple[list[R], dict[str, Entry]]:
    """Insert what is not there yet; return a row for each entry, and the new entries by key.

    Raises Refused for a key that was already used for other content, and for what the table's
    constraints refuse.
    """
    try:
        return _insert(model, entries, by=by, at=at)
    except IntegrityError:
        refuse(_constraint_problems(model, entries, by=by, at=at))
        return _insert(model, entries, by=by, at=at)


def _insert(
    model: type[R], entries: Sequence[Entry], *, by: User, at: datetime
) -> tuple[list[R], dict[str, Entry]]:
    held = _versions(model, {entry.key for entry in entries})
    fresh: dict[str, Entry] = {}
    for place, entry in enumerate(entries):
        _refuse_other_content(place, entry, held.get(entry.key, []), fresh.get(entry.key))
        if entry.key not in held:
            fresh.setdefault(entry.key, entry)
    with transaction.atomic():
        rows: list[R] = _rows(model).bulk_create(
            [_row(model, entry, by=by, at=at) for entry in fresh.values()], batch_size=2000
        )
    newest: dict[str, R] = {key: versions[-1] for key, versions in held.items()}
    newest.update((row.key, row) for row in rows)
    return [newest[entry.key] for entry in entries], fresh


def _rows(model: type[R]) -> QuerySet[R]:
    return cast("QuerySet[R]", model._default_manager.all())


def _versions(model: type[R], keys: Collection[str]) -> dict[str, list[R]]:
    held: dict[str, list[R]] = {}
    for row in among(_rows(model), "key", keys).order_by("pk"):
        held.setdefault(row.key, []).append(row)
    return held


def _row(model: type[R], entry: Entry, *, by: User, at: datetime) -> R:
    return model(**entry.columns(), digest=entry.digest(), recorded_by=by, recorded_at=at)


def _refuse_other_content(
    place: int, entry: Entry, held: Sequence[Record], earlier: Entry | None
) -> None:
    known = {row.digest for row in held} | ({earlier.digest()} if earlier else set())
    if known and entry.digest() not in known:
        when = (
            f" lúc {localtime(held[0].recorded_at):%H:%M %d/%m/%Y}"
            if held
            else " trong cùng lần gửi"
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


def _constraint_problems(
    model: type[R], entries: Sequence[Entry], *, by: User, at: datetime
) -> Iterable[Problem]:
    """Ask the model which of its constraints refuse which entry, in their own words."""
    for place, entry in enumerate(entries):
        row = _row(model, entry, by=by, at=at)
        try:
            row.clean_fields(exclude=NOT_ASKED)
            row.validate_constraints(exclude={"uuid", "key"})
        except ValidationError as refusal:
            yield from _as_problems(place, refusal)


def _as_problems(place: int, refusal: ValidationError) -> Iterable[Problem]:
    for field, errors in refusal.error_dict.items():
        for error in errors:
            code = error.code or ""
            known = field if field != NON_FIELD_ERRORS else code
            yield Problem(place, known, " ".join(error.messages))


@transaction.atomic
def replace(record: R, entry: Entry, *, by: User, at: datetime, reason: str, deed: str) -> R:
    """Correct a record: the row as it was is closed with a reason, and another is written.

    Raises Refused where it was already corrected or withdrawn, where nothing changed, or where the
    table's constraints refuse the new content.
    """
    if not reason.strip():
        raise Refused([Problem(0, "reason", "Hãy ghi lý do đính chính.")])
    if entry.digest() == record.digest:
        raise Refused([Problem(0, "", "Nội dung không có gì thay đổi.")])
    _close(record, by=by, at=at, reason=reason, is_withdrawn=False)
    row = _row(type(record), entry, by=by, at=at)
    row.uuid, row.key = record.uuid, record.key
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        refuse(_constraint_problems(type(record), [entry], by=by, at=at))
        raise
    _note_one(record, deed, before=record.digest, after=row.digest, by=by, at=at, reason=reason)
    return row


@transaction.atomic
def withdraw(record: Record, *, by: User, at: datetime, reason: str, deed: str) -> None:
    """Withdraw a record with a reason: it counts no more, and stays to be seen.

    Raises Refused without a reason, or where it was already corrected or withdrawn.
    """
    if not reason.strip():
        raise Refused([Problem(0, "reason", "Hãy ghi lý do hủy.")])
    _close(record, by=by, at=at, reason=reason, is_withdrawn=True)
    _note_one(record, deed, before=record.digest, after="", by=by, at=at, reason=reason)


def _close(record: Record, *, by: User, at: datetime, reason: str, is_withdrawn: bool) -> None:
    live = type(record)._default_manager.filter(pk=record.pk, superseded_at__isnull=True)
    closed = live.update(
        superseded_at=at, superseded_by=by, reason=reason.strip(), is_withdrawn=is_withdrawn
    )
    if not closed:
        raise Refused(
            [Problem(0, "", "Bản ghi này đã được đính chính hoặc hủy. Hãy mở lại trang.")]
        )


def _note_one(
    record: Record, deed: str, *, before: str, after: str, by: User, at: datetime, reason: str
) -> None:
    note(
        by=by,
        at=at,
        home=record.unit.home,
        deed=deed,
        about=[record.uuid, record.unit.uuid],
        before={"digest": before},
        after={"digest": after, "reason": reason},
    )


def note_recorded(records: Sequence[Record], *, by: User, at: datetime, deed: str) -> None:
    """Write one line a home for a batch, with the identities and keys of all its records."""
    homes: dict[object, list[Record]] = {}
    for record in records:
        homes.setdefault(record.unit.home, []).append(record)
    for batch in homes.values():
        note(
            by=by,
            at=at,
            home=batch[0].unit.home,
            deed=deed,
            about=[record.uuid for record in batch],
            after={"keys": [record.key for record in batch]},
        )
