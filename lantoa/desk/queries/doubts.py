"""What stands to be looked at in a unit and under it, until somebody corrects or explains it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from lantoa.records.record.models import Doubt
from lantoa.units.queries import Portrait


@dataclass(frozen=True)
class DoubtListed:
    """One line of the list: what is odd, of which unit, and the pages of the records."""

    doubt: Doubt
    unit: str
    url: str
    twin_url: str


def listed_doubts(found: Iterable[Doubt], named: dict[int, Portrait]) -> list[DoubtListed]:
    """Return lines for what stands; `named` are the units of all of it."""
    return [
        DoubtListed(each, named[each.unit_id].full_name, _page(each, each.record), _twin(each))
        for each in found
    ]


def _page(doubt: Doubt, record: object) -> str:
    return reverse(f"{doubt.record_kind}:show", args=[record])


def _twin(doubt: Doubt) -> str:
    return _page(doubt, doubt.twin) if doubt.twin else ""
