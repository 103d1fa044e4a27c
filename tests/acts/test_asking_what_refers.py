"""What refers to a unit is found by an index in every package, among millions of records too."""

import pytest
from django.apps import apps
from django.db import connection

from lantoa.acts.matters import referring
from lantoa.records.record.models import Record
from lantoa.units.models import Unit
from tests import build

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="asks for a plan of SQLite"),
]


def test_records_withdrawn_or_not_are_found_by_their_unit_without_reading_the_rest():
    unit = build.unit("Chi bộ ấp Tây Bình B")
    asked = list(referring({unit.pk}))

    plans = [rows.explain() for _, rows in asked]

    assert all("SCAN" not in plan for plan in plans)
    assert {kind for kind in apps.get_models() if issubclass(kind, Record)} <= {
        model for model, _ in asked
    }
    assert Unit not in {model for model, _ in asked}
