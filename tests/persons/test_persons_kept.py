"""How long names are kept, what becomes of copies, and that no byte of an erased one stays."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import now

from lantoa.keeping.operations.erased import BESIDE, as_text, erase_again, keep_beside, read_list
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.persons.models import AccountErasure
from lantoa.persons.operations import erase, erase_account_name, withdraw
from lantoa.posts.operations.accounts import switch
from lantoa.records.record.standing import erase_overdue_names
from tests import build
from tests.keeping.running import python, run
from tests.persons.erasing import ERASE, FILL, OTHER
from tests.persons.naming import GIVER, taken, ward

LANTOA = ("-m", "lantoa.cli")
KEY_NAME = re.compile(r"^ +((?:[0-9A-Z]{5}-){7}[0-9A-Z]{5})$", re.MULTILINE)
DAY = timedelta(days=1)


def tidied():
    printed = StringIO()
    call_command("tidy", stdout=printed)
    return printed.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize(("age", "stays"), [(30, True), (31, False)])
def test_a_name_whose_consent_was_withdrawn_goes_after_thirty_days(age, stays):
    place, at = ward(), now()
    held = taken(place, consent_on=(at - 60 * DAY).date())
    withdraw(held, on=(at - age * DAY).date(), by=place.keeper, at=at)

    printed = tidied()

    held.refresh_from_db()
    assert bool(held.name) is stays
    assert f"Đã xóa {0 if stays else 1} tên trong bản ghi" in printed
    assert verified(InDatabase()).faults == []


@pytest.mark.django_db
@pytest.mark.parametrize(("age", "stays"), [(30, True), (31, False)])
def test_a_name_that_stands_in_no_record_goes_after_thirty_days(age, stays):
    held = taken(ward())

    assert erase_overdue_names(at=held.taken_at + age * DAY, days=30) == (0 if stays else 1)


@pytest.mark.django_db
def test_nothing_goes_by_itself_where_no_days_are_set(settings):
    settings.KEEP_NAMES_DAYS = 0
    place, at = ward(), now()
    held = taken(place)
    withdraw(held, on=held.consent_on, by=place.keeper, at=at)

    assert "Đã xóa 0 tên trong bản ghi và 0 tên tài khoản" in tidied()
    held.refresh_from_db()
    assert held.name == GIVER


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "gone"), [(0, 0), (400, 0), (3, 1)])
def test_the_name_of_an_account_goes_only_where_days_are_set_and_over(settings, days, gone):
    settings.KEEP_ACCOUNT_NAMES_DAYS = days
    place, at = ward(), now() - 5 * DAY
    user = build.clerk(place.commune, name="Lê Văn Mít")
    switch(user, is_active=False, by=place.keeper, at=at, on=at.date())

    assert f"và {gone} tên tài khoản" in tidied()

    assert AccountErasure.objects.count() == gone
    assert verified(InDatabase()).faults == []


@pytest.mark.django_db
def test_the_list_of_what_was_erased_tells_no_name_and_is_kept_beside_copies(tmp_path):
    place = ward()
    held = taken(place)
    erase(held, by=place.keeper, at=build.NOW, why="yêu cầu")
    earlier = "11111111-1111-4111-8111-111111111111"
    (tmp_path / BESIDE).write_text(f"# đầu\n{earlier} 2026-01-01T00:00:00+00:00\n")

    keep_beside(tmp_path / "copy.zip")
    keep_beside(tmp_path / "copy.zip")

    listed = (tmp_path / BESIDE).read_text()
    assert [str(each) for each in read_list(tmp_path / BESIDE)] == [str(held.uuid), earlier]
    assert GIVER not in listed + as_text()


@pytest.mark.django_db
def test_a_list_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "x.txt").write_text("không phải mã")

    with pytest.raises(BackupRefused, match="danh sách"):
        read_list(tmp_path / "x.txt")


@pytest.mark.django_db
def test_what_a_list_names_is_erased_again_once_and_nothing_else():
    place = ward()
    held, other = taken(place), taken(place, OTHER)
    user = build.clerk(place.commune, name="Lê Văn Mít")

    again = [erase_again([held.uuid, user.uuid], at=build.NOW) for _ in range(2)]

    for each in (held, other, user):
        each.refresh_from_db()
    assert again == [2, 0]
    assert (held.name, other.name, user.is_active) == ("", OTHER, False)
    assert verified(InDatabase()).faults == []


def bytes_of(var):
    files = [var / "lantoa.sqlite3", var / "lantoa.sqlite3-wal"]
    return b"".join(each.read_bytes() for each in files if each.exists())


def test_after_erasure_no_byte_of_a_name_stays_and_an_older_copy_does_not_bring_it_back(
    tmp_path, ready
):
    var, copies, new = (tmp_path / each for each in ("var", "copies", "new"))
    for each in (var, copies, new):
        each.mkdir()
    ready(var)
    ready(new)
    python(var, FILL)
    [name] = KEY_NAME.findall(run(var, *LANTOA, "key", "--new"))
    run(var, *LANTOA, "backup", copies / "old.zip")
    gone = [GIVER.encode(), "Lê Văn Mít".encode(), b"le-van-mit"]
    before = bytes_of(var)

    python(var, ERASE)

    after = bytes_of(var)
    assert [each in before for each in gone] == [True] * 3
    assert [each in after for each in gone] == [False] * 3
    assert OTHER.encode() in after
    assert "Khớp" in run(var, *LANTOA, "verify")
    run(var, *LANTOA, "backup", copies / "young.zip")
    printed = run(new, *LANTOA, "restore", copies / "old.zip", "--key", name)
    assert "Đã xóa lại 2 tên" in printed
    assert [each in bytes_of(new) for each in gone] == [False] * 3
    assert "Khớp" in run(new, *LANTOA, "verify")


@pytest.mark.django_db
def test_the_command_writes_the_statement_of_a_unit(tmp_path):
    build.unit("Tỉnh", code="89")

    call_command("persons", statement="89", out=tmp_path / "ban-ke.docx", stdout=StringIO())

    assert (tmp_path / "ban-ke.docx").read_bytes()[:2] == b"PK"
    for wrong in ({}, {"statement": "89"}, {"statement": "89", "out": tmp_path / "x.pdf"}):
        with pytest.raises(CommandError):
            call_command("persons", **wrong)


@pytest.mark.django_db
def test_an_account_is_erased_once_and_with_a_reason_without_its_name():
    place = ward()
    user = build.clerk(place.commune, username="mit", name="Lê Văn Mít")
    switch(user, is_active=False, by=place.keeper, at=build.NOW, on=build.NOW.date())

    for why in ("", "xóa Lê Văn Mít", "xóa mit"):
        with pytest.raises(Exception, match=r"(?i)lý do"):
            erase_account_name(user, by=place.keeper, at=build.NOW, why=why)
    for _ in range(2):
        erase_account_name(user, by=place.keeper, at=build.NOW, why="nghỉ việc")
        user.refresh_from_db()

    assert AccountErasure.objects.get().erased_why == "nghỉ việc"
