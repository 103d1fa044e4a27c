"""Raising matters: what each is about, who keeps it first, and when it is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.formats.texts import matter_text
from lantoa.matters.access import refuse_stranger
from lantoa.matters.models import LONGEST, MatterStep, RaisedMatter
from lantoa.people.models import User
from lantoa.trail.operations import note
from lantoa.units.models import Unit
from lantoa.units.queries import portraits
from lantoa.units.queries.at_work import around
from lantoa.units.queries.within import among

NO_WORDS = "Hãy ghi nội dung cần trả lời, giải quyết. Không ghi tên người."
WITHDRAWN = "Việc này đã được hủy. Muốn ghi mới, hãy mở trang ghi mới."


@dataclass(frozen=True, kw_only=True)
class Raising:
    """A matter to be raised, not yet saved, the unit that keeps it first, and when it is due."""

    entry: RaisedMatter
    keeper: Unit
    due: date


def raise_matter(*, by: User, at: datetime, raising: Raising) -> RaisedMatter:
    """Raise one; the same key with the same content again is the same matter."""
    return raise_many(by=by, at=at, raisings=[raising])[0]


@transaction.atomic
def raise_many(*, by: User, at: datetime, raisings: Sequence[Raising]) -> list[RaisedMatter]:
    """Raise several, all or none.

    Raises PermissionDenied for who may not record at a unit that raises, and ValidationError by
    field for a text that may not be kept here, days that cannot be, a keeper out of reach, and a
    key already used for other content.
    """
    today = localtime(at).date()
    refuse_stranger(by, at={each.entry.raised_by.pk for each in raisings}, on=today)
    checked = _checked(raisings, today=today)
    held = _held({each.entry.key for each in checked})
    fresh: dict[str, Raising] = {}
    for each in checked:
        if each.entry.key in held:
            _refuse_other_content(each, held[each.entry.key])
        else:
            fresh.setdefault(each.entry.key, each)
    rows = _insert(list(fresh.values()), by=by, at=at)
    found = held | {row.key: row for row in rows}
    return [found[each.entry.key] for each in checked]


def _insert(fresh: Sequence[Raising], *, by: User, at: datetime) -> list[RaisedMatter]:
    for each in fresh:
        each.entry.recorded_by, each.entry.recorded_at = by, at
    rows = RaisedMatter.objects.bulk_create([each.entry for each in fresh])
    steps = MatterStep.objects.bulk_create([_first_step(each) for each in fresh])
    homes: dict[UUID, list[RaisedMatter | MatterStep]] = {}
    for row, step in zip(rows, steps, strict=True):
        homes.setdefault(row.raised_by.home, []).extend([row, step])
    for home, batch in homes.items():
        raised = [row for row in batch if isinstance(row, RaisedMatter)]
        note(
            by=by,
            at=at,
            home=home,
            deed="matters.raise",
            about=[row.uuid for row in raised],
            after={"keys": [row.key for row in raised]},
            rows=batch,
        )
    return rows


def _first_step(raising: Raising) -> MatterStep:
    entry = raising.entry
    return MatterStep(
        matter=entry.uuid,
        sort=MatterStep.Sort.KEPT,
        on=entry.raised_on,
        unit=entry.raised_by,
        keeper=raising.keeper,
        due=raising.due,
        recorded_by=entry.recorded_by,
        recorded_at=entry.recorded_at,
    )


def _checked(raisings: Sequence[Raising], *, today: date) -> list[Raising]:
    """Return new raisings as they are kept; raises ValidationError by field for the first wrong."""
    units = {each.entry.raised_by.pk for each in raisings}
    shown = portraits(units, on=today)
    near = cache(lambda unit: around(unit, on=today))
    found = []
    for each in raisings:
        entry, problems = each.entry, dict[str, str | list[str]]()
        kept = said("words", entry.words, missing=NO_WORDS, problems=problems)
        unit = shown[entry.raised_by.pk]
        if entry.sort not in RaisedMatter.Sort.values:
            problems["sort"] = "Hãy chọn loại."
        if entry.raised_on > today:
            problems["raised_on"] = _ahead(entry.raised_on, today)
        elif not unit.is_open(entry.raised_on):
            problems["raised_on"] = f"{unit.full_name} không hoạt động trong ngày này."
        if each.due < entry.raised_on:
            problems["due"] = "Hạn trả lời phải từ ngày nêu trở đi."
        if each.keeper.pk not in near(entry.raised_by.pk):
            problems["keeper"] = OUT_OF_REACH
        if problems:
            raise ValidationError(dict(problems))
        found.append(Raising(entry=_fresh(entry, words=kept), keeper=each.keeper, due=each.due))
    return found


OUT_OF_REACH = (
    "Hãy chọn một đơn vị đang hoạt động trong danh sách: của xã, hoặc cấp trên, cấp dưới."
)


def _ahead(day: date, today: date) -> str:
    return f"Ngày {write_day(day)} còn ở phía trước (hôm nay {write_day(today)})."


def _fresh(entry: RaisedMatter, *, words: str) -> RaisedMatter:
    return RaisedMatter(
        key=entry.key,
        sort=entry.sort,
        words=words,
        raised_by=entry.raised_by,
        raised_on=entry.raised_on,
        origin=entry.origin,
    )


def said(name: str, text: str, *, missing: str, problems: dict[str, str | list[str]]) -> str:
    """Return a text as it is kept; what is wrong with it is put among the problems."""
    try:
        return matter_text(text, longest=LONGEST, missing=missing)
    except ValidationError as refusal:
        problems[name] = refusal.messages
        return text


def _held(keys: set[str]) -> dict[str, RaisedMatter]:
    """Return the latest version under each of some keys."""
    rows = among(RaisedMatter.objects.select_related("raised_by"), "key", keys).order_by("pk")
    return {row.key: row for row in rows}


def _refuse_other_content(raising: Raising, held: RaisedMatter) -> None:
    first = MatterStep.objects.filter(matter=held.uuid, after__isnull=True).latest("pk")
    if held.is_withdrawn:
        raise ValidationError({"key": WITHDRAWN})
    same = _content(raising.entry) == _content(held)
    if not same or (first.keeper_id, first.due) != (raising.keeper.pk, raising.due):
        raise ValidationError(
            {"key": "Trang này đã lưu một việc với nội dung khác. Hãy mở việc ấy để sửa."}
        )


def _content(row: RaisedMatter) -> tuple[object, ...]:
    return row.sort, row.words, row.raised_by_id, row.raised_on, row.origin
