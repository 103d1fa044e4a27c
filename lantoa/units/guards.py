"""What the database refuses of the organisation: circles, changed and deleted rows."""

from lantoa.trail.guards import Guard, closed_for_good, never_deleted, unchanged

CLIMBS_BACK = """EXISTS (
    WITH RECURSIVE up(origin, unit_id, since, until) AS (
        {places}
        UNION
        SELECT up.origin, above.parent_id,
               CASE WHEN up.since > above.since THEN up.since ELSE above.since END,
               CASE WHEN up.until < above.until THEN up.until ELSE above.until END
        FROM up CROSS JOIN {above}
        WHERE {climbs} AND above.superseded_at IS NULL AND above.parent_id IS NOT NULL
          AND above.since < up.until AND above.until > up.since AND above.unit_id <> up.origin
    )
    SELECT 1 FROM up WHERE up.unit_id = up.origin
)"""
"""Climbing from places, through every stretch of days they cover, one comes back to their unit."""

ONE_BY_ONE = CLIMBS_BACK.format(
    places="SELECT NEW.unit_id, NEW.parent_id, NEW.since, NEW.until "
    "WHERE NEW.parent_id IS NOT NULL",
    above="units_placement above",
    climbs="above.unit_id BETWEEN up.unit_id AND up.unit_id",
)
"""On SQLite, a row at a time; why BETWEEN, `units.queries.within.meets` tells."""

TOGETHER = CLIMBS_BACK.format(
    places="SELECT unit_id, parent_id, since, until FROM placed "
    "WHERE superseded_at IS NULL AND parent_id IS NOT NULL",
    above="LATERAL (SELECT * FROM units_placement WHERE unit_id = up.unit_id OFFSET 0) above",
    climbs="above.unit_id = up.unit_id",
)
"""On PostgreSQL, all rows of a statement at once: a decision places ten thousand units in one."""

LONGER = "(SELECT max(until) FROM placed) > (SELECT min(until) FROM held)"
"""Some place lasts longer after the statement than the first to end did before."""

BY_INDEX = (
    "SET jit = off SET enable_seqscan = off SET enable_bitmapscan = off "
    "SET enable_hashjoin = off SET enable_mergejoin = off SET enable_material = off"
)


class ClimbingGuard(Guard):
    """A guard that climbs the tree: always by the index of units.

    Left to its statistics, which lag behind a large load, PostgreSQL reads the whole table for each
    row that is written; so it is told how, and OFFSET keeps it to one unit after another. Places
    that only end sooner, as ten thousand do in a decision, cannot close a circle: no climb.
    """

    def on_postgresql(self) -> list[str]:
        """Return the statements that lay the guard on PostgreSQL: after each statement."""
        updates = self.event == "UPDATE"
        places = "OLD TABLE AS held NEW TABLE AS placed" if updates else "NEW TABLE AS placed"
        refused_when = f"{LONGER} AND {TOGETHER}" if updates else TOGETHER
        return [
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql "
            f"{BY_INDEX} AS $$ BEGIN IF {refused_when} THEN "
            f"RAISE EXCEPTION '{self.message}' USING ERRCODE = '23514'; END IF; "
            "RETURN NULL; END $$",
            f"DROP TRIGGER IF EXISTS {self.name} ON {self.table}",
            f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} "
            f"REFERENCING {places} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {self.name}()",
        ]


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

GUARDS = [
    ClimbingGuard(
        name="units_placement_circle_added",
        table="units_placement",
        event="INSERT",
        message=CIRCLE,
        refused_when=f"NEW.superseded_at IS NULL AND {ONE_BY_ONE}",
    ),
    ClimbingGuard(
        name="units_placement_circle_stretched",
        table="units_placement",
        event="UPDATE",
        of=("until", "parent_id", "since"),
        message=CIRCLE,
        refused_when=(
            "NEW.superseded_at IS NULL AND (NEW.until > OLD.until OR NEW.since <> OLD.since OR "
            f"NEW.parent_id IS DISTINCT FROM OLD.parent_id) AND {ONE_BY_ONE}"
        ),
    ),
    never_deleted("units_unit"),
    *(never_deleted(table) for table in WRITTEN_ONCE),
    *(closed_for_good(table) for table in WRITTEN_ONCE),
    *(unchanged(table, columns) for table, columns in WRITTEN_ONCE.items()),
]
