"""The page of one decision: its steps, what it would do, and how far it has come."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from lantoa.acts import drafting
from lantoa.acts.drafting import UNDECIDED, planned, steps_of
from lantoa.acts.models import Act
from lantoa.acts.plan import Plan
from lantoa.acts.template import act_template
from lantoa.acts.writing import rows_of
from lantoa.figures.period import ONE_DAY, Period, write_day
from lantoa.people.access import SignedIn
from lantoa.posts.access import REFUSAL
from lantoa.reorganisation.access import act_for
from lantoa.reorganisation.queries.addresses import comparison
from lantoa.reorganisation.queries.listing import badge_of
from lantoa.reorganisation.queries.outcome import Outcome, outcome, table_of
from lantoa.reorganisation.queries.tiles import tiles_of
from lantoa.reorganisation.queries.wording import formed_by, opened_in, worded
from lantoa.reorganisation.sheets import outcome_sheet
from lantoa.reorganisation.views.drafting import to_act
from lantoa.reorganisation.views.page import download, show_act
from lantoa.units.models import Unit

STEPS_A_PAGE = 100
MOST_DRAWN = 40
"""Units that change, beyond which the trees are folded: the tiles above say the same shorter."""
STAGES = ("Soạn", "Chạy thử", "Duyệt", "Có hiệu lực")


@login_required
def act(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Show a decision: while it is not approved, what it would do if it were."""
    on = localdate()
    place, found = act_for(user=request.user, unit=unit, act=act, on=on)
    is_undecided = found.state in UNDECIDED
    tried = planned(found) if is_undecided and found.simulated_at else None
    shown = {
        "act": found,
        "badge": badge_of(found, on=on),
        "facts": facts_of(found),
        "stages": _stages(found),
        "undecided": is_undecided,
        "steps": _steps(request, found),
        "is_author": found.author_id == request.user.pk,
        "may_reverse": found.state == Act.State.APPROVED,
        "compare": _comparison(place, found) if found.state == Act.State.APPROVED else "",
        "tried": tried_of(tried, found, place) if tried else None,
    }
    return show_act(request, "act", unit=place, on=on, **shown)


def _comparison(place: Unit, act: Act) -> str:
    """Return the address that compares the charts of the day before a decision and of its day."""
    day = act.in_force_from
    return comparison(place.uuid, Period.year(day.year), charts=(day - ONE_DAY, day))


def facts_of(act: Act) -> list[dict[str, str]]:
    """Return the head of a decision and who did what about it."""
    told = [
        ("Trích yếu", act.title),
        ("Ngày ký", write_day(act.signed_on)),
        ("Có hiệu lực từ", write_day(act.in_force_from)),
        ("Người soạn", act.author.name),
        ("Người duyệt", act.approver.name if act.approver else ""),
        ("Người thu hồi", act.reversed_by.name if act.reversed_by else ""),
        ("Lý do thu hồi", act.reason),
    ]
    return [{"term": term, "text": text} for term, text in told if text]


def _stages(act: Act) -> list[dict[str, str]]:
    done = {Act.State.DRAFT: 1, Act.State.SIMULATED: 2}.get(Act.State(act.state), 4)
    states = ["done"] * done + ["now"] + ["next"] * len(STAGES)
    return [{"label": label, "state": states[at]} for at, label in enumerate(STAGES)]


def _steps(request: SignedIn, act: Act) -> Any:
    """Return a page of the steps in words, each with its place and the unit it opened.

    A unit whose opening was undone never was, and has no page.
    """
    steps, formed = steps_of(act), formed_by(act) if act.state == Act.State.APPROVED else {}
    page: Any = Paginator(range(len(steps)), STEPS_A_PAGE).get_page(request.GET.get("page"))
    page.of, orders = str(len(steps)), list(page.object_list)
    listed = [steps[each] for each in orders]
    words = worded(listed, on=act.in_force_from, opens=opened_in(steps))
    page.object_list = [
        _step(order, text, steps[order].note, formed.get(order))
        for order, text in zip(orders, words, strict=True)
    ]
    return page


def _step(order: int, words: str, note: str, formed: Unit | None) -> dict[str, Any]:
    url = reverse("reorganisation:life", args=[formed.uuid]) if formed else ""
    return {"order": order, "number": order + 1, "words": words, "note": note, "url": url}


def tried_of(tried: Plan, act: Act, place: Unit) -> dict[str, Any]:
    """Return what a page shows of a decision that was tried."""
    is_stale = act.state == Act.State.SIMULATED and tried.fingerprint != act.fingerprint
    if tried.faults:
        faults = [f"Việc {each.step + 1}: {each.words}" for each in tried.faults]
        return {"faults": faults, "is_stale": is_stale}
    found = outcome(tried, act=act, top=place.pk)
    return {
        "is_stale": is_stale,
        "tiles": tiles_of(tried),
        "changes": [table_of(part) for part in found.changes],
        "looks": [table_of(part) for part in found.looks],
        "before": found.before,
        "after": found.after,
        "is_large": len(tried.causes) + len(tried.forming) > MOST_DRAWN,
    }


@login_required
@require_POST
def simulate(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Try a decision; only its state is written."""
    place, found = act_for(user=request.user, unit=unit, act=act, on=localdate())
    try:
        drafting.simulate(found, by=request.user, at=now())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return to_act(place, found)


@login_required
def steps_file(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Send the steps of a decision as the list that is sent in, to be changed and sent again."""
    _, found = act_for(user=request.user, unit=unit, act=act, on=localdate())
    listed = rows_of(steps_of(found), on=found.in_force_from)
    return download(act_template(listed), "danh-sach-cac-viec.xlsx")


@login_required
def outcome_file(request: SignedIn, unit: UUID, act: UUID) -> HttpResponse:
    """Send what a decision would do as a spreadsheet."""
    place, found = act_for(user=request.user, unit=unit, act=act, on=localdate())
    sheet = outcome_sheet(found, _outcome_of(found, place), is_simulated=place.is_simulated)
    return download(sheet, "chay-thu-sap-xep.xlsx")


def _outcome_of(act: Act, place: Unit) -> Outcome:
    tried = planned(act) if act.state in UNDECIDED else None
    if tried is None or tried.faults:
        raise PermissionDenied(REFUSAL)
    return outcome(tried, act=act, top=place.pk)
