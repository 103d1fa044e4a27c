"""Asking about giving: groups of givers, what a record may name, and slips."""

from collections.abc import Collection
from uuid import UUID

from lantoa.figures.question import Question
from lantoa.records.giving.models import GiftSlip, GiverGroup, Giving
from lantoa.records.record import queries as shared
from lantoa.units.models import Unit

MOST = 60
"""Appeals that a form offers, the latest first."""


def rows(*, units: Collection[int], asked: Question) -> list[Giving]:
    """Return what some units recorded in a period, latest first."""
    return shared.rows(Giving, units, asked)


def group(code: str) -> GiverGroup | None:
    """Return the group of a code; None where there is none."""
    return GiverGroup.objects.filter(code=code).first()


def all_groups() -> list[GiverGroup]:
    """Return every group of givers there ever was, those in use first."""
    return list(GiverGroup.objects.select_related("recorded_by").order_by("valid_to", "pk"))


def appeals_of(unit: Unit) -> list[tuple[str, str]]:
    """Return the latest appeals of a unit: key and words."""
    found = Giving.objects.filter(unit=unit, sort=Giving.Sort.APPEAL, superseded_at__isnull=True)
    return [(each.key, str(each)) for each in found.order_by("-last_day", "-pk")[:MOST]]


def appeal_title(key: str) -> str:
    """Return what the appeal of a key is called; empty where there is none."""
    found = Giving.objects.filter(
        key=key, sort=Giving.Sort.APPEAL, superseded_at__isnull=True
    ).first()
    return str(found) if found and key else ""


def slips_of(gift: UUID) -> list[GiftSlip]:
    """Return every slip that was made of a gift, latest first."""
    found = GiftSlip.objects.filter(gift=gift).select_related("made_by", "cancelled_by")
    return list(found.order_by("-pk"))


def slip(uuid: UUID) -> GiftSlip | None:
    """Return the slip of an identity; None where there is none."""
    return GiftSlip.objects.filter(uuid=uuid).select_related("made_by", "cancelled_by").first()


def appeals_among(keys: Collection[str]) -> set[str]:
    """Return those of some keys that appeals bear."""
    rows = Giving._default_manager.filter(sort=Giving.Sort.APPEAL, superseded_at__isnull=True)
    return set(rows.filter(key__in=keys).values_list("key", flat=True)) if keys else set()
