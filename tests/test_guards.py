"""What the database refuses by itself, on SQLite and PostgreSQL alike."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Case, Q, When

from lantoa.records.meetings.models import Meeting
from lantoa.trail.guards import Guard
from lantoa.trail.models import Entry
from lantoa.units.models import END, Kind, Placement
from tests import build
from tests.acts import by_hand

pytestmark = pytest.mark.django_db


def declared() -> list[Guard]:
    """Return the guards of every package that declares any."""
    guards: list[Guard] = []
    for each in apps.get_app_configs():
        if each.name.startswith("lantoa."):
            try:
                guards += import_module(f"{each.name}.guards").GUARDS
            except ModuleNotFoundError:
                continue
    return guards


def laid() -> set[str]:
    asked = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        return {row[0] for row in cursor.fetchall()}


def refused(statement: str, *values: object) -> str:
    """Run a statement that a guard must refuse; return the words of the refusal."""
    with (
        pytest.raises(IntegrityError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, values)
    return str(refusal.value)


def test_the_guards_in_the_database_are_those_declared():
    assert laid() == {guard.name for guard in declared()}
    assert len(declared()) > 20


def test_a_circle_is_refused_by_the_database_itself():
    top = build.unit("Tỉnh")
    middle = build.unit("Xã", under=top, kind=Kind.COMMUNE)
    cell = build.unit("Chi bộ", under=middle)

    row = Placement.objects.get(unit=middle, state=Placement.State.OPEN)

    Placement.objects.filter(pk=row.pk).update(until=date(2026, 1, 1))
    with pytest.raises(IntegrityError, match="dưới mình"), transaction.atomic():
        Placement.objects.create(
            unit=middle,
            since=date(2026, 1, 1),
            until=END,
            parent=cell,
            state=Placement.State.OPEN,
            recorded_at=build.NOW,
        )


def test_a_circle_is_refused_also_on_days_long_past():
    top = build.unit("Tỉnh")
    one = build.unit("Xã một", under=top, kind=Kind.COMMUNE)
    two = build.unit("Xã hai", under=top, kind=Kind.COMMUNE)
    by_hand.move(one, under=two, change=build.change(date(2020, 1, 1)))
    by_hand.move(one, under=top, change=build.change(date(2021, 1, 1)))

    with pytest.raises(ValidationError, match="dưới mình"):
        by_hand.move(two, under=one, change=build.change(date(2020, 6, 1)))
    by_hand.move(two, under=one, change=build.change(date(2021, 6, 1)))


def test_a_circle_is_refused_where_a_place_lasts_longer_and_another_ends_sooner():
    top = build.unit("Tỉnh")
    one, two, other = (
        build.unit(name, under=top, kind=Kind.COMMUNE) for name in ("Xã một", "Xã hai", "Xã ba")
    )
    by_hand.move(one, under=two, change=build.change(date(2020, 1, 1)))
    by_hand.move(one, under=top, change=build.change(date(2021, 1, 1)))
    by_hand.move(two, under=one, change=build.change(date(2021, 6, 1)))
    held = Placement.objects.get(unit=one, parent=two)
    both = Placement.objects.filter(Q(pk=held.pk) | Q(unit=other, state=Placement.State.OPEN))

    longer = When(pk=held.pk, then=date(2022, 1, 1))
    with pytest.raises(IntegrityError, match="dưới mình"), transaction.atomic():
        both.update(until=Case(longer, default=date(2026, 1, 1)))


def test_a_unit_that_is_placed_under_itself_is_refused_in_the_same_words():
    commune = build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)

    with pytest.raises(ValidationError, match="dưới mình"):
        by_hand.move(commune, under=commune, change=build.change(date(2021, 1, 1)))


@pytest.mark.parametrize("table", ["units_unit", "units_name", "units_placement", "trail_entry"])
def test_rows_of_the_organisation_and_the_trail_are_never_deleted(table):
    build.unit("Tỉnh")

    assert "không được xóa" in refused(f"DELETE FROM {table}")


def test_the_trail_is_never_changed():
    build.unit("Tỉnh")

    assert "Nhật ký không được sửa" in refused("UPDATE trail_entry SET deed = 'khác'")
    assert Entry.objects.exists()


def test_a_record_is_neither_deleted_nor_changed_in_place():
    cell = build.unit("Chi bộ")
    build.meeting(at=cell, on=date(2026, 3, 1), members_present=5)

    assert "không được xóa" in refused("DELETE FROM meetings_meeting")
    words = refused("UPDATE meetings_meeting SET members_present = 9")
    assert "không được sửa tại chỗ" in words
    assert Meeting.objects.get().members_present == 5
