"""What the commands answer: units, figures and reports of the demonstration."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.figures.tree import Tree
from lantoa.records.meetings import measures as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.sums import Scope, Wanted
from lantoa.records.record.sums import counted as counted_of
from lantoa.tally.queries import sheet
from lantoa.units.queries import find_unit, tree_on

pytestmark = pytest.mark.usefixtures("demonstration")


def figures(unit: str, first: str, last: str, *more: str) -> dict:
    out = StringIO()
    call_command(
        "figures", "--unit", unit, "--from", first, "--to", last, "--json", *more, stdout=out
    )
    return json.loads(out.getvalue())


def test_units_are_found_without_marks():
    out = StringIO()

    call_command("units", "thoai son", stdout=out)

    found = out.getvalue()
    assert "894" in found
    assert "Đảng bộ huyện Thoại Sơn" in found
    assert "đến 30/6/2025; nay tính vào: Đảng bộ tỉnh An Giang [91]" in found
    assert "30682" in found
    assert "từ 1/7/2025" in found


def test_an_unknown_name_is_answered_in_words():
    with pytest.raises(CommandError, match="Không có đơn vị nào"):
        call_command("units", "không có ở đâu")


def test_the_figures_of_thoai_son_stand_beside_the_published_ones():
    answer = figures("894", "2021-05-18", "2024-06-30")

    measures = answer["measures"]
    assert measures["meetings.held"]["total"] == 956
    assert measures["meetings.members"]["total"] == 17489
    assert measures["meetings.present_of_invited"]["share"] == "99,34%"
    quoted = {(row["measure"], row["published_written"]): row for row in answer["quoted"]}
    assert quoted["meetings.members", "17.939"]["difference"] == 450
    assert quoted["meetings.held", "956"]["agrees"] is True
    assert quoted["meetings.present_of_invited", "99,34%"]["computed_written"] == "99,34%"
    for printed in ("99,75%", "98,1%"):
        assert quoted["meetings.present_of_invited", printed]["computed"] is None
    assert len(answer["coverage"]["meetings"]["said_nothing"]) == 17


def test_schools_are_computed_beside_the_published_share():
    answer = figures("894.UBND", "2023-01-01", "2023-12-31")

    schools = answer["measures"]["indicators.national-standard-schools"]
    assert (schools["own"], schools["share"]) == (54, "80,60%")
    quoted = next(row for row in answer["quoted"] if row["published_written"] == "80,59%")
    assert (quoted["computed_written"], quoted["difference_written"]) == ("80,60%", "0,01%")


def test_the_organisations_of_an_phu_are_counted_on_the_chart():
    answer = figures("886", "2022-06-30", "2022-06-30")

    own = {code: line["own"] for code, line in answer["measures"].items()}
    parts = [own[f"units.{part}"] for part in ("bases", "communes", "cells")]
    assert (own["units.organisations"], parts) == (58, [7, 14, 37])
    assert answer["measures"]["units.base_cells"]["total"] == 238
    on_chart = [row for row in answer["quoted"] if (row["measure"] or "").startswith("units.")]
    assert len(on_chart) == 5
    assert all(row["agrees"] for row in on_chart)


def test_the_works_of_my_thanh_come_to_three_amounts():
    answer = figures("30304", "2021-05-18", "2023-05-31")

    total = 3_700_000_000 + 1_795_000_000 + 1_629_000_000
    assert answer["measures"]["works.money"]["total"] == total
    assert answer["measures"]["meetings.held"]["total"] is None
    assert answer["measures"]["meetings.nonmembers"]["total"] == 256


@pytest.mark.parametrize("code", ["30682", "30688", "30685", "30697", "30709", "30691"])
def test_no_commune_of_today_shows_what_the_old_district_did(code):
    answer = figures(f"{code}@2025-07-02", "2021-05-18", "2024-06-30", "--chart", "2025-07-02")

    assert answer["measures"]["meetings.held"]["total"] is None


def test_the_province_shows_it_in_the_line_of_the_former_district():
    answer = figures("91@2025-07-02", "2021-05-18", "2024-06-30", "--chart", "2025-07-02")

    below = {row["name"]: row["total"] for row in answer["measures"]["meetings.held"]["below"]}
    assert below["Đảng bộ huyện Thoại Sơn (đến 30/6/2025)"] == 956


@pytest.mark.parametrize("day", [date(2021, 1, 1), date(2025, 6, 30), date(2025, 7, 2)])
def test_each_unit_s_total_is_its_own_plus_its_children_s_on_every_chart(day):
    period, tree = Period(date(2021, 1, 1), date(2026, 10, 31)), tree_on(day)
    wanted = Wanted([Scope(tree.parents, period)])
    rolled = tree.roll_up(counted_of(Meeting, meetings.MEASURES, wanted).own[0])

    root = find_unit("VN").pk
    provinces = tree.children[root]
    for unit in [root, *provinces, *(u for p in provinces for u in tree.children.get(p, ()))]:
        counted = sheet(Question(unit=unit, period=period, chart=day))
        for place, measure in enumerate(meetings.MEASURES):
            line = counted.lines[measure.code]
            assert line.total == rolled.get(unit, [None] * 40)[place]
            parts = [line.own, *line.below.values()]
            assert line.total == (
                sum(p for p in parts if p) if any(p is not None for p in parts) else None
            )


def test_the_first_of_july_changes_no_total_of_the_whole():
    period, root = Period(date(2021, 1, 1), date(2024, 12, 31)), find_unit("VN").pk

    before = sheet(Question(unit=root, period=period, chart=date(2025, 6, 30)))
    after = sheet(Question(unit=root, period=period, chart=date(2025, 7, 1)))

    flows = [code for code in before.lines if code.startswith(("meetings.", "works."))]
    assert {code: before.total(code) for code in flows} == {
        code: after.total(code) for code in flows
    }
    assert before.total("meetings.held") == 1029


def test_a_code_that_two_units_have_borne_is_refused_with_the_choices():
    with pytest.raises(CommandError) as refusal:
        call_command("figures", "--unit", "30682", "--from", "2025-01-01", "--to", "2025-12-31")

    assert "30682@2020-08-01  Đảng bộ thị trấn Núi Sập" in str(refusal.value)
    assert "30682@2025-07-01  Đảng bộ xã Thoại Sơn" in str(refusal.value)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--unit", "khong-co", "--from", "2025-01-01", "--to", "2025-12-31"], "Không có đơn vị"),
        (["--unit", "894", "--from", "mai", "--to", "2025-12-31"], "Không đọc được ngày “mai”"),
        (["--unit", "894", "--from", "2025-01-01", "--to", "9999-12-31"], "từ 1930 đến 2200"),
        (["--unit", "894", "--from", "2025-12-31", "--to", "2025-01-01"], "Ngày cuối kỳ"),
    ],
)
def test_what_is_asked_wrongly_is_answered_in_words(words, message):
    with pytest.raises(CommandError, match=message):
        call_command("figures", *words)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_report_command_writes_the_file(tmp_path, kind):
    out = tmp_path / "sub" / f"bao-cao.{kind}"

    call_command("report", "--unit", "894", "--from", "2021-05-18", "--to", "2024-06-30",
                 "--out", str(out), stdout=StringIO())  # fmt: skip

    assert out.read_bytes()[:2] == b"PK"


def test_a_report_of_another_kind_is_refused(tmp_path):
    with pytest.raises(CommandError, match=r"\.docx"):
        call_command("report", "--unit", "894", "--from", "2021-05-18", "--to", "2024-06-30",
                     "--out", str(tmp_path / "bao-cao.pdf"))  # fmt: skip


def test_every_unit_is_on_each_chart_exactly_once():
    for day in (date(2019, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1)):
        tree: Tree = tree_on(day)

        assert len(tree.downward) == len(set(tree.downward)) == len(tree.parents)


def test_figures_that_cross_the_change_name_its_resolutions():
    asked = ("91@2025-07-01", "2025-01-01", "2025-12-31")
    out = StringIO()
    unit, first, last = asked

    call_command("figures", "--unit", unit, "--from", first, "--to", last, stdout=out)
    answer = figures(*asked)["reorganised"]

    documents = [each["document"] for each in answer["decisions"]]
    assert documents == [
        "1654/NQ-UBTVQH15 (và 202/2025/QH15 ngày 12/6/2025) "
        "ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"
    ]
    assert len(answer["divided"]) == 3
    for each in (*answer["divided"], *documents):
        assert each in out.getvalue()
    assert "Học tập, quán triệt, sinh hoạt: 0/" in out.getvalue()
    assert " đơn vị phải ghi đã ghi; chưa ghi: " in out.getvalue()
    assert figures("894", "2021-05-18", "2024-06-30")["reorganised"] == {
        "decisions": [], "divided": [], "former_districts": [],
    }  # fmt: skip
