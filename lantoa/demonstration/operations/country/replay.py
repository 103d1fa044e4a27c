"""Replaying 1 July 2025: one act for each new province, tried, approved by another, undone."""

from collections.abc import Collection, Iterable

from lantoa.acts.applying import approve
from lantoa.acts.drafting import draft, simulate
from lantoa.acts.models import Act
from lantoa.acts.reversing import reverse
from lantoa.demonstration.operations.country.areas import Area, Country
from lantoa.demonstration.operations.country.decisions import heading, standing, steps
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.people.models import User
from lantoa.units.models import Unit


def draft_acts(
    root: Unit, country: Country, *, by: User, of: Collection[Area] | None = None
) -> list[Act]:
    """Write down the acts of the new provinces, by default of all of them."""
    units = standing(root, country)
    return [
        draft(
            heading=heading(province, country),
            steps=steps(province, country, units),
            by=by,
            at=WRITTEN_AT,
        )
        for province in of or country.provinces()
    ]


def approve_acts(acts: Iterable[Act], *, by: User) -> list[Act]:
    """Try each act, and approve what the trial showed.

    Raises Unplannable with the steps that are wrong; the acts before it stay approved.
    """
    return [_approved(act, by=by) for act in acts]


def _approved(act: Act, *, by: User) -> Act:
    found = simulate(act, by=act.author, at=WRITTEN_AT)
    found.refuse()
    return approve(act, fingerprint=found.fingerprint, by=by, at=WRITTEN_AT)


def reverse_acts(acts: Iterable[Act], *, by: User) -> list[Act]:
    """Undo each act."""
    reason = "Diễn lại để thử việc hủy (số liệu mẫu)"
    return [reverse(act, reason=reason, by=by, at=WRITTEN_AT) for act in acts]
