"""The guards of acts as long as their tables were those of units."""

from lantoa.trail.guards import Guard, never_deleted

DECIDED = "EXISTS (SELECT 1 FROM units_act WHERE id = OLD.act_id AND state NOT IN ({states}))"
"""The decision of a step has been approved."""
UNDECIDED = "'draft', 'simulated'"
RECEIVES = (
    "EXISTS (SELECT 1 FROM units_actstep step JOIN units_act act ON act.id = step.act_id "
    "WHERE step.id = OLD.actstep_id AND act.state NOT IN ({states}))"
)
HEADING = ("number", "issuer", "signed_on", "in_force_from", "title", "author_id", "home")

OF_ACTS = [
    never_deleted("units_act"),
    Guard(
        name="units_act_approved_for_good",
        table="units_act",
        event="UPDATE",
        message="Quyết định đã duyệt không được sửa.",
        refused_when=f"OLD.state NOT IN ({UNDECIDED}) AND ("
        + " OR ".join(f"OLD.{each} IS DISTINCT FROM NEW.{each}" for each in HEADING)
        + f" OR NEW.state IN ({UNDECIDED}, 'dropped') OR OLD.state IN ('reversed', 'dropped'))",
    ),
    *(
        Guard(
            name=f"units_actstep_stays_on_{event.lower()}",
            table="units_actstep",
            event=event,
            message="Quyết định đã duyệt không được sửa.",
            refused_when=DECIDED.format(states=UNDECIDED),
        )
        for event in ("UPDATE", "DELETE")
    ),
    *(
        Guard(
            name=f"units_actstep_receives_stays_on_{event.lower()}",
            table="units_actstep_receives",
            event=event,
            message="Quyết định đã duyệt không được sửa.",
            refused_when=RECEIVES.format(states=UNDECIDED),
        )
        for event in ("UPDATE", "DELETE")
    ),
]
