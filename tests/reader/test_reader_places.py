"""Where a figure belongs: its measure, its unit and its period, with the reason."""

from datetime import date

import pytest

from lantoa.figures.charted import MEMBERS, ON_CHART
from lantoa.figures.period import Period
from lantoa.reader.models import Synonym
from lantoa.reader.places import (
    KnownUnits,
    Sureness,
    Vocabulary,
    day_of,
    named_in,
    period_named,
    proposals,
)
from lantoa.reader.places.measures import rules
from lantoa.reader.queries.reading import known_units, learned_under
from lantoa.reading import figures_in
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Kind
from tests import build, decide

pytestmark = pytest.mark.django_db
MEASURES = {m.code: m for kind in kinds() for m in kind.counted.sums}
MEASURES |= {m.code: m for m in (*ON_CHART, MEMBERS)}
TODAY = date(2026, 11, 22)


@pytest.fixture
def province():
    return build.unit("Đảng bộ tỉnh Thử")


@pytest.fixture
def commune(province):
    return build.unit("Đảng bộ xã Vĩnh Trạch", under=province, kind=Kind.COMMUNE)


def proposed(text, *, home, learned=None, day=TODAY):
    units = known_units(home, day=day, today=TODAY)
    ground = Vocabulary(MEASURES, learned or {})
    return proposals(text, figures_in(text), day=day, units=units, ground=ground)


def test_every_rule_names_a_measure_that_there_is():
    assert {rule.measure for rule in rules()} <= set(MEASURES)


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Mở 12 hội nghị học tập nghị quyết.", "meetings.held"),
        ("Có 345 lượt đảng viên dự học.", "meetings.members"),
        ("Có 45 lượt quần chúng dự học tập.", "meetings.nonmembers"),
        ("Các chi bộ có 36 buổi sinh hoạt chuyên đề.", "meetings.cell_thematic"),
        ("Tổ chức 4 buổi tọa đàm.", "meetings.talks"),
        ("Hội nghị quán triệt có 98,5% đảng viên tham gia.", "meetings.present_of_invited"),
        ("Cất 7 căn nhà tình nghĩa.", "works.houses_gratitude"),
        ("Cất 7 căn nhà.", "works.houses"),
        ("Nâng cấp 2,5 km đường nông thôn.", "works.roads"),
        ("Nạo vét 900 mét kênh.", "works.canals"),
        ("Tặng 1.200 suất quà.", "works.gifts"),
        ("Công trình trị giá 960 triệu đồng.", "works.money"),
        ("Giúp 40 hộ cận nghèo.", "works.near_poor_households"),
        ("Đảng bộ có 31 chi bộ trực thuộc.", "units.cells"),
        ("Thi hành kỷ luật 3 đảng viên.", ""),
        ("Tổ chức 6 hội nghị sơ kết.", ""),
        ("Thu nhập bình quân đạt 73 triệu đồng.", ""),
    ],
)
def test_the_measure_follows_from_the_words(province, sentence, measure):
    found = proposed(sentence, home=province)[0].measure

    assert (found.value.code if found.value else "") == measure
    assert found.words


def test_what_was_confirmed_before_comes_before_our_own_words(province):
    learned = {("căn nhà", "house"): ("works.lots", 3)}

    found = proposed("Cất 7 căn nhà.", home=province, learned=learned)[0].measure

    assert (found.value.code, found.sure) == ("works.lots", Sureness.SURE)
    assert found.words == "“căn nhà” đã được xác nhận như vậy 3 lần"


def test_words_that_were_confirmed_to_mean_nothing_of_ours_propose_nothing(province):
    found = proposed("Cất 7 căn nhà.", home=province, learned={("căn nhà", "house"): ("", 1)})[0]

    assert found.measure.value is None


def test_what_is_learned_stays_under_its_root(province):
    other = build.unit("Đảng bộ tỉnh Khác")
    Synonym.objects.create(
        home=other.home, phrase="căn nhà", counted="house", measure="works.lots", at=build.NOW
    )

    assert learned_under(province) == {}
    assert learned_under(other) == {("căn nhà", "house"): ("works.lots", 1)}


def test_a_unit_named_in_the_sentence_comes_before_the_one_named_most(province, commune):
    build.unit("Chi bộ ấp Đông", under=commune)
    text = "Xã Vĩnh Trạch cất 2 căn nhà. Chi bộ ấp Đông tặng 5 suất quà. Xã Vĩnh Trạch. Có 3 lớp."

    units = [each.unit for each in proposed(text, home=province)]

    assert [each.value.name for each in units] == [
        "Đảng bộ xã Vĩnh Trạch",
        "Chi bộ ấp Đông",
        "Đảng bộ xã Vĩnh Trạch",
    ]
    assert [each.sure for each in units] == [Sureness.SURE, Sureness.SURE, Sureness.LIKELY]


def test_units_are_looked_for_on_the_chart_of_the_document_s_day(province, commune):
    decide.close(commune, into=province, on=date(2025, 7, 1))
    build.unit("Đảng bộ xã Vĩnh Trạch", under=province, kind=Kind.COMMUNE, on=date(2025, 7, 1))
    text = "Xã Vĩnh Trạch cất 2 căn nhà."

    then, now = (proposed(text, home=province, day=date(y, 6, 1))[0].unit for y in (2024, 2026))

    assert then.value.pk == commune.pk
    assert now.value.pk != commune.pk
    assert (now.value.name, now.sure) == ("Đảng bộ xã Vĩnh Trạch", Sureness.SURE)


def test_a_unit_that_has_ended_is_known_by_a_name_that_no_other_bears(province, commune):
    decide.close(commune, into=province, on=date(2025, 7, 1))

    unit = proposed("Xã Vĩnh Trạch cất 2 căn nhà.", home=province)[0].unit

    assert (unit.value.pk, unit.sure) == (commune.pk, Sureness.LIKELY)
    assert unit.words == "câu này nêu “Đảng bộ xã Vĩnh Trạch (đến 30/6/2025)”"


def test_a_name_that_two_units_bear_names_neither(province):
    for name in ("Một", "Hai"):
        above = build.unit(f"Đảng bộ xã {name}", under=province, kind=Kind.COMMUNE)
        build.unit("Chi bộ ấp Đông", under=above)
    units = known_units(province, day=TODAY, today=TODAY)

    found = [unit.name for _, unit in named_in("Chi bộ ấp Đông, xã Hai họp.", units)]

    assert found == ["Đảng bộ xã Hai"]


def test_units_of_others_are_not_known(province):
    build.unit("Đảng bộ tỉnh Khác")
    units = known_units(province, day=TODAY, today=TODAY)

    assert isinstance(units, KnownUnits)
    assert not list(named_in("Tỉnh Khác có 3 chi bộ.", units))


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("quý II/2026", Period.months(2026, 4, 6)),
        ("6 tháng đầu năm 2026", Period.months(2026, 1, 6)),
        ("6 tháng cuối năm 2026", Period.months(2026, 7, 12)),
        ("tháng 3/2026", Period.months(2026, 3, 3)),
        ("năm 2023", Period.year(2023)),
        ("2021-2025", Period(date(2021, 1, 1), date(2025, 12, 31))),
        ("từ 18/5/2021 đến 30/6/2024", Period(date(2021, 5, 18), date(2024, 6, 30))),
        ("từ 31/2/2021 đến 30/6/2024", None),
        ("15 tháng đầu năm 2026", None),
        ("xưa nay", None),
    ],
)
def test_periods_are_read_as_they_are_written(words, period):
    assert period_named(words) == period


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thoại Sơn, ngày 05 tháng 7 năm 2024\nBáo cáo", date(2024, 7, 5)),
        ("(Báo thử 5/7/2024) Xã mở 12 hội nghị", date(2024, 7, 5)),
        ("Ngày 31/2/2024 không có; 1/3/2024 thì có", date(2024, 3, 1)),
        ("Năm 2023 mở 12 hội nghị", None),
        ("Kết quả từ 18/5/2021 đến 30/6/2024. Theo Chỉ thị số 05, ngày 15/5/2016", None),
        ("Quán triệt văn bản ngày 18/5/2021 của cấp trên. Đăng ngày 2/3/2024", date(2024, 3, 2)),
    ],
)
def test_the_day_of_a_document_is_the_one_that_it_writes(text, day):
    assert day_of(text) == day


def test_a_figure_without_a_period_takes_that_of_the_document(province):
    text = "Báo cáo từ 1/1/2026 đến 31/10/2026\nCất 2 căn nhà. Năm 2025 cất 3 căn nhà. "

    periods = [each.period for each in proposed(text, home=province)]

    assert [str(each.value) for each in periods] == ["từ 1/1/2026 đến 31/10/2026", "năm 2025"]
    assert [each.sure for each in periods] == [Sureness.LIKELY, Sureness.SURE]
