"""Who may see and decide what about the organisation."""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied

from lantoa.acts.drafting import UNDECIDED, steps_of
from lantoa.acts.models import Act
from lantoa.figures.alphabet import alphabetical
from lantoa.people.models import User
from lantoa.posts.access import ALLOWED, REFUSAL, Purpose, Reach, may, unit_for
from lantoa.posts.models import Post
from lantoa.reorganisation.queries.listing import act_by, touching
from lantoa.reorganisation.queries.seat import governs, seat_of
from lantoa.units.models import Unit
from lantoa.units.queries import path_above
from lantoa.units.queries.places import units_in


def act_for(*, user: User, unit: UUID, act: UUID, on: date) -> tuple[Unit, Act]:
    """Return a unit and a decision that the user may draft, try, approve and reverse there.

    That takes the work of administering at the seat of the decision, which lies at the unit or
    under it. Raises PermissionDenied, in the same words whether it is hidden or does not exist.
    """
    place = unit_for(user=user, unit=unit, work=Purpose.ADMINISTER, on=on)
    found = act_by(act)
    if found is None or not may_decide(user, found, on=on, below=place):
        raise PermissionDenied(REFUSAL)
    return place, found


def may_decide(user: User, act: Act, *, on: date, below: Unit | None = None) -> bool:
    """Tell whether a user administers the unit from which a decision is taken.

    Who administers the top of an organisation decides about all of it, whatever the seat. While it
    is not approved, what it names must be under that unit today: a unit that went elsewhere, its
    past included, is decided about there.
    """
    if below is not None and below.home == act.home and not path_above(below.pk, on=on):
        return may(user, below, work=Purpose.ADMINISTER, on=on)
    steps = steps_of(act)
    seat = seat_of(steps, on=act.in_force_from)
    if seat is None:
        return user.pk == act.author_id
    path = [seat, *path_above(seat, on=on)]
    if below is not None and below.pk not in path:
        return False
    if below is not None and act.state in UNDECIDED and not governs(below.pk, steps, on=on):
        return False
    return may(user, units_in([seat])[0], work=Purpose.ADMINISTER, on=on)


def awaiting(reach: Reach, *, place: Unit) -> list[Act]:
    """Return the decisions at a unit or under it that were tried and that the user may approve."""
    if not reach.may(place.pk, work=Purpose.ADMINISTER):
        return []
    tried = Act.objects.filter(home=place.home, state=Act.State.SIMULATED)
    found = (
        tried.exclude(author=reach.user).select_related("author").order_by("in_force_from", "pk")
    )
    is_below = bool(reach.above(place.pk))
    near = touching(place, found) if is_below and found else found
    return [act for act in near if may_decide(reach.user, act, on=reach.on, below=place)]


def who_may_approve(act: Act, *, on: date) -> list[str]:
    """Return the names of those who may approve a decision: not its author."""
    seat = seat_of(steps_of(act), on=act.in_force_from)
    if seat is None:
        return []
    posts = Post.objects.filter(
        unit_id__in=[seat, *path_above(seat, on=on)],
        right__in=ALLOWED[Purpose.ADMINISTER],
        since__lte=on,
        until__gt=on,
        user__is_active=True,
    ).exclude(user=act.author_id)
    return sorted(set(posts.values_list("user__name", flat=True)), key=alphabetical)
