"""Showing one record: all that is known of it, and every version with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.figures.period import Period
from lantoa.people.access import SignedIn
from lantoa.people.models import User
from lantoa.posts.access import Purpose, Reach
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.pages import Fact, Group
from lantoa.records.record.pages.tied import tied_groups
from lantoa.records.record.queries import returns_of
from lantoa.records.record.queries.tied import name_partners
from lantoa.records.record.views.doubting import doubts_beside
from lantoa.records.record.views.frame import frame
from lantoa.records.record.views.reaching import versions_seen
from lantoa.records.record.views.stepping import steps_beside
from lantoa.units.queries import Album


@dataclass(frozen=True)
class Version:
    """One version of a record, and what the next one says otherwise: (term, before, after).

    `returned` tells why it was written, where it brought back what had been withdrawn.
    """

    row: Any
    changes: Sequence[tuple[str, str, str]]
    returned: Any = None


@login_required
def show_page(request: SignedIn, kind: KindConfig, *, record: UUID) -> HttpResponse:
    """Show all that is known of a record."""
    return render(request, kind.templates("show"), showing(request, kind, record=record))


def showing(request: SignedIn, kind: KindConfig, *, record: UUID) -> dict[str, Any]:
    """Return what the page of a record shows; refuse who may not see it."""
    today = localdate()
    versions = versions_seen(kind, record, user=request.user, on=today)
    held, album = versions[0], Album()
    album.meet([held.unit.pk])
    name_partners(versions, album)
    own = [kind.pages.groups(row) for row in versions]
    return {
        "held": held,
        "period": str(Period(held.first_day, held.last_day)).capitalize(),
        "then_name": album.on(held.last_day, [held.unit.pk])[held.unit.pk].name,
        "here": "Bản ghi",
        "correct_url": kind.at("correct", held) if kind.pages.form else "",
        "withdraw_url": kind.at("withdraw", held),
        "back_url": kind.at("bring-back", held),
        "groups": [*own[0], *_tied(held, request.user, today), _origin(held)],
        "versions": _compared(versions, own),
        **doubts_beside(kind, held),
        **kind.pages.beside(held),
        **kind.pages.seen_by(held, request.user, today),
        **steps_beside(kind, held),
        **frame(kind, held.unit, user=request.user, today=today),
    }


def _tied(held: Any, user: User, today: date) -> list[Group]:
    partners = [each.pk for each in held.ties.named] if held.ties else []
    seen = Reach(user, on=today).among(partners, work=Purpose.VIEW) if partners else ()
    return tied_groups(held, seen=seen)


def _origin(held: Any) -> Group:
    source = held.source or held.source_url or "chưa ghi"
    address = held.source_url if held.source_url.startswith(("https://", "http://")) else ""
    facts = [Fact("Nguồn", source, address), Fact("Ghi chú", held.note or "không có")]
    return Group("Nguồn và ghi chú", facts)


def _compared(versions: Sequence[Any], own: Sequence[Sequence[Group]]) -> list[Version]:
    """Return the versions, latest first, each with what the one after it changed.

    `own` is what the kind says of each.
    """
    said = [_said(row, groups) for row, groups in zip(versions, own, strict=True)]
    returned = returns_of(versions[0].uuid)
    return [
        Version(
            row,
            _changes(said[place], said[place - 1]) if place else [],
            returned.get(row.recorded_at),
        )
        for place, row in enumerate(versions)
    ]


def _said(row: Any, own: Sequence[Group]) -> dict[str, str]:
    days = Fact("Thời gian", str(Period(row.first_day, row.last_day)))
    groups = [Group("", [days]), *own, *tied_groups(row), _origin(row)]
    return {fact.term: fact.text for group in groups for fact in group.facts}


def _changes(before: dict[str, str], after: dict[str, str]) -> list[tuple[str, str, str]]:
    terms = list(dict.fromkeys([*before, *after]))
    pairs = [(term, before.get(term, "không ghi"), after.get(term, "không ghi")) for term in terms]
    return [(term, old, new) for term, old, new in pairs if old != new]
