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

CIRCLE = "Đơn vị không thể trực thuộc chính đơn vị dưới mình."

WRITTEN_ONCE = {
    "units_name": ("unit_id", "since", "value", "folded", "recorded_at"),
    "units_code": ("unit_id", "since", "system", "value", "recorded_at"),
    "units_placement": ("unit_id", "since", "parent_id", "state", "recorded_at"),
    "units_strength": ("unit_id", "since", "members", "recorded_at"),
    "units_succession": ("predecessor_id", "successor_id", '"on"', "extent", "recorded_at"),
}

GUARDS = [
    Guard(
        name="units_placement_circle_added",
        table="units_placement",
        event="INSERT",
        message=CIRCLE,
        refused_when=f"NEW.superseded_at IS NULL AND {CLIMBS_BACK}",
    ),
    Guard(
        name="units_placement_circle_stretched",
        table="units_placement",
        event="UPDATE",
        of=("until", "parent_id", "since"),
        message=CIRCLE,
        refused_when=f"NEW.superseded_at IS NULL AND {CLIMBS_BACK}",
    ),
    never_deleted("units_unit"),
    *(never_deleted(table) for table in WRITTEN_ONCE),
    *(closed_for_good(table) for table in WRITTEN_ONCE),
    *(unchanged(table, columns) for table, columns in WRITTEN_ONCE.items()),
]
