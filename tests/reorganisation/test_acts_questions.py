"""Before a decision is approved or undone, everything that refers to its units is asked about."""

import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from python_calamine import load_workbook

from lantoa.acts.drafting import draft, drop, planned, simulate
from lantoa.acts.models import Act
from lantoa.acts.reversing import reverse
from lantoa.acts.simulation import simulation
from lantoa.acts.steps import Sort, Step
from lantoa.intake.texts.text import Text
from lantoa.people.models import Card
from lantoa.posts.models import Post
from lantoa.posts.operations import cancel_cards, issue_cards
from lantoa.reader.models import Finding, Reading
from lantoa.reader.operations.deciding import skip
from lantoa.reader.operations.opening import Submission, forget, open_reading
from lantoa.reading import figures_in
from lantoa.reorganisation.queries.matters import before_ending, before_undoing
from lantoa.units.models import Unit
from tests import build
from tests.acts.acts import DAY, drafted, heading, passed
from tests.reorganisation.pages import page, sign_in, text

pytestmark = pytest.mark.django_db
BEFORE = date(2025, 6, 1)
STORY = "Năm 2024, xã đã tổ chức 12 buổi học tập với 340 lượt đảng viên dự."


@pytest.fixture
def act(land):
    """A decision, tried but not approved, that merges the first commune into a new one."""
    act = drafted(merge(land.communes[0], land, "30999"))
    simulate(act, by=act.author, at=build.NOW)
    act.refresh_from_db()
    return act


def merge(unit, land, code):
    more = {"name": f"Xã {code}", "parent": land.province.pk}
    return [Step(sort=Sort.MERGE, unit=unit.pk, code=code, **more)]


def told(act):
    """Return what is found, by the first words of the question."""
    found = simulation(planned(act), questions=before_ending(act)).matters
    return {question.title.split(",")[0]: [each.words for each in rows] for question, rows in found}


def read(unit, words=STORY, sort=Reading.Sort.PUBLISHED, title="Bài báo"):
    paper = Submission(text=Text(words), sort=sort, title=title, source="Báo", day=date(2025, 1, 1))
    return open_reading(paper, unit=unit, by=build.recorder(), at=build.NOW)


def test_where_nothing_refers_to_the_units_nothing_is_told(land, act):
    read(land.communes[1])
    drafted([Step(sort=Sort.RENAME, unit=land.communes[2].pk, name="Xã Khác")])
    issue_cards(units=[land.communes[1]], by=build.person(), at=build.NOW, on=BEFORE)

    assert told(act) == {}


def test_a_document_with_undecided_figures_is_told_until_each_is_decided(land, act):
    reading = read(land.communes[0])
    figures = [each for each in figures_in(STORY) if each.unit != "year_count"]
    asked = "Tài liệu đang đọc dở ở đơn vị kết thúc"

    assert told(act)[asked] == [f"“Bài báo”: còn {len(figures)} số chưa quyết định"]
    for left in reversed(range(len(figures))):
        skip(reading, figures[left], by=build.recorder(), at=build.NOW)
        assert (asked in told(act)) is bool(left)
    assert Finding.objects.count() == len(figures) == 2


def test_a_report_of_our_own_is_told_until_its_text_is_deleted(land, act):
    reading = read(land.communes[0], sort=Reading.Sort.OWN, title="Dự thảo")

    assert [*told(act).values()] == [["báo cáo đang đối chiếu: “Dự thảo”"]]
    forget(reading, by=build.recorder(), at=build.NOW)
    assert told(act) == {}


def test_another_decision_about_the_same_units_is_told_before_either_is_approved(land, act):
    other = drafted([Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="Xã Khác")])
    words = f"quyết định đang soạn: {other}, có hiệu lực từ 1/7/2025"

    assert told(act) == {"Quyết định khác chưa duyệt nêu cùng đơn vị": [words]}
    assert len(told(other)) == 1


@pytest.mark.parametrize("part", ["unit", "parent", "into", "successor", "receives"])
def test_a_unit_is_named_by_a_decision_in_whatever_part(land, act, part):
    cell, first = land.cells[0][0], land.communes[0]
    other = {
        "unit": Step(sort=Sort.MOVE, unit=first.pk, parent=land.neighbour.pk),
        "parent": Step(sort=Sort.MOVE, unit=land.cells[1][0].pk, parent=first.pk),
        "into": Step(sort=Sort.MERGE, unit=land.communes[1].pk, into=first.pk),
        "successor": Step(sort=Sort.CLOSE, unit=land.communes[1].pk, successor=first.pk),
        "receives": Step(sort=Sort.SPLIT, unit=land.communes[1].pk, into=land.communes[2].pk,
                         receives=(cell.pk,)),
    }  # fmt: skip
    drafted([other[part]])

    assert [*told(act)] == ["Quyết định khác chưa duyệt nêu cùng đơn vị"]


def test_a_decision_about_a_unit_that_only_follows_is_told_too(land, act):
    drafted([Step(sort=Sort.RENAME, unit=land.cells[0][0].pk, name="Chi bộ Khác")])

    assert [*told(act)] == ["Quyết định khác chưa duyệt nêu cùng đơn vị"]


def test_an_approved_decision_that_holds_later_is_told(land, act):
    later = passed(
        [Step(sort=Sort.RENAME, unit=land.cells[0][0].pk, name="Chi bộ Mới")], on=date(2026, 1, 1)
    )
    passed([Step(sort=Sort.RENAME, unit=land.cells[0][1].pk, name="Chi bộ Cũ")], on=BEFORE)

    assert [*told(act).values()] == [[f"quyết định đã duyệt: {later}, có hiệu lực từ 1/1/2026"]]
    reverse(later, reason="thử", by=build.person(), at=build.NOW)
    assert told(act) == {}


def test_cards_that_are_out_are_told_until_they_are_cancelled(land, act):
    clerk, cards = build.person(), "Thẻ điện thoại của đơn vị kết thúc"
    more = {"units": [land.communes[0]], "by": clerk, "at": build.NOW}
    issue_cards(on=BEFORE, **more)

    assert told(act) == {cards: ["thẻ điện thoại cấp ngày 22/11/2026, chưa dùng lần nào"]}
    Card.objects.update(first_used_at=build.NOW)
    assert told(act) == {cards: ["thẻ điện thoại cấp ngày 22/11/2026, đã dùng"]}
    cancel_cards(on=DAY, **more)
    assert told(act) == {}


def test_posts_of_people_are_told_apart_from_cards(land, act):
    build.clerk(land.communes[0], name="Bà Sáu")
    issue_cards(units=[land.communes[0]], by=build.person(), at=build.NOW, on=BEFORE)

    found = told(act)

    assert found["Nhiệm vụ từ ngày có hiệu lực"] == ["nhiệm vụ của Bà Sáu từ ngày 1/1/2000"]
    assert len(found) == 2


def test_the_page_and_its_spreadsheet_show_each_with_what_to_do(client, land, act):
    read(land.communes[0])
    drafted([Step(sort=Sort.RENAME, unit=land.communes[0].pk, name="Xã Khác")])
    issue_cards(units=[land.communes[0]], by=build.person(), at=build.NOW, on=BEFORE)
    sign_in(client, build.clerk(land.province, Post.Right.ADMIN))

    shown = text(client.get(page("act", land.province, act.uuid)))
    file = client.get(page("outcome", land.province, act.uuid)).content
    sheets = load_workbook(io.BytesIO(file))

    cells = " ".join(
        str(cell)
        for name in sheets.sheet_names
        for row in sheets.get_sheet_by_name(name).to_python()
        for cell in row
    )
    for words in (
        "“Bài báo”: còn 2 số chưa quyết định",
        "Hãy quyết định xong từng số trước ngày có hiệu lực",
        "quyết định đang soạn",
        "Hãy thống nhất nội dung và ngày của hai quyết định trước.",
        "thẻ điện thoại cấp ngày 22/11/2026",
        "rồi hủy thẻ cũ.",
    ):
        assert words in shown
        assert words in cells


def reversal_says(client, land, act):
    sign_in(client, build.clerk(land.province, Post.Right.ADMIN))
    return text(client.get(page("reverse", land.province, act.uuid)))


@pytest.fixture
def opened(land) -> tuple[Act, Unit]:
    act = passed(merge(land.communes[0], land, "30999"))
    return act, act.steps.get().formed


def test_an_undecided_document_stands_in_the_way_of_undoing(client, land, opened):
    act, unit = opened
    read(unit)

    assert "Xã 30999: “Bài báo”: còn 2 số chưa quyết định" in reversal_says(client, land, act)


def test_a_draft_that_names_a_unit_stands_in_the_way_of_undoing_what_opened_it(
    client, land, opened
):
    act, unit = opened
    steps = [Step(sort=Sort.RENAME, unit=unit.pk, name="Xã Khác")]
    later = draft(heading=heading(date(2026, 1, 1)), steps=steps, by=build.person(), at=build.NOW)
    about_others = [Step(sort=Sort.RENAME, unit=land.communes[1].pk, name="Xã Khác")]

    said = reversal_says(client, land, act)
    assert f"Xã 30999: quyết định đang soạn: {later}, có hiệu lực từ 1/1/2026" in said
    with pytest.raises(ValidationError, match="đang soạn"):
        reverse(act, reason="thử", by=build.person(), at=build.NOW, questions=before_undoing())
    drop(later, by=build.person(), at=build.NOW)
    drafted(about_others)
    reverse(act, reason="thử", by=build.person(), at=build.NOW, questions=before_undoing())
