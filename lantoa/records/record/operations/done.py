"""What is done with a kind of record, declared once: record, correct, withdraw, bring back."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db import transaction
from django.utils.timezone import localtime

from lantoa.people.models import User
from lantoa.records.record.access import refuse_strangers
from lantoa.records.record.entry import Problem, Refused, changed
from lantoa.records.record.models import BroughtBack, Doubt, Record
from lantoa.records.record.operations.checking import cleaned, day_problems, refuse
from lantoa.records.record.operations.doubting import (
    Written,
    ask_about,
    settle_mended,
    settle_right,
    settle_withdrawn,
)
from lantoa.records.record.operations.likeness import USUAL, Likeness
from lantoa.records.record.operations.noting import note_confirmed, note_one, note_recorded
from lantoa.records.record.operations.writing import (
    close,
    insert_new,
    live_again,
    reinstate,
    replace,
)

R = TypeVar("R", bound=Record)
ANOTHER_UNIT = (
    "Đính chính không chuyển bản ghi sang đơn vị khác. Hãy hủy ghi ở đây, rồi ghi tại đơn vị đúng."
)


@dataclass(frozen=True, kw_only=True)
class Done(Generic[R]):
    """What is done with one kind of record; `deed` is how the trail calls it.

    `checks` yield what is wrong with entries that contradict themselves or their unit, `days` what
    is wrong with their days. `gaps` yield what an entry leaves open, and `alike` says which records
    are likely doubles: both are asked about, not refused. An entry is a row that is not saved; it
    stays as it was. `adopt` takes in the lists that the project knows of the kind, and renews those
    that are there.

    What writes raises InDoubt, and writes nothing, for what is odd and not among the marks of what
    is `still` meant. Everything raises PermissionDenied, in the same words as for a hidden unit,
    where `by` may not record at the unit on the day of `at`.
    """

    model: type[R]
    deed: str
    checks: Sequence[Callable[[Sequence[R]], Iterable[Problem]]] = ()
    gaps: Sequence[Callable[[Sequence[R]], Iterable[Problem]]] = ()
    alike: Likeness = USUAL
    days: Callable[..., Iterable[Problem]] = day_problems
    adopt: Callable[[], None] | None = None

    @property
    def code(self) -> str:
        """Return the code of the kind."""
        return self.model._meta.app_label

    def record(self, *, by: User, at: datetime, entry: R, still: Collection[str] = ()) -> R:
        """Record one; the same key with the same content again is the same record."""
        return self.record_many(by=by, at=at, entries=[entry], still=still)[0]

    @transaction.atomic
    def record_many(
        self, *, by: User, at: datetime, entries: Sequence[R], still: Collection[str] = ()
    ) -> list[R]:
        """Record several, all or none.

        Raises Refused with the place of each entry that its columns refuse, that contradicts
        itself, its unit or the days on which the unit existed, or that bears a key already used for
        other content; InDoubt for entries like one another or like what is there, each named with
        its row.
        """
        rows, new = self._insert(entries, by=by, at=at)
        ask_about(self, new, Written(entries=rows, by=by, at=at, still=still))
        return rows

    @transaction.atomic
    def record_unasked(self, *, by: User, at: datetime, entries: Sequence[R]) -> list[R]:
        """Record several that no person typed, all or none: refused as others are, never asked."""
        return self._insert(entries, by=by, at=at)[0]

    @transaction.atomic
    def correct(
        self,
        record: R,
        *,
        entry: R,
        by: User,
        at: datetime,
        reason: str,
        still: Collection[str] = (),
    ) -> R:
        """Correct a record with a reason; both versions stay to be seen.

        Raises Refused as recording does, for an entry of another unit, where nothing changed, and
        where the record was already corrected or withdrawn.
        """
        self._refuse_stranger(record, by=by, at=at)
        if entry.unit.pk != record.unit.pk:
            raise Refused([Problem(0, "", ANOTHER_UNIT)])
        (right,) = self._checked([entry], at=at)
        row = replace(record, right, by=by, at=at, reason=reason)
        odd = ask_about(self, [row], Written(entries=[row], by=by, at=at, still=still))
        settle_mended(self, row, odd, by=by, at=at, reason=reason)
        deed, before, after = f"{self.deed}.correct", record.digest, row.digest
        note_one(record, deed, before=before, after=after, by=by, at=at, reason=reason)
        return row

    @transaction.atomic
    def withdraw(self, record: R, *, by: User, at: datetime, reason: str) -> None:
        """Withdraw a record with a reason: it counts no more, and stays to be seen.

        Raises Refused without a reason, or where it was already corrected or withdrawn.
        """
        self._refuse_stranger(record, by=by, at=at)
        _refuse_silence(reason, "Hãy ghi lý do hủy.")
        close(record, by=by, at=at, reason=reason, is_withdrawn=True)
        settle_withdrawn(record, by=by, at=at, reason=reason)
        deed = f"{self.deed}.withdraw"
        note_one(record, deed, before=record.digest, after="", by=by, at=at, reason=reason)

    @transaction.atomic
    def bring_back(
        self, record: R, *, by: User, at: datetime, reason: str, still: Collection[str] = ()
    ) -> R:
        """Bring back a withdrawn record with a reason: it counts again from now on, as it was.

        What was brought back already stays as it is. Raises Refused without a reason, as recording
        does where its unit or its days no longer allow it, and where another took its place.
        """
        self._refuse_stranger(record, by=by, at=at)
        _refuse_silence(reason, "Hãy ghi lý do khôi phục.")
        if live := live_again(record):
            return live
        (again,) = self._checked([changed(record)], at=at)
        row = reinstate(record, again, by=by, at=at)
        kept = BroughtBack(record_kind=self.code, record=row.uuid, at=at, by=by, reason=reason)
        kept.save()
        deed = f"{self.deed}.bring_back"
        note_one(record, deed, before="", after=row.digest, by=by, at=at, reason=reason)
        ask_about(self, [row], Written(entries=[row], by=by, at=at, still=still))
        return row

    @transaction.atomic
    def confirm(self, doubt: Doubt, *, by: User, at: datetime, reason: str) -> None:
        """Say with a reason that what stands as odd is right; a second time changes nothing."""
        refuse_strangers(by, at=[doubt.unit.pk], on=localtime(at).date())
        _refuse_silence(reason, "Hãy ghi vì sao đúng như vậy.")
        if settle_right(doubt, by=by, at=at, reason=reason):
            note_confirmed(doubt, f"{self.deed}.confirm", by=by, at=at, reason=reason)

    def _insert(self, entries: Sequence[R], *, by: User, at: datetime) -> tuple[list[R], list[R]]:
        refuse_strangers(by, at={entry.unit.pk for entry in entries}, on=localtime(at).date())
        rows, new = insert_new(self._checked(entries, at=at), by=by, at=at)
        if new:
            note_recorded(new, by=by, at=at, deed=f"{self.deed}.record")
        return rows, new

    def _checked(self, entries: Sequence[R], *, at: datetime) -> list[R]:
        rows = cleaned(entries)
        refuse(self.days(rows, at=at))
        for check in self.checks:
            refuse(check(rows))
        return rows

    def _refuse_stranger(self, record: R, *, by: User, at: datetime) -> None:
        refuse_strangers(by, at=[record.unit.pk], on=localtime(at).date())


def _refuse_silence(reason: str, words: str) -> None:
    if not reason.strip():
        raise Refused([Problem(0, "reason", words)])
