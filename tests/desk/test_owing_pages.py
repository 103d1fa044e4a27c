"""Who has said nothing, on the first page and in its list: only units that owe a kind of record."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from lantoa.figures.period import Period
from lantoa.guidance.operations import adopt_known
from lantoa.posts.models import Post
from lantoa.records.record.models import NothingHappened
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
PASSWORD = "lantoa.people.access.PasswordSignIn"
YEAR = "?from=2025-01-01&to=2025-12-31"
SPRING = date(2025, 3, 10)


@pytest.fixture(autouse=True)
def _known():
    adopt_known()


@pytest.fixture
def commune():
    return build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE)


@pytest.fixture
def cells(commune):
    build.unit("Ấp Đông", under=commune, kind=Kind.NEIGHBOURHOOD)
    return [build.unit(f"Chi bộ ấp {name}", under=commune) for name in ("Đông", "Tây", "Nam")]


@pytest.fixture
def desk(client, commune):
    client.force_login(build.clerk(commune), backend=PASSWORD)
    return client


def silent(desk, commune, kind="meetings", query=YEAR):
    return desk.get(reverse("desk:silent", args=[commune.uuid, kind]) + query)


def words(answer):
    return " ".join(answer.content.decode().split())


def say_nothing(desk, one, period, **more):
    days = {"first_day": period.first.isoformat(), "last_day": period.last.isoformat()}
    return desk.post(one.nothing_url, {"key": str(one.key), **days, **more})


def test_the_first_page_counts_only_who_owes_it(desk, commune, cells):
    build.meeting(at=cells[0], on=SPRING)

    shown = words(desk.get(reverse("desk:unit", args=[commune.uuid]) + YEAR))

    assert "3 đơn vị chưa ghi buổi nào</a> trong số 4 đơn vị phải ghi." in shown
    assert "từ 1 đơn vị; <b>3 trong 4 đơn vị phải ghi chưa ghi</b>" in shown
    assert "chưa ghi việc nào</a>" not in shown


def test_the_first_page_tells_who_had_nothing_to_record(desk, commune, cells):
    say_nothing(desk, silent(desk, commune).context["page"][0], Period.year(2025))

    shown = words(desk.get(reverse("desk:unit", args=[commune.uuid]) + YEAR))

    assert "1 đơn vị báo không phát sinh." in shown


def test_the_list_names_who_owes_and_recorded_nothing(desk, commune, cells):
    build.meeting(at=cells[0], on=SPRING)
    school = build.unit("Trường Tiểu học", under=commune, kind=Kind.SCHOOL)
    build.meeting(at=school, on=SPRING)

    answer = silent(desk, commune)

    named = [each.unit.name for each in answer.context["page"]]
    assert named == ["Chi bộ ấp Nam", "Chi bộ ấp Tây", "Đảng bộ xã Thử"]
    assert "1/4 đơn vị phải ghi đã ghi" in words(answer)
    assert "1 đơn vị khác có ghi mà không phải ghi" in words(answer)


def test_one_tap_in_the_list_says_that_nothing_happened_and_comes_back(desk, commune, cells):
    answer = silent(desk, commune)
    one, back = answer.context["page"][0], answer.context["request"].get_full_path()

    done = say_nothing(desk, one, Period.year(2025), back=back)

    assert done.url == back
    shown = desk.get(back)
    assert one.unit.name not in [each.unit.name for each in shown.context["page"]]
    assert "Đã báo không phát sinh" in words(shown)
    assert "Bỏ lời báo này" in words(shown)
    assert NothingHappened.objects.get().unit_id == one.unit.pk


def test_of_a_period_that_still_runs_it_is_said_up_to_today(desk, commune, cells):
    today = localdate()
    query = f"?from={today - timedelta(days=9)}&to={today + timedelta(days=9)}"

    answer = silent(desk, commune, query=query)

    assert answer.context["spoken_of"] == Period(today - timedelta(days=9), today)


def test_who_recorded_and_still_misses_months_is_named_with_them(desk, commune, cells):
    build.meeting(at=cells[0], on=SPRING, sort="regular")

    (row,) = silent(desk, commune).context["missing"]

    assert row.unit.name == "Chi bộ ấp Đông"
    assert row.months.startswith("1/2025, 2/2025, 4/2025")


def test_no_button_is_offered_that_would_be_refused(desk, commune, cells):
    build.meeting(at=cells[0], since=date(2024, 12, 30), on=date(2025, 1, 2))
    build.unit("Chi bộ ấp Mới", under=commune, on=date(2025, 6, 1))

    answer = silent(desk, commune)
    for one in answer.context["page"]:
        say_nothing(desk, one, one.period)

    assert silent(desk, commune).context["page"].object_list == []
    assert {each.first_day for each in NothingHappened.objects.all()} == {
        date(2025, 1, 1),
        date(2025, 6, 1),
    }


def test_who_recorded_only_what_the_period_cuts_is_told_with_the_record(desk, commune, cells):
    held = build.meeting(at=cells[0], since=date(2024, 12, 30), on=date(2025, 1, 2))

    answer = silent(desk, commune)

    (one,) = answer.context["cut"]
    assert one.unit.name == "Chi bộ ấp Đông"
    assert [each["url"] for each in one.records] == [reverse("meetings:show", args=[held.uuid])]
    assert "không nằm trọn trong kỳ" in words(answer)
    assert "1/4 đơn vị phải ghi đã ghi" in words(answer)


def test_a_kind_that_nobody_owes_says_so(desk, commune, cells):
    assert "không đơn vị nào ở đây phải ghi mục này" in words(silent(desk, commune, "works"))


def test_where_everybody_has_spoken_it_says_so(desk, commune):
    build.meeting(at=commune, on=SPRING)

    assert "Mọi đơn vị phải ghi đều đã ghi" in words(silent(desk, commune))


@pytest.mark.parametrize("kind", ["castles", "units", "quotations"])
def test_what_is_no_counted_kind_is_refused(desk, commune, kind):
    assert silent(desk, commune, kind).status_code == 403


def test_who_may_only_look_gets_no_button(client, commune, cells):
    client.force_login(build.clerk(commune, Post.Right.VIEW), backend=PASSWORD)

    shown = words(silent(client, commune))

    assert "Chi bộ ấp Nam" in shown
    assert "Kỳ này không phát sinh" not in shown
