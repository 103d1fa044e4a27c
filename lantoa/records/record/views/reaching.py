"""Who may reach which record; hidden and absent get the same answer."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError

from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, Reach
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.queries import versions
from lantoa.units.models import Unit

SEEING = (Purpose.VIEW, Purpose.RECORD)


def unit_seen(*, user: User, unit: UUID, on: date) -> Unit:
    """Return a unit whose records a user may see: who may view it, or record there."""
    reach = Reach(user, on=on)
    try:
        return reach.unit_for(unit, work=Purpose.VIEW)
    except PermissionDenied:
        return reach.unit_for(unit, work=Purpose.RECORD)


def sees(user: User, unit: Unit, *, on: date, works: Sequence[Purpose] = SEEING) -> bool:
    """Tell whether a user may do one of some works at a unit."""
    reach = Reach(user, on=on)
    return any(reach.may(unit.pk, work=work) for work in works)


def versions_seen(kind: KindConfig, record: UUID, *, user: User, on: date) -> Sequence[Any]:
    """Return every version of a record that a user may see, latest first.

    Raises PermissionDenied, in the same words whether the record is hidden or does not exist.
    """
    found = versions(kind.done.model, record)
    if not found or not sees(user, found[0].unit, on=on):
        raise PermissionDenied(REFUSAL)
    return found


def record_for(kind: KindConfig, record: UUID, *, user: User, on: date) -> Any:
    """Return the latest version of a record at whose unit a user may record."""
    found = versions(kind.done.model, record)
    if not found or not sees(user, found[0].unit, on=on, works=[Purpose.RECORD]):
        raise PermissionDenied(REFUSAL)
    return found[0]


def refuse_unseen(held: Any, *, seen: str) -> None:
    """Raise ValidationError where a record is no longer what somebody saw when they began."""
    if seen != held.digest:
        raise ValidationError(
            f"Trong lúc này {held.recorded_by} đã đính chính bản ghi. Hãy mở lại trang của bản ghi "
            "để xem nội dung mới, rồi làm tiếp nếu còn cần."
        )
