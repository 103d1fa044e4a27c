"""What stands around every page of the reader: the unit, the document, the way up."""

from datetime import date
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.people.models import User
from lantoa.posts.access import REFUSAL, Purpose, unit_for
from lantoa.reader.models import Reading
from lantoa.reader.queries.reading import reading_at
from lantoa.units.models import Unit
from lantoa.units.queries import portrait


def place_for(request: HttpRequest, unit: UUID, *, work: Purpose = Purpose.KEEP) -> Unit:
    """Return a unit whose documents a user may read."""
    user = cast(User, request.user)
    return unit_for(user=user, unit=unit, work=work, on=localdate())


def reading_for(request: HttpRequest, unit: UUID, reading: UUID) -> Reading:
    """Return a document of a unit; refused alike whether it is hidden or does not exist."""
    found = reading_at(place_for(request, unit), reading)
    if found is None:
        raise PermissionDenied(REFUSAL)
    return found


def frame(unit: Unit, *, today: date, reading: Reading | None = None) -> dict[str, Any]:
    """Return what the pages of a unit's documents show around their content."""
    shown = portrait(unit, on=today)
    way = [{"label": shown.full_name, "url": reverse("desk:unit", args=[unit.uuid])}]
    if reading:
        way.append({"label": "Đọc tài liệu", "url": reverse("reader:read", args=[unit.uuid])})
    return {"place": shown, "simulated": shown.is_simulated, "way": way, "reading": reading}


def page_at(reading: Reading) -> str:
    """Return the address of the page of a document."""
    return reverse("reader:show", args=[reading.unit.uuid, reading.uuid])
