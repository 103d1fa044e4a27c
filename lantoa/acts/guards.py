"""What the database refuses of acts: an approved decision is never changed, none is deleted."""

from lantoa.trail.guards import Guard, never_deleted

DECIDED = "EXISTS (SELECT 1 FROM acts_act WHERE id = OLD.act_id AND state NOT IN ({states}))"
"""The decision of a step has been approved."""
UNDECIDED = "'draft', 'simulated'"
RECEIVES = (
    "EXISTS (SELECT 1 FROM acts_actstep step JOIN acts_act act ON act.id = step.act_id "
    "WHERE step.id = OLD.actstep_id AND act.state NOT IN ({states}))"
)
HEADING = ("number", "issuer", "signed_on", "in_force_from", "title", "author_id", "home")

GUARDS = [
    never_deleted("acts_act"),
    Guard(
        name="acts_act_approved_for_good",
        table="acts_act",
        event="UPDATE",
        message="Quyết định đã duyệt không được sửa.",
        refused_when=f"OLD.state NOT IN ({UNDECIDED}) AND ("
        + " OR ".join(f"OLD.{each} IS DISTINCT FROM NEW.{each}" for each in HEADING)
        + f" OR NEW.state IN ({UNDECIDED}, 'dropped') OR OLD.state IN ('reversed', 'dropped'))",
    ),
    *(
        Guard(
            name=f"acts_actstep_stays_on_{event.lower()}",
            table="acts_actstep",
            event=event,
            message="Quyết định đã duyệt không được sửa.",
            refused_when=DECIDED.format(states=UNDECIDED),
        )
        for event in ("UPDATE", "DELETE")
    ),
    *(
        Guard(
            name=f"acts_actstep_receives_stays_on_{event.lower()}",
            table="acts_actstep_receives",
            event=event,
            message="Quyết định đã duyệt không được sửa.",
            refused_when=RECEIVES.format(states=UNDECIDED),
        )
        for event in ("UPDATE", "DELETE")
    ),
]
