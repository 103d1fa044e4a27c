"""With whom a record was done and to which movements it belongs, as pages and sheets say it."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse

from lantoa.records.record.forms.ties import TiedForm
from lantoa.records.record.pages.fact import Fact, Group

TITLE = "Cùng làm, phong trào"
PARTNERS, OUTSIDE, MOVEMENTS = (str(box.label) for box in TiedForm.base_fields.values())


def partners_said(row: Any) -> str:
    """Return the partner units of a record as they were on its day."""
    return "; ".join(each.full_name for each in row.ties.named) if row.ties else ""


def outside_said(row: Any) -> str:
    """Return the organisations outside with which it was done."""
    return "; ".join(row.ties.outside) if row.ties else ""


def movements_said(row: Any) -> str:
    """Return the movements that a record names."""
    return "; ".join(map(str, row.ties.movements)) if row.ties else ""


SAID = {PARTNERS: partners_said, OUTSIDE: outside_said, MOVEMENTS: movements_said}
"""What is said under which label, in this order."""


def tied_groups(row: Any, *, seen: Collection[int] = ()) -> list[Group]:
    """Return what a record says of partners and movements; nothing where it says nothing.

    Partner units among `seen` are linked to.
    """
    facts = [Fact(term, text) for term, say in SAID.items() if (text := say(row))]
    linked = [_linked(fact, row, seen) if fact.term == PARTNERS else fact for fact in facts]
    return [Group(TITLE, linked)] if linked else []


def _linked(fact: Fact, row: Any, seen: Collection[int]) -> Fact:
    parts = [
        Fact("", each.full_name, _address(each) if each.pk in seen else "")
        for each in row.ties.named
    ]
    return Fact(fact.term, fact.text, parts=parts)


def _address(unit: Any) -> str:
    return reverse("desk:unit", args=[unit.uuid])
