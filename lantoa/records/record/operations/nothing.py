"""Saying that a unit has nothing to record of one kind between two days, and taking it back."""

from collections.abc import Iterable, Sequence

from lantoa.figures.period import Period
from lantoa.records.record.entry import Problem
from lantoa.records.record.kinds import counted_kinds
from lantoa.records.record.models import NothingHappened
from lantoa.records.record.operations.done import Done
from lantoa.records.record.queries import days_recorded
from lantoa.records.record.sums import Scope


def kind_problems(entries: Sequence[NothingHappened]) -> Iterable[Problem]:
    """Yield entries that name no kind of which anything is counted."""
    codes = {kind.code for kind in counted_kinds()}
    for place, entry in enumerate(entries):
        if entry.record_kind not in codes:
            yield Problem(place, "record_kind", f"Không có loại bản ghi “{entry.record_kind}”.")


def recorded_problems(entries: Sequence[NothingHappened]) -> Iterable[Problem]:
    """Yield entries of a period in which, or over which, the unit did record something."""
    for kind in counted_kinds():
        asked = [(n, each) for n, each in enumerate(entries) if each.record_kind == kind.code]
        for place, entry in asked:
            period = Period(entry.first_day, entry.last_day)
            if days_recorded(kind, Scope([entry.unit.pk], period)):
                yield Problem(
                    place,
                    "last_day",
                    f"Đơn vị đã ghi việc loại này trong {period}, nên kỳ này có phát sinh. "
                    "Nếu bản ghi ấy sai, hãy hủy ghi trước.",
                )


NOTHING: Done[NothingHappened] = Done(
    model=NothingHappened, deed="record.nothing", checks=[kind_problems, recorded_problems]
)
