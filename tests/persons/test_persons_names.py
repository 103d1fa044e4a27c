"""A name stands with its consent, is hidden when it is withdrawn, and can be erased for good."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.persons.models import ERASED, NOT_SHOWN, WITHDRAWN, Consent, PersonName
from lantoa.persons.operations import erase, take, withdraw
from lantoa.trail.models import Entry
from tests import build
from tests.keeping.tampering import behind_the_back, run
from tests.persons.naming import GIVER, SAID_ON, entry, taken, ward

pytestmark = pytest.mark.django_db


def faults():
    return [str(each) for each in verified(InDatabase()).faults]


def erased(place, held):
    erase(held, by=place.keeper, at=build.NOW, why="Người này yêu cầu")
    held.refresh_from_db()
    return held


def test_a_name_is_kept_with_its_consent_and_the_trail_tells_no_name():
    held = taken(ward())

    row = PersonName.objects.get()
    assert (row.name, row.scope, row.consent_on) == (GIVER, Consent.PUBLIC, SAID_ON)
    assert row.get_used_for_display() == "ghi nhận người ủng hộ"
    assert len(row.salt) == 64
    line = Entry.objects.get(deed="persons.take")
    assert str(held.uuid) in line.subject
    assert all(GIVER not in str(each) for each in Entry.objects.values())
    assert faults() == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": "  "}, "họ tên"),
        ({"name": "Bưởi 012345678901"}, "căn cước"),
        ({"name": "B" * 121}, "dài quá"),
        ({"scope": ""}, "đồng ý"),
        ({"given": ""}, "đồng ý"),
        ({"consent_on": None}, "đồng ý"),
        ({"consent_on": build.NOW.date() + timedelta(days=1)}, "phía trước"),
    ],
)
def test_no_name_is_kept_without_consent_or_with_a_number_of_papers(wrong, words):
    place = ward()

    with pytest.raises(ValidationError, match=words):
        take([entry(place.cell, **wrong)], by=place.keeper, at=build.NOW)

    assert not PersonName.objects.exists()


def test_consent_for_today_is_taken():
    assert taken(ward(), consent_on=build.NOW.date()).pk


def test_a_name_for_the_inside_is_not_told_in_public():
    place = ward()
    inside, public = taken(place, scope=Consent.INSIDE), taken(place, "Lê Văn Mít")

    assert (inside.inside, inside.in_public) == (GIVER, NOT_SHOWN)
    assert (public.inside, public.in_public) == ("Lê Văn Mít", "Lê Văn Mít")


def test_consent_that_is_withdrawn_hides_the_name_everywhere_and_keeps_the_day():
    place = ward()
    held = taken(place)

    for _ in range(2):
        withdraw(held, on=date(2026, 4, 1), by=place.keeper, at=build.NOW)

    held.refresh_from_db()
    assert {str(held), held.inside, held.in_public} == {WITHDRAWN}
    assert held.withdrawn_on == date(2026, 4, 1)
    assert Entry.objects.filter(deed="persons.withdraw").count() == 1
    assert faults() == []


@pytest.mark.parametrize(
    ("on", "words"),
    [(SAID_ON - timedelta(days=1), "từ ngày đồng ý"), (date(2026, 11, 23), "phía trước")],
)
def test_consent_is_not_withdrawn_before_it_was_given_nor_tomorrow(on, words):
    place = ward()
    held = taken(place)

    with pytest.raises(ValidationError, match=words):
        withdraw(held, on=on, by=place.keeper, at=build.NOW)


def test_an_erased_name_is_gone_with_its_salt_and_everything_verifies():
    place = ward()
    held = taken(place)

    erased(place, held)

    assert (held.name, held.salt) == ("", "")
    assert held.digest
    assert {held.inside, held.in_public} == {ERASED}
    line = Entry.objects.get(deed="persons.erase")
    assert str(held.uuid) in line.subject
    assert "Người này yêu cầu" in line.after
    assert faults() == []


def test_erasing_twice_is_erasing_once():
    place = ward()
    held = taken(place)
    erased(place, held)

    erase(held, by=place.keeper, at=build.NOW, why="Lần nữa")

    held.refresh_from_db()
    assert held.erased_why == "Người này yêu cầu"
    assert Entry.objects.filter(deed="persons.erase").count() == 1


@pytest.mark.parametrize(("why", "words"), [(" ", "lý do"), ("xóa tran thi buoi", "chính tên")])
def test_a_name_is_erased_with_a_reason_that_does_not_tell_it(why, words):
    place = ward()
    held = taken(place)

    with pytest.raises(ValidationError, match=words):
        erase(held, by=place.keeper, at=build.NOW, why=why)

    held.refresh_from_db()
    assert held.name == GIVER


def test_nobody_but_who_administers_the_unit_withdraws_or_erases():
    place = ward()
    held = taken(place)

    for stranger in (build.clerk(place.commune), ward().keeper):
        with pytest.raises(PermissionDenied):
            erase(held, by=stranger, at=build.NOW, why="thử")
        with pytest.raises(PermissionDenied):
            withdraw(held, on=SAID_ON, by=stranger, at=build.NOW)

    held.refresh_from_db()
    assert held.inside == GIVER


def refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        run(f"UPDATE persons_personname SET {change}")


@pytest.mark.unsealed
def test_the_database_lets_nothing_change_but_consent_and_erasure():
    place = ward()
    held = taken(place)

    for change in ("name = 'Khác'", "salt = 'x'", "name = ''", "scope = 'inside'", "digest = 'x'"):
        refused(change)
    withdraw(held, on=SAID_ON, by=place.keeper, at=build.NOW)
    refused("withdrawn_on = NULL")
    erased(place, held)
    for change in ("name = 'Khác', salt = 'x', erased_at = NULL", "erased_why = 'khác'"):
        refused(change)
    with pytest.raises(IntegrityError), transaction.atomic():
        run("DELETE FROM persons_personname")


@pytest.mark.unsealed
def test_a_name_that_is_altered_past_the_programme_is_found():
    held = taken(ward())

    with behind_the_back():
        run("UPDATE persons_personname SET name = 'Người khác'")
        assert any(f"(bảng persons.personname, hàng {held.pk})" in each for each in faults())
    assert faults() == []


def without_checks():
    """Take the check of the table away as well; PostgreSQL brings it back with the transaction."""
    if connection.vendor == "sqlite":
        run("PRAGMA ignore_check_constraints = 1")
    else:
        run("ALTER TABLE persons_personname DROP CONSTRAINT persons_personname_there_until_erased")


@pytest.fixture
def checked_again():
    yield
    if connection.vendor == "sqlite":
        run("PRAGMA ignore_check_constraints = 0")


@pytest.mark.unsealed
@pytest.mark.usefixtures("checked_again")
@pytest.mark.parametrize("also", ["", ", erased_at = NULL, erased_by_id = NULL, erased_why = ''"])
def test_a_name_put_back_from_an_old_copy_is_found_also_with_its_true_salt(also):
    place = ward()
    held = taken(place)
    name, salt = held.name, held.salt
    erased(place, held)

    connection.check_constraints()  # else PostgreSQL lets no table be altered
    with behind_the_back():
        without_checks()
        run(f"UPDATE persons_personname SET name = %s, salt = %s{also}", [name, salt])
        assert any("persons.personname" in each for each in faults())
    assert faults() == []


@pytest.mark.unsealed
@pytest.mark.usefixtures("checked_again")
def test_a_salt_put_back_alone_is_found():
    place = ward()
    held = taken(place)
    salt = held.salt
    erased(place, held)

    connection.check_constraints()  # else PostgreSQL lets no table be altered
    with behind_the_back():
        without_checks()
        run("UPDATE persons_personname SET salt = %s", [salt])
        assert any("persons.personname" in each for each in faults())
