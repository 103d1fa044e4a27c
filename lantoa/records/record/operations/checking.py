"""What is wrong with entries: what columns refuse, days that cannot be, what tables refuse."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.records.record.columns import RecordColumn, columns_of
from lantoa.records.record.entry import Problem, Refused, said
from lantoa.records.record.models import Record
from lantoa.records.record.operations.tying import partner_problems, partners_of
from lantoa.units.queries import portraits

R = TypeVar("R", bound=Record)
NOT_ASKED = {
    "unit",
    "ties",
    "recorded_by",
    "recorded_at",
    "superseded_by",
    "superseded_at",
    "digest",
}


def refuse(problems: Iterable[Problem]) -> None:
    """Raise Refused where there is any problem."""
    if found := list(problems):
        raise Refused(found)


def cleaned(entries: Sequence[R]) -> list[R]:
    """Return new entries with the same content, as columns keep it.

    Raises Refused for what a column refuses: the same that its box on a form refuses.
    """
    problems: list[Problem] = []
    columns = columns_of(type(entries[0])) if entries else []
    within = [each for each in columns if not each.many_to_many]
    fresh = [_cleaned(place, entry, within, problems) for place, entry in enumerate(entries)]
    refuse(problems)
    return fresh


def _cleaned(
    place: int, entry: R, columns: Sequence[RecordColumn[Any, Any]], problems: list[Problem]
) -> R:
    content = {**said(entry), "key": entry.key}
    for column in columns:
        try:
            content[column.name] = column.clean(content[column.name], entry)
        except ValidationError as refusal:
            problems.append(Problem(place, column.name, " ".join(refusal.messages)))
    return type(entry)(**content)


def any_day(entries: Sequence[Record], *, at: datetime) -> Iterable[Problem]:
    """Refuse no day: a publication may state a plan."""
    return ()


def day_problems(entries: Sequence[Record], *, at: datetime) -> Iterable[Problem]:
    """Yield what is wrong with the days: out of order, in the future, outside the unit's life."""
    today = localtime(at).date()
    shown = portraits({entry.unit.pk for entry in entries} | partners_of(entries), on=today)
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
        yield from partner_problems(place, entry, shown)
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


def constraint_problems(rows: Sequence[Record]) -> Iterable[Problem]:
    """Ask the model which of its constraints refuse which row, in their own words."""
    for place, row in enumerate(rows):
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
