"""What the database refuses by itself, on SQLite and PostgreSQL alike."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Case, Q, When

from lantoa.records.meetings.models import Meeting
from lantoa.trail.guards import Guard, declared, lay_declared
from lantoa.trail.models import Entry
from lantoa.units.models import END, Kind, Placement
from tests import build
from tests.acts import by_hand

pytestmark = [pytest.mark.django_db, pytest.mark.unsealed]


LAID = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, prosrc || '|' || pg_get_triggerdef(pg_trigger.oid) "
    "FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal",
}


def laid() -> dict[str, str]:
    """Return the text of every guard in the database."""
    with connection.cursor() as cursor:
        cursor.execute(LAID[connection.vendor])
        return {name: plain(text) for name, text in cursor.fetchall()}


def said(guard: Guard) -> str:
    """Return the text that a guard should have: on PostgreSQL that of its function and trigger."""
    if connection.vendor == "sqlite":
        return plain(guard.on_sqlite()[-1])
    function, _, trigger = guard.on_postgresql()
    return plain(f"{function.split('$$')[1]}|{trigger}")


def plain(text: str) -> str:
    """Return text without what PostgreSQL adds: the schema, and AS where it goes without saying."""
    return " ".join(text.replace(" public.", " ").split())


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
    assert laid() == {guard.name: said(guard) for guard in declared()}
    assert len(declared()) > 20


def test_a_guard_that_lacks_a_column_is_laid_anew_with_it():
    whole = next(guard for guard in declared() if guard.name == "works_work_written_once")
    lacking = replace(whole, refused_when=whole.refused_when.partition(" OR ")[0])
    with connection.cursor() as cursor:
        for statement in lacking.laid(connection.vendor):
            cursor.execute(statement)
    before = laid()[whole.name]

    lay_declared()

    assert before != said(whole)
    assert laid()[whole.name] == said(whole)


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
