"""What is done with a kind of record, declared once: record, record many, correct, withdraw."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db import transaction
from django.utils.timezone import localtime

from lantoa.people.models import User
from lantoa.records.record.access import refuse_strangers
from lantoa.records.record.entry import Problem, Refused
from lantoa.records.record.models import Record
from lantoa.records.record.operations.checking import cleaned, day_problems, refuse
from lantoa.records.record.operations.noting import note_one, note_recorded
from lantoa.records.record.operations.writing import close, insert_new, replace

R = TypeVar("R", bound=Record)
ANOTHER_UNIT = (
    "Đính chính không chuyển bản ghi sang đơn vị khác. Hãy hủy ghi ở đây, rồi ghi tại đơn vị đúng."
)


@dataclass(frozen=True, kw_only=True)
class Done(Generic[R]):
    """What is done with one kind of record; `deed` is how the trail calls it.

    `checks` yield what is wrong with entries that contradict themselves or their unit, `days` what
    is wrong with their days. An entry is a row that is not saved; it stays as it was. `adopt` takes
    in the lists that the project knows of the kind, and renews those that are there.

    Everything raises PermissionDenied, in the same words as for a hidden unit, where `by` may not
    record at the unit on the day of `at`.
    """

    model: type[R]
    deed: str
    checks: Sequence[Callable[[Sequence[R]], Iterable[Problem]]] = ()
    days: Callable[..., Iterable[Problem]] = day_problems
    adopt: Callable[[], None] | None = None

    def record(self, *, by: User, at: datetime, entry: R) -> R:
        """Record one; the same key with the same content again is the same record."""
        return self.record_many(by=by, at=at, entries=[entry])[0]

    @transaction.atomic
    def record_many(self, *, by: User, at: datetime, entries: Sequence[R]) -> list[R]:
        """Record several, all or none.

        Raises Refused with the place of each entry that its columns refuse, that contradicts
        itself, its unit or the days on which the unit existed, or that bears a key already used for
        other content.
        """
        refuse_strangers(by, at={entry.unit.pk for entry in entries}, on=localtime(at).date())
        rows, new = insert_new(self._checked(entries, at=at), by=by, at=at)
        if new:
            note_recorded(new, by=by, at=at, deed=f"{self.deed}.record")
        return rows

    @transaction.atomic
    def correct(self, record: R, *, entry: R, by: User, at: datetime, reason: str) -> R:
        """Correct a record with a reason; both versions stay to be seen.

        Raises Refused as recording does, for an entry of another unit, where nothing changed, and
        where the record was already corrected or withdrawn.
        """
        self._refuse_stranger(record, by=by, at=at)
        if entry.unit.pk != record.unit.pk:
            raise Refused([Problem(0, "", ANOTHER_UNIT)])
        (right,) = self._checked([entry], at=at)
        row = replace(record, right, by=by, at=at, reason=reason)
        deed, before, after = f"{self.deed}.correct", record.digest, row.digest
        note_one(record, deed, before=before, after=after, by=by, at=at, reason=reason)
        return row

    @transaction.atomic
    def withdraw(self, record: R, *, by: User, at: datetime, reason: str) -> None:
        """Withdraw a record with a reason: it counts no more, and stays to be seen.

        Raises Refused without a reason, or where it was already corrected or withdrawn.
        """
        self._refuse_stranger(record, by=by, at=at)
        if not reason.strip():
            raise Refused([Problem(0, "reason", "Hãy ghi lý do hủy.")])
        close(record, by=by, at=at, reason=reason, is_withdrawn=True)
        deed = f"{self.deed}.withdraw"
        note_one(record, deed, before=record.digest, after="", by=by, at=at, reason=reason)

    def _checked(self, entries: Sequence[R], *, at: datetime) -> list[R]:
        rows = cleaned(entries)
        refuse(self.days(rows, at=at))
        for check in self.checks:
            refuse(check(rows))
        return rows

    def _refuse_stranger(self, record: R, *, by: User, at: datetime) -> None:
        refuse_strangers(by, at=[record.unit.pk], on=localtime(at).date())
