"""Who owes which kind of record how often: dated, changed by a root's administrator alone."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from lantoa.figures.period import Period
from lantoa.guidance.models import Obligation, Rhythm
from lantoa.guidance.operations import adopt_known, oblige, take_back
from lantoa.guidance.queries import duties, owing_kinds
from lantoa.posts.models import Post
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)
JULY = date(2026, 7, 1)
ADMIN = Post.Right.ADMIN


@pytest.fixture
def root():
    return build.root("Đảng bộ tỉnh")


@pytest.fixture
def admin(root):
    return build.clerk(root, ADMIN)


def entry(rhythm=Rhythm.ONCE, *, since=JULY, unit_kind=Kind.SCHOOL, **more):
    said = {"record_kind": "works", "due_day": 5 if rhythm is Rhythm.MONTHLY else None}
    return Obligation(
        unit_kind=unit_kind, rhythm=rhythm, since=since, **{"source": "Kế hoạch 1"} | said | more
    )


def owed(day, kind=Kind.SCHOOL, **more):
    """Return the rhythm at which a kind of unit owes works on a day."""
    held = [each for each in duties(**more) if each.unit_kind == kind and each.holds_on(day)]
    return [each.rhythm for each in held if each.record_kind == "works"]


def test_what_no_row_speaks_of_is_not_owed():
    assert owing_kinds(duties(), YEAR) == {}


def test_the_programme_knows_that_cells_meet_every_month_and_hamlets_owe_nothing():
    adopt_known()

    owing = owing_kinds(duties(), YEAR)

    committees = {"province", "district", "commune", "base", "division"}
    assert owing == {"meetings": {"cell", *committees}}
    cell = next(each for each in duties() if each.unit_kind == Kind.CELL)
    assert (cell.rhythm, cell.due_day) == (Rhythm.MONTHLY, 5)
    assert all(each.source for each in duties())


def test_what_the_programme_knows_was_known_at_any_moment():
    adopt_known()

    long_ago = build.at(date(2024, 1, 1))

    assert "cell" in owing_kinds(duties(long_ago), YEAR)["meetings"]


def test_a_change_ends_what_held_before_and_leaves_the_past_alone(root, admin):
    oblige(by=admin, at=build.NOW, root=root, entry=entry(since=date(2026, 1, 1)))

    oblige(by=admin, at=build.NOW, root=root, entry=entry(Rhythm.NEVER, since=JULY))

    assert owed(date(2025, 12, 31)) == []
    assert owed(JULY - timedelta(days=1)) == [Rhythm.ONCE]
    assert owed(JULY) == [Rhythm.NEVER]


@pytest.mark.parametrize(
    ("period", "is_owed"),
    [
        (Period(date(2026, 1, 1), date(2026, 6, 30)), False),
        (Period(date(2026, 1, 1), date(2026, 7, 1)), True),
        (Period(date(2026, 9, 30), date(2026, 12, 31)), True),
        (Period(date(2026, 10, 1), date(2026, 12, 31)), False),
    ],
)
def test_it_is_owed_in_a_period_of_which_it_holds_on_some_day(root, admin, period, is_owed):
    oblige(by=admin, at=build.NOW, root=root, entry=entry())
    ends = entry(Rhythm.NEVER, since=date(2026, 10, 1))
    oblige(by=admin, at=build.NOW, root=root, entry=ends)

    assert ("works" in owing_kinds(duties(), period)) is is_owed


@pytest.mark.parametrize(
    ("month", "by", "is_over"),
    [
        (date(2026, 11, 30), date(2026, 12, 5), False),
        (date(2026, 11, 30), date(2026, 12, 6), True),
        (date(2026, 12, 31), date(2027, 1, 5), False),
        (date(2026, 12, 31), date(2027, 1, 6), True),
    ],
)
def test_a_month_is_due_by_a_day_of_the_month_after_it(root, admin, month, by, is_over):
    oblige(by=admin, at=build.NOW, root=root, entry=entry(Rhythm.MONTHLY))

    assert duties()[0].is_over(month, by=by) is is_over


def test_said_again_it_is_the_same_row_and_one_line_of_the_trail(root, admin):
    first = oblige(by=admin, at=build.NOW, root=root, entry=entry())

    again = oblige(by=admin, at=build.NOW, root=root, entry=entry())

    assert again == first
    assert Entry.objects.filter(deed="guidance.oblige", actor=admin).count() == 1


def test_other_content_of_the_same_day_takes_its_place_and_both_stay_to_be_seen(root, admin):
    oblige(by=admin, at=build.NOW, root=root, entry=entry())
    later = build.NOW + timedelta(days=1)

    oblige(by=admin, at=later, root=root, entry=entry(Rhythm.MONTHLY))

    assert owed(JULY) == [Rhythm.MONTHLY]
    assert owed(JULY, as_known=build.NOW) == [Rhythm.ONCE]
    assert Obligation.objects.count() == 2
    line = Entry.objects.filter(deed="guidance.oblige").latest("number")
    assert ('"once"' in line.before, '"monthly"' in line.after) == (True, True)


def test_taken_back_what_held_before_holds_again(root, admin):
    oblige(by=admin, at=build.NOW, root=root, entry=entry(since=date(2026, 1, 1)))
    wrong = oblige(by=admin, at=build.NOW, root=root, entry=entry(Rhythm.NEVER))

    take_back(wrong, by=admin, at=build.NOW, root=root, reason="Nhầm loại đơn vị")

    assert owed(JULY) == [Rhythm.ONCE]
    line = Entry.objects.get(deed="guidance.take_back")
    assert (line.actor, "Nhầm loại" in line.after) == (admin, True)
    with pytest.raises(ValidationError, match="đã được thay hoặc bỏ"):
        take_back(wrong, by=admin, at=build.NOW, root=root, reason="Lần nữa")


def test_nothing_is_taken_back_without_a_reason(root, admin):
    row = oblige(by=admin, at=build.NOW, root=root, entry=entry())

    with pytest.raises(ValidationError, match="Hãy ghi lý do"):
        take_back(row, by=admin, at=build.NOW, root=root, reason=" ")

    assert owed(JULY) == [Rhythm.ONCE]


def test_what_people_changed_is_not_overwritten_when_the_programme_is_brought_up(root, admin):
    adopt_known()
    cell = Obligation.objects.get(unit_kind=Kind.CELL)
    same_day = entry(
        Rhythm.MONTHLY, since=cell.since, unit_kind=Kind.CELL, record_kind="meetings", due_day=10
    )
    oblige(by=admin, at=build.NOW, root=root, entry=same_day)

    adopt_known()

    assert [each.due_day for each in duties() if each.unit_kind == Kind.CELL] == [10]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (entry(Rhythm.MONTHLY, due_day=None), "thì có ngày hạn"),
        (entry(Rhythm.ONCE, due_day=5), "thì có ngày hạn"),
        (entry(Rhythm.MONTHLY, due_day=0), "từ 1 đến 28"),
        (entry(Rhythm.MONTHLY, due_day=29), "từ 1 đến 28"),
        (entry(source=""), "Ghi căn cứ"),
        (entry(unit_kind="castle"), "castle"),
    ],
)
def test_what_contradicts_itself_is_refused_and_nothing_changes(root, admin, wrong, words):
    oblige(by=admin, at=build.NOW, root=root, entry=entry())

    with pytest.raises(ValidationError, match=words):
        oblige(by=admin, at=build.NOW, root=root, entry=wrong)

    assert owed(JULY) == [Rhythm.ONCE]


@pytest.mark.parametrize("right", [Post.Right.CLERK, Post.Right.VIEW])
def test_only_an_administrator_changes_it(root, right):
    with pytest.raises(PermissionDenied):
        oblige(by=build.clerk(root, right), at=build.NOW, root=root, entry=entry())

    assert Obligation.objects.count() == 0


def test_an_administrator_of_another_root_or_of_a_unit_below_may_not(root, admin):
    commune = build.unit("Xã", under=root, kind=Kind.COMMUNE)
    below, elsewhere = build.clerk(commune, ADMIN), build.clerk(build.root("Tỉnh khác"), ADMIN)
    row = oblige(by=admin, at=build.NOW, root=root, entry=entry())

    for stranger, place in ((below, root), (below, commune), (elsewhere, root), (admin, commune)):
        with pytest.raises(PermissionDenied):
            oblige(by=stranger, at=build.NOW, root=place, entry=entry(Rhythm.NEVER))
        with pytest.raises(PermissionDenied):
            take_back(row, by=stranger, at=build.NOW, root=place, reason="Thử")

    assert owed(JULY) == [Rhythm.ONCE]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM guidance_obligation", "không được xóa"),
        ("UPDATE guidance_obligation SET rhythm = 'never', due_day = NULL", "sửa tại chỗ"),
    ],
)
def test_the_database_refuses_to_delete_or_change_a_row(statement, words):
    adopt_known()

    with (
        pytest.raises(IntegrityError, match=words),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_row_that_was_replaced_is_closed_for_good(root, admin):
    oblige(by=admin, at=build.NOW, root=root, entry=entry())
    oblige(by=admin, at=build.NOW, root=root, entry=entry(Rhythm.NEVER))

    with pytest.raises(IntegrityError, match="đã thay thế"), transaction.atomic():
        Obligation.objects.filter(superseded_at__isnull=False).update(superseded_at=None)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Theo 079123456789", "số căn cước"),
        ("Kế hoạch\0", "ký tự lạ"),
        ("Kế \x1b hoạch", "ký tự lạ"),
        ("\u200b", "Ghi căn cứ"),
        ("  ", "Ghi căn cứ"),
    ],
)
def test_a_source_refuses_what_every_text_of_a_record_refuses(root, admin, source, said):
    with pytest.raises(ValidationError) as refusal:
        oblige(by=admin, at=build.NOW, root=root, entry=entry(source=source))

    assert said in " ".join(refusal.value.message_dict["source"])
    assert not Obligation.objects.exists()


def test_a_source_is_kept_without_signs_that_nobody_sees(root, admin):
    row = oblige(by=admin, at=build.NOW, root=root, entry=entry(source="Kế\u200b  hoạch 1 "))

    assert row.source == "Kế hoạch 1"


@pytest.mark.parametrize("reason", ["nhầm 079123456789", "nhầm\0", "\u200b"])
def test_a_reason_to_take_back_is_a_text_like_every_other(root, admin, reason):
    row = oblige(by=admin, at=build.NOW, root=root, entry=entry())

    with pytest.raises(ValidationError):
        take_back(row, by=admin, at=build.NOW, root=root, reason=reason)

    assert Obligation.objects.get().superseded_at is None
