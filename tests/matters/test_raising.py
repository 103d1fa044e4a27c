"""A matter is raised once, says no name and no secret, and has a keeper within reach."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from lantoa.matters.models import MatterStep, RaisedMatter
from lantoa.matters.operations import raise_many, raise_matter
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build
from tests.matters.raised import DAY, TODAY, line, raised, raising

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


@pytest.fixture
def cell(commune):
    return build.unit("Chi bộ", under=commune)


def refused(raising):
    with pytest.raises(ValidationError) as refusal:
        raise_matter(by=build.recorder(), at=build.NOW, raising=raising)
    return refusal.value.message_dict


def test_a_cell_raises_a_matter_that_its_committee_keeps(commune, cell):
    matter = raised(cell, keeper=commune)

    found = line(matter)

    assert (found.matter, found.keeper, found.standing) == (matter, commune.pk, "quá hạn 38 ngày")
    told = Entry.objects.latest("pk")
    assert (told.deed, told.subject) == ("matters.raise", str(matter.uuid))


def test_sent_twice_it_is_one_matter(cell):
    once = raising(cell, key="k")
    first = raise_matter(by=build.recorder(), at=build.NOW, raising=once)
    again = raise_matter(by=build.recorder(), at=build.NOW, raising=raising(cell, key="k"))

    assert first.pk == again.pk
    assert (RaisedMatter.objects.count(), MatterStep.objects.count()) == (1, 1)


@pytest.mark.parametrize("more", [{"words": "Việc khác"}, {"due": date(2026, 10, 16)}])
def test_a_key_used_for_other_content_is_refused(cell, more):
    raised(cell, key="k")

    assert list(refused(raising(cell, key="k", **more))) == ["key"]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "x" * 1001,
        "Giấy tờ 089123456789 của người hỏi",
        "Giấy tờ số 123456789012",
        "TỐI MẬT - kế hoạch",
        "Báo cáo (Mật) về dân cư",
        "Độ mật: Mật",
        "TUYỆT MẬT",
    ],
)
def test_words_that_may_not_be_kept_here_are_refused_beside_their_box(cell, words):
    assert list(refused(raising(cell, words=words))) == ["words"]


@pytest.mark.parametrize(
    "words",
    [
        "x" * 1000,
        "Mật độ dân cư ấp Bắc cao, cần thêm điểm thu gom rác",
        "Hộ nuôi ong lấy mật xin vay vốn",
        "Phòng bỏ phiếu kín chưa bảo đảm bí mật",
        "BẢO VỆ BÍ MẬT phiếu kín",
        "Vay 1.795.000.000.000 đồng",
        "Số hồ sơ 1234567890123",
    ],
)
def test_ordinary_words_with_the_same_letters_are_kept(cell, words):
    assert raised(cell, words=words).words == words


def test_a_day_to_come_a_due_day_before_it_and_an_unknown_sort_are_refused(cell):
    wrong = raising(cell, on=TODAY + timedelta(days=1), due=TODAY, sort="rumour")

    assert sorted(refused(wrong)) == ["due", "raised_on", "sort"]


def test_the_day_itself_may_be_the_due_day(cell):
    assert line(raised(cell, due=DAY)).step.due == DAY


def test_a_unit_may_turn_to_all_of_its_commune_and_those_above_and_no_other(commune, cell):
    province = build.unit("Tỉnh khác")
    office = build.unit("UBND", under=commune, kind=Kind.GOVERNMENT)
    beside = build.unit("Xã bên", under=build.unit("Tỉnh ba"), kind=Kind.COMMUNE)

    assert line(raised(cell, keeper=office)).keeper == office.pk
    for stranger in (province, beside):
        assert list(refused(raising(cell, keeper=stranger))) == ["keeper"]


def test_a_unit_that_was_not_at_work_that_day_raised_nothing(commune):
    young = build.unit("Chi bộ mới", under=commune, on=date(2026, 10, 6))

    assert list(refused(raising(young, on=date(2026, 10, 5)))) == ["raised_on"]
    assert raised(young, on=date(2026, 10, 6))


def test_who_may_not_record_at_a_unit_raises_nothing_there(commune, cell):
    stranger = build.clerk(build.unit("Chi bộ khác", under=commune))

    with pytest.raises(PermissionDenied):
        raise_matter(by=stranger, at=build.NOW, raising=raising(cell))


def test_several_are_raised_all_or_none(cell):
    with pytest.raises(ValidationError):
        raise_many(
            by=build.recorder(), at=build.NOW, raisings=[raising(cell), raising(cell, words="")]
        )

    assert not RaisedMatter.objects.exists()
