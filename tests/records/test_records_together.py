"""Records say with whom they were done and of which movements they are, and stay one record."""

import json
import re
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from python_calamine import CalamineWorkbook

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.keeping.operations.snapshot import one_moment
from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.posts.models import Post
from lantoa.records.record.entry import Refused, digest_of
from lantoa.records.record.models import PopularMovement, Tie, Ties
from lantoa.records.record.operations.adopting import adopt_known
from lantoa.records.record.operations.listing import add_row
from lantoa.records.works.models import Work
from lantoa.records.works.operations import DONE
from lantoa.reports.queries import Request, report
from lantoa.tally.queries import sheet
from lantoa.trail.guards import declared
from lantoa.units.models import Unit
from tests import build
from tests.records.answers import page, send, text, work

DAY, YEAR = date(2026, 3, 10), Period.year(2026)
BEFORE = "2:0c5FYexudChRr9nQtU2uddEXW4ILrmFP-cl0eDScrlU"
"""The digest that a work had before anything could be said of partners."""


@pytest.fixture(autouse=True)
def _lists():
    adopt_known()


@pytest.fixture
def partners(commune):
    return [
        build.unit(name, under=commune) for name in ("Đoàn phường", "Hội phụ nữ", "Hội nông dân")
    ]


def movement(code):
    return PopularMovement.objects.get(code=code)


def told(cell, **more):
    return Work(unit=cell, key="k", first_day=DAY, last_day=DAY, sort="road", title="Đường", **more)


def recorded(cell, **ties):
    return DONE.record(by=build.recorder(), at=build.NOW, entry=told(cell, ties=Ties.of(**ties)))


def done(unit, movement=""):
    return sheet(Question(unit.pk, YEAR, movement=movement)).total("works.done")


def test_an_entry_that_says_nothing_of_it_has_the_digest_it_always_had():
    unit = Unit(uuid=UUID("0a0b0c0d-0000-4000-8000-000000000001"))

    assert digest_of(told(unit)) == BEFORE
    assert digest_of(told(unit, ties=Ties.of())) == BEFORE
    assert digest_of(told(unit, ties=Ties.of(outside=["Chùa Phước Hậu"]))) != BEFORE


def test_a_work_with_three_partners_counts_once_for_the_unit_that_recorded_it(
    commune, cell, partners
):
    recorded(cell, partners=partners, outside=["Chùa Phước Hậu"])

    assert done(commune) == done(cell) == 1
    assert [done(each) for each in partners] == [None, None, None]


def test_a_record_of_two_movements_is_in_both_and_once_in_the_whole(commune, cell):
    both = [movement("skilful-mobilising"), movement("new-countryside")]
    recorded(cell, movements=both)

    assert [done(commune, each.code) for each in both] == [1, 1]
    assert done(commune) == 1
    assert done(commune, "following") is None


def test_a_record_that_names_no_movement_belongs_to_the_usual_one(commune, cell, partners):
    recorded(cell, partners=partners)
    DONE.record(
        by=build.recorder(),
        at=build.NOW,
        entry=Work(unit=cell, key="l", first_day=DAY, last_day=DAY, sort="canal", title="Kênh"),
    )

    assert done(commune, "following") == 2
    assert done(commune, "skilful-mobilising") is None


def test_the_same_sent_again_is_the_same_record_and_other_partners_are_other_content(
    cell, partners
):
    first = recorded(cell, partners=partners)

    again = recorded(cell, partners=partners[::-1])

    assert again.pk == first.pk
    assert Ties.objects.count() == 1
    with pytest.raises(Refused, match="nội dung khác"):
        recorded(cell, partners=partners[:1])


def test_a_partner_is_no_unit_of_another_chart_and_not_the_unit_itself(cell):
    stranger = build.unit("Chi bộ nơi khác", under=build.unit("Đảng bộ tỉnh khác"))

    for partner, words in ((cell, "đơn vị chính"), (stranger, "sơ đồ khác")):
        with pytest.raises(Refused, match=words):
            recorded(cell, partners=[partner])


def test_a_partner_that_was_not_at_work_then_is_refused(commune, cell):
    late = build.unit("Hội mới", under=commune, on=date(2026, 6, 1))

    with pytest.raises(Refused, match="thành lập ngày 1/6/2026"):
        recorded(cell, partners=[late])


def test_the_form_records_partners_by_name_and_the_page_shows_them(clerk, cell, partners):
    answer = send(
        clerk,
        "works:record",
        cell,
        work(
            tied_units="doan phuong\nHội phụ nữ",
            tied_outside="Chùa Phước Hậu",
            tied_movements=[movement("skilful-mobilising").pk],
        ),
    )

    assert answer.status_code == 302
    (held,) = Work.objects.all()
    shown = text(clerk.get(page("works:show", held)))
    for word in ("Đoàn phường", "Hội phụ nữ", "Chùa Phước Hậu", "Dân vận khéo"):
        assert word in shown
    assert f"/don-vi/{partners[0].uuid}/" in shown


def test_a_corrected_partner_stands_in_the_history_and_the_sheet_tells_the_right_one(
    clerk, cell, partners
):
    send(clerk, "works:record", cell, work(tied_units="Đoàn phường"))
    (held,) = Work.objects.all()
    form = clerk.get(page("works:correct", held)).context["form"]
    assert form["tied_units"].value().startswith("Đoàn phường [")

    asked = work(tied_units="Hội nông dân", reason="Ghi nhầm", seen=held.digest)
    answer = send(clerk, "works:correct", held, asked)

    assert answer.status_code == 302, answer.context["form"].errors
    shown = re.sub(r"\s+", " ", text(clerk.get(page("works:show", held))))
    assert "<del>Đoàn phường</del> thành <ins>Hội nông dân</ins>" in shown
    rows = clerk.get(page("works:sheet", cell)).content
    *_, head, row = CalamineWorkbook.from_filelike(BytesIO(rows)).get_sheet_by_index(0).to_python()
    said = dict(zip(head, row, strict=True))
    assert said["Đơn vị trong hệ thống cùng làm"] == "Hội nông dân"


def test_the_page_of_a_partner_lists_what_it_took_part_in_and_counts_none_of_it(
    clerk, cell, partners
):
    held = recorded(cell, partners=partners)

    shown = re.sub(
        r"\s+",
        " ",
        text(clerk.get(page("desk:unit", partners[0]) + "?from=2026-01-01&to=2026-12-31")),
    )

    assert f'<a href="{page("works:show", held)}">' in shown
    assert "Cùng làm với Chi bộ khóm 1." in shown
    assert "Kỳ này chưa ghi việc nào." in shown


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("Hội không có", "Không có đơn vị “Hội không có”"),
        ("Chi bộ khóm 1", "đơn vị chính"),
        ("Tổ trùng tên", "Có 2 đơn vị tên “Tổ trùng tên”"),
    ],
)
def test_a_line_that_names_no_one_unit_is_refused_beside_its_box(
    clerk, commune, cell, lines, words
):
    for _ in range(2):
        build.unit("Tổ trùng tên", under=build.unit("Khu", under=commune))

    answer = send(clerk, "works:record", cell, work(tied_units=lines))

    assert words in str(answer.context["form"].errors["tied_units"])
    assert '<details class="disclosure" open>' in text(answer)
    assert not Tie.objects.exists()


def test_a_movement_that_a_root_adds_is_offered_counted_and_told_of_on_paper(commune, cell, clerk):
    said = {"label": "Sạch nhà, đẹp ngõ", "valid_from": DAY, "source": "Kế hoạch 12-KH/ĐU"}
    by = build.clerk(commune, Post.Right.ADMIN)
    own = add_row(PopularMovement, by=by, at=build.NOW, root=commune, said=said)
    assert "Sạch nhà, đẹp ngõ" in text(clerk.get(page("works:record", cell)))

    recorded(cell, movements=[own])

    assert done(commune, own.code) == 1
    paper = report(Request(Question(commune.pk, YEAR, movement=own.code), day=DAY))
    assert "phong trào “Sạch nhà, đẹp ngõ”" in paper.subject
    assert "thuộc phong trào “Sạch nhà, đẹp ngõ”" in paper.provenance


def test_the_command_and_the_page_tell_of_one_movement_and_say_so(commune, cell, clerk, capsys):
    recorded(cell, movements=[movement("new-countryside")])
    code = commune.codes.get().value
    asked = ["figures", "--unit", code, "--from", "1/1/2026", "--to", "31/12/2026", "--json"]

    def told_of(*more):
        call_command(*asked, *more)
        return json.loads(capsys.readouterr().out)

    of = told_of("--movement", "new-countryside")
    assert of["movement"] == {"code": "new-countryside", "name": "Xây dựng nông thôn mới"}
    assert of["measures"]["works.done"]["total"] == 1
    assert told_of("--movement", "following")["measures"]["works.done"]["total"] is None
    assert "movement" not in told_of()
    with pytest.raises(CommandError, match="Không có phong trào mang mã “la”"):
        call_command(*asked, "--movement", "la")
    address = page("desk:unit", commune) + "?from=2026-01-01&to=2026-12-31&phong-trao="
    shown = text(clerk.get(f"{address}new-countryside"))
    assert "Chỉ tính phong trào “Xây dựng nông thôn mới”" in shown
    assert "Phong trào này không có" in text(clerk.get(f"{address}la"))


def faults():
    """Return what does not match, of what these tests wrote: lists that came along wait."""
    with one_moment():
        said = map(str, verified(InDatabase()).faults)
        return [each for each in said if "record_" in each or "bảng record." in each]


def test_the_trail_proves_partners_and_movements(commune, cell, partners):
    recorded(cell, partners=partners, movements=[movement("following")])
    assert faults() == []
    with connection.cursor() as cursor:
        for guard in declared():
            cursor.execute(guard.lifted(connection.vendor))
        cursor.execute(
            "UPDATE record_tie SET outside = '', unit_id = %s WHERE unit_id = %s",
            [cell.pk, partners[0].pk],
        )

    (fault,) = faults()

    assert "không còn như nhật ký ghi" in str(fault)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM record_tie",
        "DELETE FROM record_ties",
        "UPDATE record_tie SET outside = 'Hội khác' WHERE outside <> ''",
        "UPDATE record_ties SET digest = ''",
    ],
)
def test_the_database_itself_refuses_to_change_or_delete_ties(cell, statement):
    recorded(cell, outside=["Chùa Phước Hậu"])

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
