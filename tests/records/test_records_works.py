"""Works: a joint cost counted once, sorts and classes of the lists, who discussed and watched."""

from datetime import date
from itertools import count

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from lantoa.figures.period import Period
from lantoa.records.record.entry import InDoubt, Refused, changed, digest_of
from lantoa.records.record.models import DatedStep
from lantoa.records.record.operations import STEPS
from lantoa.records.record.sums import Scope, Wanted
from lantoa.records.works.measures import COUNTED
from lantoa.records.works.models import BeneficiaryClass, Work, WorkSort
from lantoa.records.works.operations import DONE, adopt_known
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)
NUMBERS = count(1)


@pytest.fixture
def commune():
    adopt_known()
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


@pytest.fixture
def desk(client, commune):
    client.force_login(build.clerk(commune))
    return client


def asked(unit, **more):
    number = next(NUMBERS)
    said = {"key": f"w{number}", "sort": "road", "title": f"Đường số {number}"} | more
    return Work(unit=unit, first_day=DAY, last_day=DAY, **said)


def work(unit, **more):
    return DONE.record(by=build.recorder(), at=build.NOW, entry=asked(unit, **more))


def figures(unit):
    """Return what is known of a unit's works in 2026, by the code of the measure."""
    scope = Scope([unit.pk], Period.year(2026))
    found = COUNTED.count(COUNTED.measures(), Wanted([scope], together=scope))
    told = zip(COUNTED.measures(), found.together, strict=True)
    return {each.code.removeprefix("works."): n for each, n in told if n}


def refused(unit, **more):
    """Return the boxes beside which an entry is refused."""
    with pytest.raises(Refused) as refusal:
        work(unit, **more)
    return [each.field for each in refusal.value.problems]


def listed(model, code):
    return model.objects.get(code=code)


def page(client, row):
    return client.get(f"/cong-trinh/{row.uuid}/").content.decode()


def test_one_cost_for_two_works_counts_once_and_both_pages_say_so(desk, commune):
    canal = work(commune, title="San lấp kênh", unsplit_money=3_700_000_000, key="kenh")
    road = work(commune, title="Mở rộng đường", cost_at="kenh")

    assert figures(commune)["money"] == 3_700_000_000
    assert figures(commune)["done"] == 2
    assert "Kinh phí trên tính chung cho" in page(desk, canal)
    assert f"/cong-trinh/{road.uuid}/" in page(desk, canal)
    assert "Kinh phí tính chung ở" in page(desk, road)
    assert f"/cong-trinh/{canal.uuid}/" in page(desk, road)


def test_a_joint_cost_is_told_at_one_work_of_the_same_unit_that_tells_it_itself(commune):
    work(commune, key="kenh", unsplit_money=1)
    work(commune, key="duong", cost_at="kenh")
    elsewhere = build.unit("Xã khác", under=build.unit("Tỉnh khác"), kind=Kind.COMMUNE)
    work(elsewhere, key="xa")

    assert refused(commune, cost_at="kenh", people_money=5) == ["people_money"]
    assert refused(commune, cost_at="kenh", loan_money=5) == ["loan_money"]
    assert refused(commune, cost_at="duong") == ["cost_at"]
    assert refused(commune, cost_at="xa") == ["cost_at"]
    assert refused(commune, cost_at="khong-co") == ["cost_at"]
    assert refused(commune, key="minh", cost_at="minh") == ["cost_at"]
    work(commune, key="cau")
    bearer = Work.objects.get(key="kenh")
    with pytest.raises(Refused, match="tính chung kinh phí ở đây"):
        DONE.correct(
            bearer,
            entry=changed(bearer, unsplit_money=None, cost_at="cau"),
            by=build.recorder(),
            at=build.NOW,
            reason="thử",
        )


def test_every_source_is_in_the_sum_and_promises_and_goods_are_not(commune):
    work(
        commune,
        sort="house",
        house="unity",
        quantity=1,
        state_money=60,
        family_money=20,
        fund_money=30,
        loan_money=40,
        promised_money=500,
        goods="xi măng",
        goods_quantity=20,
        goods_in="bao",
        goods_value=700,
    )

    found = figures(commune)

    assert found["money"] == 150
    assert (found["family_money"], found["fund_money"], found["loan_money"]) == (20, 30, 40)
    assert (found["promised_money"], found["goods_value"]) == (500, 700)


def test_a_sort_of_the_list_has_a_measure_and_a_unit_of_its_own(desk, commune):
    row = work(commune, sort="other", other_sort=listed(WorkSort, "camera"), quantity=12)
    work(commune, sort="other", quantity=3)

    found = figures(commune)

    assert found["other_camera"] == 12
    assert "other_drain" not in found
    assert "12 mắt camera" in page(desk, row)
    assert "Camera an ninh" in page(desk, row)
    assert refused(commune, sort="road", other_sort=listed(WorkSort, "camera")) == ["other_sort"]


def test_classes_stand_without_numbers_and_independent_of_the_kind_of_house(desk, commune):
    classes = [listed(BeneficiaryClass, code) for code in ("near-poor", "landslide")]
    row = work(commune, sort="lot", quantity=29, classes=classes)
    work(commune, sort="house", house="gratitude", quantity=1, member_households=1)

    assert figures(commune)["member_households"] == 1
    assert "landslide_households" not in figures(commune)
    assert "Hộ cận nghèo; Hộ bị sạt lở" in page(desk, row)
    assert digest_of(row) != digest_of(changed(row, classes=classes[:1]))


def test_what_the_people_discussed_and_watched_is_counted(commune):
    work(
        commune,
        made="repaired",
        discussed_on=DAY,
        households_present=40,
        households_agreeing=38,
        supervised_on=DAY,
        supervised="pending",
    )
    work(commune, made="new", settled_on=DAY)

    found = figures(commune)

    assert {name: found[name] for name in ("discussed", "supervised", "pending", "settled")} == {
        "discussed": 1,
        "supervised": 1,
        "pending": 1,
        "settled": 1,
    }
    assert (found["new"], found["repaired"]) == (1, 1)


@pytest.mark.parametrize(
    ("wrong", "box"),
    [
        ({"households_present": 3, "households_agreeing": 4}, "households_agreeing"),
        ({"discussed_on": date(2999, 1, 1)}, "discussed_on"),
        ({"settled_on": date(2999, 1, 1)}, "settled_on"),
        ({"grant": "12/QĐ"}, "grant"),
        ({"selected_on": DAY}, "selected_on"),
        ({"area": -1}, "area"),
        ({"volunteers": -1}, "volunteers"),
        ({"family_money": -1}, "family_money"),
        ({"promised_money": -5}, "promised_money"),
        ({"phase": "x" * 61}, "phase"),
        ({"goods": "079204012345"}, "goods"),
        ({"made": "old"}, "made"),
        ({"supervised": "perhaps"}, "supervised"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_box(commune, wrong, box):
    assert refused(commune, **wrong) == [box]


def test_a_meeting_or_supervision_without_its_day_is_asked_about(commune):
    with pytest.raises(InDoubt, match="chưa ghi ngày họp dân"):
        work(commune, households_present=40)
    with pytest.raises(InDoubt, match="chưa ghi ngày giám sát"):
        work(commune, supervised="passed")


def test_the_stages_of_a_work_stand_beside_it_with_their_days(desk, commune):
    row = work(commune)
    for name, is_planned in (("begun", False), ("handed", True)):
        entry = DatedStep(
            key=f"b-{name}", unit=commune, record_kind="works", record=row.uuid, step=name,
            first_day=DAY, last_day=DAY, is_planned=is_planned,
        )  # fmt: skip
        STEPS.record(by=build.recorder(), at=build.NOW, entry=entry)

    shown = page(desk, row)

    assert "Khởi công" in shown
    assert "Bàn giao, đưa vào sử dụng" in shown


def test_the_page_says_of_what_few_works_tell_nothing_where_nobody_told(desk, commune):
    plain = page(desk, work(commune))

    for words in ("Diện tích", "Vốn vay", "Dân bàn, giám sát", "Hồ sơ nhà", "Hứa góp"):
        assert f"<h2>{words}" not in plain
        assert f"<dt>{words}" not in plain


def test_the_entry_is_sent_through_its_page_with_lists_and_a_joint_cost(desk, commune):
    work(commune, key="kenh", title="Nạo vét kênh", unsplit_money=9)
    address = f"/don-vi/{commune.uuid}/cong-trinh/ghi/"
    shown = desk.get(address)
    sent = {
        "key": shown.context["beside"]["key"].value(),
        "sort": "other",
        "other_sort": listed(WorkSort, "loudspeaker").pk,
        "title": "Cụm loa ấp 2",
        "last_day": "10/3/2026",
        "quantity": "2",
        "classes": [listed(BeneficiaryClass, "poor").pk],
        "cost_at": "kenh",
        "money_approximation": "exact",
        "occasion": "chào mừng 190 năm thành lập tỉnh",
    }

    wrong = desk.post(address, sent | {"area": "rộng"})
    done = desk.post(address, sent)

    assert "Nạo vét kênh" in shown.content.decode()
    assert wrong.status_code == 200
    assert "190 năm" in wrong.content.decode()
    assert done.status_code == 302
    row = Work.objects.get(title="Cụm loa ấp 2")
    assert (row.other_sort.code, row.cost_at) == ("loudspeaker", "kenh")
    assert [each.code for each in row.classes.all()] == ["poor"]


def test_the_list_asks_as_many_statements_however_many_works_there_are(desk, commune):
    address = f"/don-vi/{commune.uuid}/cong-trinh/"
    camera, poor = listed(WorkSort, "camera"), [listed(BeneficiaryClass, "poor")]
    work(commune, sort="other", other_sort=camera, classes=poor)
    counted = []
    for path in (address, f"{address}bang-tinh/"):
        desk.get(path)
        with CaptureQueriesContext(connection) as few:
            assert desk.get(path).status_code == 200
        counted.append((path, len(few)))
    for _ in range(6):
        work(commune, sort="other", other_sort=camera, classes=poor)
    for path, few in counted:
        with CaptureQueriesContext(connection) as many:
            desk.get(path)
        assert len(many) == few


@pytest.mark.parametrize("area", [None, 11])
def test_the_database_keeps_the_new_columns(commune, area):
    row = work(commune, area=10)

    with pytest.raises(IntegrityError), transaction.atomic():
        Work.objects.filter(pk=row.pk).update(area=area)
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkSort.objects.filter(code="camera").update(label="Khác")
