"""Climbing the tree stays on its indexes, whatever the database was told about its tables."""

from datetime import date

import pytest
from django.db import connection

from lantoa.acts.loading import ALL_ABOVE
from lantoa.acts.state import ALL_UNDER
from lantoa.units.guards import ONE_BY_ONE
from lantoa.units.models import Kind
from lantoa.units.queries.chart import down, up
from lantoa.units.queries.within import listed
from tests import build

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="asks for a plan of SQLite"),
]
DAY = date(2026, 1, 1)
ADDED = ONE_BY_ONE.replace("NEW.unit_id, NEW.parent_id, NEW.since, NEW.until", "%s, %s, %s, %s")
CLIMBS = {
    "down": (down(2), [DAY, date(2027, 1, 1), 1]),
    "up": (up(), [listed([1, 2]), DAY, DAY, DAY, DAY]),
    "all that ever stood above": (ALL_ABOVE.format(seeds="SELECT %s"), [1]),
    "all that ever hung under": (ALL_UNDER, [1]),
    "the guard against circles": (
        f"SELECT {ADDED.replace('NEW.parent_id', '2')}",
        [1, 2, DAY, DAY],
    ),
}


@pytest.mark.parametrize("climb", CLIMBS)
def test_after_analyze_a_climb_still_looks_each_unit_up_by_an_index(climb):
    province = build.unit("Tỉnh")
    commune = build.unit("Xã", under=province, kind=Kind.COMMUNE)
    for number in range(50):
        build.unit(f"Chi bộ {number}", under=commune)

    plan = planned(*CLIMBS[climb])

    assert "BLOOM" not in plan
    assert "AUTOMATIC" not in plan
    assert "SEARCH" in plan


def planned(statement: str, values: list[object]) -> str:
    """Return how SQLite would answer a statement once it knows its tables."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        return "\n".join(row[3] for row in cursor.fetchall())
