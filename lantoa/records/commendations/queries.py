"""Asking about commendations: those of one deed, and how much of a year's quota is used."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import QuerySet, Sum

from lantoa.records.commendations.models import AwardQuota, Honour
from lantoa.units.models import Unit


def of_units(units: Collection[int]) -> list[Honour]:
    """Return what is believed now of the awards of some units, earliest first."""
    found = cast("QuerySet[Honour]", Honour.objects.believed().of(units))
    held = found.exclude(sort=Honour.Sort.PRIZE).select_related("form")
    return list(held.order_by("last_day", "pk"))


@dataclass(frozen=True)
class QuotaUsed:
    """A quota and how much of it one unit has used in one year; None where no count is told."""

    quota: AwardQuota
    year: int
    collectives: int | None
    individuals: int | None

    @property
    def exceeded(self) -> bool:
        """Tell whether more are proposed and given than the quota says."""
        pairs = (
            (self.collectives, self.quota.collectives),
            (self.individuals, self.quota.individuals),
        )
        return any((used or 0) > most for used, most in pairs if most is not None)


def quotas_used(unit: Unit, *, form: int | None, on: date) -> Sequence[QuotaUsed]:
    """Return the quotas of a form on a day, each with what a unit proposed and was given of it."""
    if form is None:
        return []
    held = cast("QuerySet[AwardQuota]", AwardQuota.objects.in_use(on)).filter(form=form)
    return [QuotaUsed(each, on.year, *_used(unit, form, on.year)) for each in held]


def _used(unit: Unit, form: int, year: int) -> tuple[int | None, int | None]:
    found = cast("QuerySet[Honour]", Honour.objects.believed()).filter(
        unit=unit, form=form, sort=Honour.Sort.AWARD, last_day__year=year
    )
    sums = found.aggregate(collectives=Sum("collectives"), individuals=Sum("individuals"))
    return sums["collectives"], sums["individuals"]
