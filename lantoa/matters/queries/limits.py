"""Which limits of time hold on a day, and how they changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantoa.matters.models import TimeLimit


@dataclass(frozen=True)
class LimitChange:
    """How many days a limit has from a day on, by which paper; None lifts it."""

    days: int | None
    since: date
    source: str
    is_known: bool
    """Whether it came with the programme."""


@dataclass(frozen=True)
class LimitHeld:
    """A limit with all its changes, the earliest first."""

    code: str
    label: str
    changes: Sequence[LimitChange]

    def days_on(self, day: date) -> int | None:
        """Return how many days it has on a day; None where there is none."""
        held = [each.days for each in self.changes if each.since <= day]
        return held[-1] if held else None


def limits_on(*begins: str) -> dict[str, LimitHeld]:
    """Return the limits whose codes begin in one of some ways, or all, by code; one SELECT."""
    rows: dict[str, list[TimeLimit]] = {}
    for row in TimeLimit.objects.filter(superseded_at__isnull=True).order_by("code", "since"):
        if not begins or row.code.startswith(begins):
            rows.setdefault(row.code, []).append(row)
    return {code: LimitHeld(code, held[-1].label, _changes(held)) for code, held in rows.items()}


def _changes(rows: Sequence[TimeLimit]) -> list[LimitChange]:
    return [
        LimitChange(row.days, row.since, row.source, row.recorded_by_id is None) for row in rows
    ]


def limit_on(code: str, *, on: date) -> int | None:
    """Return how many days a limit has on a day; None where there is none."""
    rows = TimeLimit.objects.filter(code=code, superseded_at__isnull=True, since__lte=on)
    row = rows.order_by("since").last()
    return row.days if row else None
