"""What the database refuses of the organisation: circles, changed and deleted rows."""

from lantoa.trail.guards import Guard, closed_for_good, never_deleted, unchanged

CLIMBS_BACK = """EXISTS (
    WITH RECURSIVE up(unit_id, since, until) AS (
        SELECT NEW.parent_id, NEW.since, NEW.until WHERE NEW.parent_id IS NOT NULL
        UNION
        SELECT above.parent_id,
               CASE WHEN up.since > above.since THEN up.since ELSE above.since END,
               CASE WHEN up.until < above.until THEN up.until ELSE above.until END
        FROM up JOIN units_placement above ON above.unit_id = up.unit_id
        WHERE above.superseded_at IS NULL AND above.parent_id IS NOT NULL
          AND above.since < up.until AND above.until > up.since AND above.unit_id <> NEW.unit_id
    )
    SELECT 1 FROM up WHERE up.unit_id = NEW.unit_id
)"""
"""Climbing from a place, through every stretch of days it covers, one comes back to the unit."""

CLIMBING = (
    "SET jit = off SET enable_seqscan = off SET enable_bitmapscan = off "
    "SET enable_hashjoin = off SET enable_mergejoin = off SET enable_material = off"
)


class ClimbingGuard(Guard):
    """A guard that climbs the tree: always by the index of units, one after another.

    Left to its statistics, which lag behind a large load, PostgreSQL reads the whole of a partial
    index for each row that is written; so it is told how, and kept from the partial ones.
    """

    def on_postgresql(self) -> list[str]:
        """Return the statements that lay the guard on PostgreSQL."""
        function, *others = super().on_postgresql()
        climbing = function.replace("LANGUAGE plpgsql", f"LANGUAGE plpgsql {CLIMBING}")
        believed = "CASE WHEN above.superseded_at IS NULL THEN 1 ELSE 0 END = 1"
        return [climbing.replace("above.superseded_at IS NULL", believed), *others]


CIRCLE = "Đơn vị không thể trực thuộc chính đơn vị dưới mình."

WRITTEN = ("basis", "act_id", "recorded_at")
WRITTEN_ONCE = {
    "units_name": ("unit_id", "since", "value", "folded", *WRITTEN),
    "units_code": ("unit_id", "since", "system", "value", *WRITTEN),
    "units_kindchange": ("unit_id", "since", "value", *WRITTEN),
    "units_placement": ("unit_id", "since", "parent_id", "state", *WRITTEN),
    "units_strength": ("unit_id", "since", "members", *WRITTEN),
    "units_succession": ("predecessor_id", "successor_id", '"on"', "extent", *WRITTEN),
}

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
        + f" OR NEW.state IN ({UNDECIDED}) OR OLD.state = 'reversed')",
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

GUARDS = [
    ClimbingGuard(
        name="units_placement_circle_added",
        table="units_placement",
        event="INSERT",
        message=CIRCLE,
        refused_when=f"NEW.superseded_at IS NULL AND {CLIMBS_BACK}",
    ),
    ClimbingGuard(
        name="units_placement_circle_stretched",
        table="units_placement",
        event="UPDATE",
        of=("until", "parent_id", "since"),
        message=CIRCLE,
        refused_when=(
            "NEW.superseded_at IS NULL AND (NEW.until > OLD.until OR NEW.since <> OLD.since OR "
            f"NEW.parent_id IS DISTINCT FROM OLD.parent_id) AND {CLIMBS_BACK}"
        ),
    ),
    never_deleted("units_unit"),
    *(never_deleted(table) for table in WRITTEN_ONCE),
    *(closed_for_good(table) for table in WRITTEN_ONCE),
    *(unchanged(table, columns) for table, columns in WRITTEN_ONCE.items()),
    *OF_ACTS,
]
