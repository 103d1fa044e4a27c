"""Asking about ratings: which quotas and sheets are in use, and what a quota allows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from lantoa.figures.writing import rounded, write_number, write_scaled
from lantoa.records.ratings.models import RatingQuota, ScoreSheet

HUNDRED = 100
Counts = Mapping[str, int | None]


@dataclass(frozen=True)
class Allowance:
    """What a quota allows of some counts, with its arithmetic; None where counts are unknown."""

    quota: RatingQuota
    excellent: int | None
    base: int | None

    @property
    def allowed(self) -> int | None:
        """Return how many may be rated best."""
        return None if self.base is None else allowed_by(self.quota, self.base)

    @property
    def exceeded(self) -> bool:
        """Tell whether more are rated best than the quota allows."""
        allowed = self.allowed
        return allowed is not None and self.excellent is not None and self.excellent > allowed

    @property
    def arithmetic(self) -> str:
        """Say how it is worked out: "20% của 31 = 6,2, làm tròn xuống: tối đa 6; đã xếp 7"."""
        quota, base = self.quota, self.base
        if base is None:
            return f"{quota.percent}% {quota.get_base_display()}: chưa đủ số để tính"
        hundredths = base * quota.percent
        exact = write_number(hundredths // HUNDRED)
        if hundredths % HUNDRED:
            exact = (
                f"{write_scaled(hundredths, scale=2).rstrip('0')}, {quota.get_rounding_display()}"
            )
        return (
            f"{quota.percent}% của {write_number(base)} ({quota.get_base_display()}) = {exact}: "
            f"tối đa {write_number(self.allowed)}; đã xếp {write_number(self.excellent)}"
        )


def allowed_by(quota: RatingQuota, base: int) -> int:
    """Return how many a quota allows of a base, rounded as it says."""
    hundredths = base * quota.percent
    if quota.rounding == RatingQuota.Rounding.NEAREST:
        return rounded(hundredths, HUNDRED, scale=0)
    up = quota.rounding == RatingQuota.Rounding.UP
    return -(-hundredths // HUNDRED) if up else hundredths // HUNDRED


def base_of(quota: RatingQuota, counts: Counts) -> int | None:
    """Return what the percentage of a quota is taken of; None where a part of it is unknown."""
    needed = {
        RatingQuota.Base.WELL: ("well",),
        RatingQuota.Base.WELL_OR_BETTER: ("excellent", "well"),
        RatingQuota.Base.RATED: ("excellent", "well", "fulfilled", "failed"),
    }[RatingQuota.Base(quota.base)]
    known = [count for name in needed if (count := counts[name]) is not None]
    return sum(known) if len(known) == len(needed) else None


def allowances(quotas: Iterable[RatingQuota], *, whom: str, counts: Counts) -> list[Allowance]:
    """Return what the quotas of a class allow of its counts."""
    return [
        Allowance(quota, counts["excellent"], base_of(quota, counts))
        for quota in quotas
        if quota.whom == whom
    ]


def quotas_on(day: date) -> list[RatingQuota]:
    """Return the quotas in use on a day."""
    return cast("list[RatingQuota]", list(RatingQuota.objects.offered(day)))


def every_quota() -> list[RatingQuota]:
    """Return every quota, in use or ended."""
    return cast("list[RatingQuota]", list(RatingQuota.objects.order_by("place", "label")))


def is_in_use(row: RatingQuota | ScoreSheet, day: date) -> bool:
    """Tell whether a row of a list is in use on a day."""
    return row.valid_from <= day and (row.valid_to is None or day < row.valid_to)


def sheets_on(day: date) -> list[ScoreSheet]:
    """Return the score sheets in use on a day."""
    return cast("list[ScoreSheet]", list(ScoreSheet.objects.offered(day)))


def sheet_named(code: str) -> ScoreSheet | None:
    """Return the score sheet of a code, in use or ended; None where there is none."""
    return ScoreSheet.objects.filter(code=code).first() if code else None
