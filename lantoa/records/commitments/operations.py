"""Recording, correcting and withdrawing commitments."""

from collections.abc import Iterable, Sequence

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.records.commitments.models import Commitment
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done, Likeness
from lantoa.units.queries.members import members_reached

Sort = Commitment.Sort
OF_PERSONS = ("to_sign", "signed", "fulfilled", "leaders_signed")
OF_STANDARDS = (Sort.STANDARD, Sort.CHECK)


def place_problems(entries: Sequence[Commitment]) -> Iterable[Problem]:
    """Yield numbers, posts and scopes that do not belong to the sort of a commitment."""
    for place, entry in enumerate(entries):
        counted = [name for name in OF_PERSONS if getattr(entry, name) is not None]
        if entry.sort != Sort.PLEDGES and counted:
            words = "Số bản chỉ ghi khi loại là bản cam kết của đảng viên."
            yield Problem(place, counted[0], words)
        if entry.post and entry.who != Commitment.Who.HEAD:
            yield Problem(place, "post", "Chức vụ chỉ ghi khi người nhận là người đứng đầu.")
        if entry.sort in OF_STANDARDS and not entry.scope:
            yield Problem(place, "scope", "Hãy chọn chuẩn mực của chi bộ, cơ quan hay nghề nghiệp.")
        if entry.sort not in OF_STANDARDS and entry.scope:
            yield Problem(place, "scope", "Chỉ chọn khi ghi chuẩn mực, kiểm tra chuẩn mực.")


def day_order_problems(entries: Sequence[Commitment]) -> Iterable[Problem]:
    """Yield days by which something is to be done that lie before it was taken on."""
    for place, entry in enumerate(entries):
        if entry.due_on and entry.due_on < entry.first_day:
            words = f"Ngày hẹn sớm hơn ngày nhận việc ({write_day(entry.first_day)})."
            yield Problem(place, "due_on", words)


def member_gaps(entries: Sequence[Commitment]) -> Iterable[Problem]:
    """Ask about more pledges to be signed than the unit has members."""
    asked = {(entry.unit.pk, entry.last_day) for entry in entries if entry.to_sign}
    reached = members_reached(asked)
    for place, entry in enumerate(entries):
        members = reached.get((entry.unit.pk, entry.last_day))
        if members is not None and (entry.to_sign or 0) > members:
            words = (
                f"Phải ký {write_number(entry.to_sign)} bản, mà đơn vị có "
                f"{write_number(members)} đảng viên."
            )
            yield Problem(place, "to_sign", words)


DONE = Done(
    model=Commitment,
    deed="commitments",
    checks=[place_problems, day_order_problems],
    gaps=[member_gaps],
    alike=Likeness(besides=("title", "post")),
)
