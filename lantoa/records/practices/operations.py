"""Recording practices and what services did; keeping the lists of fields and of what is counted."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.formats.texts import phrase
from lantoa.guidance.access import refuse_stranger
from lantoa.people.models import User
from lantoa.records.practices.models import (
    Output,
    Practice,
    PracticeField,
    PracticeListRow,
    ServiceMeasure,
)
from lantoa.records.practices.queries import (
    ever_shared,
    held_under,
    live_among,
    outputs_beside,
)
from lantoa.records.record.entry import Problem
from lantoa.records.record.operations import Done, Likeness
from lantoa.trail.operations import note
from lantoa.units.models import Unit

KNOWN = Path(__file__).parent / "known"
LISTS: dict[str, type[PracticeListRow]] = {"fields": PracticeField, "measures": ServiceMeasure}
L = TypeVar("L", bound=PracticeListRow)
ITSELF = "Mô hình không làm theo chính nó. Hãy chọn mô hình khác."
NO_ORIGIN = "Không có mô hình này trong danh sách chia sẻ. Hãy tìm lại, hoặc ghi không làm theo."


def origin_problems(entries: Sequence[Practice]) -> Iterable[Problem]:
    """Yield copies of what is neither shared nor their own unit's, and of themselves."""
    asked = {each.origin for each in entries if each.origin}
    if not asked:
        return
    with_them = {each.key: each for each in entries}
    held = held_under(asked - with_them.keys()) | with_them
    shared = ever_shared(asked) | {key for key, each in with_them.items() if each.is_shared}
    for place, entry in enumerate(entries):
        origin = held.get(entry.origin)
        if not entry.origin:
            continue
        if origin is None or not (entry.origin in shared or origin.unit.pk == entry.unit.pk):
            yield Problem(place, "origin", NO_ORIGIN)
    yield from _circles(entries, held)


def _circles(entries: Sequence[Practice], held: dict[str, Practice]) -> Iterable[Problem]:
    """Yield entries that would copy themselves, straight or by way of others."""
    above = {key: each.origin for key, each in held.items()}
    while lacking := {origin for origin in above.values() if origin} - above.keys():
        found = held_under(lacking)
        above |= {key: found[key].origin if key in found else "" for key in lacking}
    for place, entry in enumerate(entries):
        seen, at = set[str](), entry.origin
        while at and at not in seen and at != entry.key:
            seen.add(at)
            at = above.get(at, "")
        if entry.origin and at == entry.key:
            yield Problem(place, "origin", ITSELF)


def times_problems(entries: Sequence[Practice]) -> Iterable[Problem]:
    """Yield several practices at once that copy one: each copy is a record of its own."""
    for place, entry in enumerate(entries):
        if entry.origin and entry.times > 1:
            words = "Mỗi nơi làm theo ghi một mô hình. Hãy để số này là 1."
            yield Problem(place, "times", words)


def result_gaps(entries: Sequence[Practice]) -> Iterable[Problem]:
    """Ask about a baseline, target or result of which nobody said in what it is measured."""
    for place, entry in enumerate(entries):
        told = (entry.baseline, entry.target, entry.result)
        if any(each is not None for each in told) and not entry.measured_in:
            yield Problem(place, "measured_in", "Có số kết quả mà chưa ghi đơn vị tính.")


@transaction.atomic
def adopt_known() -> None:
    """Take in the fields and what services count that the project knows; what is there stays."""
    for name, model in LISTS.items():
        for row in json.loads((KNOWN / f"{name}.json").read_text(encoding="utf-8")):
            said = row | {"valid_from": date.fromisoformat(row["valid_from"])}
            model._default_manager.get_or_create(code=row["code"], defaults=said)


DONE = Done(
    model=Practice,
    deed="practices",
    checks=[origin_problems, times_problems],
    gaps=[result_gaps],
    adopt=adopt_known,
    alike=Likeness(only=("title", "sort")),
)


def service_problems(entries: Sequence[Output]) -> Iterable[Problem]:
    """Yield what was done by practices that are not there, or that another unit recorded."""
    held = live_among({each.practice for each in entries})
    for place, entry in enumerate(entries):
        if held.get(entry.practice) != entry.unit.pk:
            words = "Không có mô hình này, hoặc mô hình đã hủy ghi. Hãy mở lại trang."
            yield Problem(place, "", words)


def overlap_problems(entries: Sequence[Output]) -> Iterable[Problem]:
    """Yield what is counted twice: of one service and measure, days that meet."""
    held = [*outputs_beside({each.practice for each in entries})]
    by_what: dict[tuple[Any, int], list[Output]] = {}
    for row in (*held, *entries):
        by_what.setdefault((row.practice, row.measure.pk), []).append(row)
    for place, entry in enumerate(entries):
        for other in by_what[entry.practice, entry.measure.pk]:
            if other.key != entry.key and _meet(entry, other):
                words = f"{entry.measure} của những ngày này đã ghi rồi. Hãy sửa số đã ghi."
                yield Problem(place, "quantity", words)
                break


def _meet(one: Output, other: Output) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day


OUTPUTS: Done[Output] = Done(
    model=Output,
    deed="practices.output",
    checks=[service_problems, overlap_problems],
    alike=Likeness(only=()),
)


@transaction.atomic
def put_on_list(*, by: User, at: datetime, root: Unit, row: L) -> L:
    """Put a row on a list that everybody chooses from; the same words again are the same row.

    Raises PermissionDenied where `root` is no root that `by` administers, and ValidationError for
    what columns or constraints refuse.
    """
    refuse_stranger(by, root, on=localtime(at).date())
    row.label, row.source = _text("label", row.label), _text("source", row.source)
    held = type(row)._default_manager.filter(label=row.label, valid_to__isnull=True).first()
    if held is not None:
        return held
    row.code = row.code or uuid4().hex[:12]
    row.full_clean()
    row.save(force_insert=True)
    about = [root.uuid]
    note(by=by, at=at, home=root.home, deed="practices.list", about=about, after=_told(row))
    return row


@transaction.atomic
def end_on_list(row: PracticeListRow, *, by: User, at: datetime, root: Unit, on: date) -> None:
    """End a row of a list from a day on: what was recorded with it stays.

    Raises PermissionDenied as `put_on_list` does, ValidationError where it ended already, or would
    end before it began.
    """
    refuse_stranger(by, root, on=localtime(at).date())
    if row.valid_to is not None:
        raise ValidationError("Mục này đã thôi dùng. Hãy mở lại trang.")
    if on <= row.valid_from:
        raise ValidationError("Ngày thôi dùng phải sau ngày bắt đầu dùng.")
    before = _told(row)
    row.valid_to = on
    row.save(update_fields=["valid_to"])
    note(
        by=by,
        at=at,
        home=root.home,
        deed="practices.end",
        about=[root.uuid],
        before=before,
        after=_told(row),
    )


def _text(name: str, text: str) -> str:
    try:
        told = phrase(text)
    except ValidationError as refusal:
        raise ValidationError({name: refusal.messages}) from None
    if not told:
        raise ValidationError({name: "Hãy ghi ô này."})
    return told


def _told(row: PracticeListRow) -> dict[str, Any]:
    return {
        each.name: getattr(row, each.name)
        for each in row._meta.concrete_fields
        if each.name != "id"
    }
