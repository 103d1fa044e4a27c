"""Asking about works."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from lantoa.figures.question import Question
from lantoa.records.record import queries as shared
from lantoa.records.works.models import Proof, Work, WorkSort
from lantoa.units.models import Unit
from lantoa.units.queries.within import among

MOST_OFFERED = 60


def rows(*, units: Collection[int], asked: Question) -> list[Work]:
    """Return the works of some units in a period, latest first."""
    found = shared.rows(Work, units, asked)
    prefetch_related_objects(found, "classes")
    return found


def bearers_among(keys: Collection[str]) -> dict[str, Work]:
    """Return the believed works of some keys, which may bear a cost for others; with their unit."""
    found = among(_believed().select_related("unit"), "key", list(keys)) if keys else ()
    return {each.key: each for each in found}


def borne_elsewhere(keys: Collection[str]) -> set[str]:
    """Return those of some keys where the cost of other believed works is told."""
    told = among(_believed().exclude(cost_at=""), "cost_at", list(keys)) if keys else ()
    return {each.cost_at for each in told}


def sharing_cost(work: Work) -> list[Work]:
    """Return the works whose cost is told at this one, or the one where its own is told."""
    if work.cost_at:
        return list(_believed().filter(key=work.cost_at))
    others = _believed().exclude(cost_at="").filter(cost_at=work.key)
    return list(others.order_by("-last_day", "-pk"))


def bearers_offered(unit: Unit) -> list[tuple[str, str]]:
    """Return the latest works of a unit that tell a cost of their own: key and words."""
    found = _believed().filter(unit=unit, cost_at="").order_by("-last_day", "-pk")[:MOST_OFFERED]
    return [(each.key, each.title) for each in found]


def listed_sorts() -> list[tuple[int, str, str, str]]:
    """Return (id, code, label, unit of measure) of every further sort, ended ones too."""
    rows: Any = WorkSort.objects.order_by("place", "pk")
    return list(rows.values_list("pk", "code", "label", "measured_in"))


def _believed() -> Any:
    return Work.objects.filter(superseded_at__isnull=True)


def proofs_of(work: UUID) -> list[Proof]:
    """Return what is kept behind a work, earliest first."""
    return list(Proof.objects.filter(work=work, removed_at__isnull=True).order_by("pk"))


def proof(uuid: UUID) -> Proof | None:
    """Return one proof that is still kept; None where there is none of that identity."""
    return Proof.objects.filter(uuid=uuid, removed_at__isnull=True).first()
