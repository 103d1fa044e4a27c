"""Recording, correcting and withdrawing meetings."""

from collections.abc import Iterable, Sequence

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done
from lantoa.units.queries.members import members_reached


def crowd_problems(entries: Sequence[Meeting]) -> Iterable[Problem]:
    """Yield entries with more own members present than the unit has."""
    asked = {(entry.unit.pk, entry.last_day) for entry in entries if entry.members_present}
    reached = members_reached(asked)
    for place, entry in enumerate(entries):
        members = reached.get((entry.unit.pk, entry.last_day))
        if members is None or entry.events is None:
            continue
        if (entry.members_present or 0) <= members * entry.events:
            continue
        times = f" × {entry.events} buổi" if entry.events > 1 else ""
        yield Problem(
            place,
            "members_present",
            f"Số đảng viên của đơn vị dự ({write_number(entry.members_present)}) nhiều hơn số đảng "
            f"viên đơn vị có ({write_number(members)}{times}). Nếu có đảng viên nơi khác đến dự, "
            "hãy ghi số ấy vào ô “Khách dự”.",
        )


def taught_problems(entries: Sequence[Meeting]) -> Iterable[Problem]:
    """Yield what was taught before it was there: documents not yet issued, themes not yet begun."""
    for place, entry in enumerate(entries):
        documents = [
            (each, each.issued_on or each.valid_from) for each in entry.apart.get("documents", ())
        ]
        themes = [(each, each.first_day) for each in entry.apart.get("themes", ())]
        for field, taught in (("documents", documents), ("themes", themes)):
            for each, since in taught:
                if since and since > entry.last_day:
                    yield Problem(
                        place,
                        field,
                        f"{each} có từ ngày {write_day(since)}, sau ngày học "
                        f"{write_day(entry.last_day)}. Bỏ chọn, hoặc sửa ngày.",
                    )


def absence_gaps(entries: Sequence[Meeting]) -> Iterable[Problem]:
    """Ask about members who were invited, and of whom nobody says whether they came.

    Where nobody says who was absent, that is not known, and nothing is asked.
    """
    for place, entry in enumerate(entries):
        absent = [entry.absent_excused, entry.absent_unexcused, entry.members_exempt]
        if entry.members_invited is None or entry.members_present is None or absent == [None] * 3:
            continue
        left = entry.members_invited - entry.members_present - sum(each or 0 for each in absent)
        if left > 0:
            told = sum(each or 0 for each in absent)
            yield Problem(
                place,
                "members_invited",
                f"Triệu tập {write_number(entry.members_invited)}, dự "
                f"{write_number(entry.members_present)}, vắng hoặc miễn {write_number(told)}: còn "
                f"{write_number(left)} đảng viên chưa rõ có dự hay không.",
            )


def invited_gaps(entries: Sequence[Meeting]) -> Iterable[Problem]:
    """Ask about more own members invited than the unit has."""
    asked = {(entry.unit.pk, entry.last_day) for entry in entries if entry.members_invited}
    reached = members_reached(asked)
    for place, entry in enumerate(entries):
        members = reached.get((entry.unit.pk, entry.last_day))
        if members is None or (entry.members_invited or 0) <= members * (entry.events or 1):
            continue
        yield Problem(
            place,
            "members_invited",
            f"Triệu tập {write_number(entry.members_invited)} đảng viên, mà đơn vị có "
            f"{write_number(members)}.",
        )


DONE = Done(
    model=Meeting,
    deed="meetings",
    checks=[crowd_problems, taught_problems],
    gaps=[absence_gaps, invited_gaps],
)
record, record_many = DONE.record, DONE.record_many
correct, withdraw = DONE.correct, DONE.withdraw
