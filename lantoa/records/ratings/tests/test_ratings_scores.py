"""Score sheets: read from lines, filled on a page, added up, kept as they were filled."""

import json
from datetime import date
from uuid import uuid4

import pytest

from lantoa.posts.models import Post
from lantoa.records.ratings.models import Rating, ScoreSheet
from lantoa.records.ratings.operations import DONE, KNOWN, adopt_known
from lantoa.records.ratings.scoring import (
    SheetFlawError,
    mark_flaws,
    read_criteria,
    read_marks,
    scored,
    write_marks,
    write_points,
)
from lantoa.records.record.entry import Refused
from lantoa.records.record.operations.listing import add_row
from lantoa.records.record.queries import listed
from lantoa.records.record.queries.beside import rows_of
from lantoa.units.models import Kind
from tests import build

LINES = """1 | Nền nếp | 10
= 10 | Đủ
= 4,5 | Thiếu
2 | Nội dung | 20
2.1 | Thường kỳ | 15
2.2 | Chuyên đề | 5 | khi có sinh hoạt chuyên đề
* 90 | Tốt
* 50 | Khá"""
DAY, FIRST = date(2026, 3, 31), date(2026, 1, 1)


@pytest.fixture
def cell(db):
    adopt_known()
    commune = build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE, code="X1")
    return build.unit("Chi bộ ấp 1", under=commune, kind=Kind.CELL, code="C1")


@pytest.fixture
def sheet(cell):
    root = build.root()
    admin = {"by": build.clerk(root, right=Post.Right.ADMIN), "at": build.NOW, "root": root}
    said = {"label": "Bảng của phường", "criteria": LINES, "source": "5-QĐ/ĐU"}
    return add_row(ScoreSheet, said=said | {"valid_from": FIRST}, **admin)


def entry(unit, held, given, *, on=DAY, **more):
    sums = scored(held.read, given)
    said = {"sheet": held, "marks": write_marks(given), "points": sums.points}
    said |= {"points_of": sums.points_of, "cadence": "month", "sort": "score"} | more
    return Rating(unit=unit, key=str(uuid4()), first_day=on, last_day=on, **said)


def kept(rating):
    return DONE.record(by=build.recorder(), at=build.NOW, entry=rating)


FULL = {"1": 100, "2.1": 150, "2.2": 50}


def test_marks_are_added_up_and_what_does_not_apply_takes_nothing_away():
    criteria = read_criteria(LINES)
    all_of_it, without = scored(criteria, FULL), scored(criteria, FULL | {"2.2": None})

    assert (all_of_it.points, all_of_it.points_of) == (300, 300)
    assert (without.points, without.points_of) == (250, 250)
    assert criteria.band(without.points, without.points_of) == "Tốt"


@pytest.mark.parametrize(
    ("points", "of", "band"),
    [(270, 300, "Tốt"), (269, 300, "Khá"), (150, 300, "Khá"), (149, 300, ""), (None, 300, ""),
     (0, 0, "")],
)  # fmt: skip
def test_a_band_is_reached_at_its_percentage(points, of, band):
    assert read_criteria(LINES).band(points, of) == band


@pytest.mark.parametrize(
    ("marks", "number"),
    [({"1": None}, "1"), ({"1": 50}, "1"), ({"2.1": 151}, "2.1"), ({"2.2": 51}, "2.2"),
     ({"9": 10}, "9"), ({"2.1": None}, "2.1")],
)  # fmt: skip
def test_marks_that_the_sheet_does_not_know_are_named(marks, number):
    assert [found for found, _ in mark_flaws(read_criteria(LINES), FULL | marks)] == [number]


@pytest.mark.parametrize(
    ("lines", "words"),
    [("", "ít nhất một"), ("Nền nếp", "Dòng 1"), ("1 | Nền nếp | mười", "không phải số điểm"),
     ("1 | Nền nếp | 0", "lớn hơn 0"), ("1 | A | 5\n1 | B | 5", "đã có"),
     ("1.1 | A | 5", "chưa có tiêu chí 1"), ("= 5 | A", "sau một tiêu chí"),
     ("1 | A | 5\n= 6 | B", "nhiều hơn 5"), ("1 | A | 5\n= 5 | B\n= 5 | C", "đã có"),
     ("1 | A | 5\n= 5 | B\n1.1 | C | 5", "đã có mức điểm"), ("1 | A | 5\n* 90", "nội dung"),
     ("1 | A | 5\n1.1 | B | 4", "cộng lại 4"), ("1 | A | 0,55", "không phải số điểm"),
     ("\n".join(f"{n} | A | 5" for n in range(201)), "tối đa 200")],
)  # fmt: skip
def test_lines_that_cannot_be_a_sheet_are_refused_with_their_number(lines, words):
    with pytest.raises(SheetFlawError, match=words):
        read_criteria(lines)


def test_marks_are_kept_as_they_are_read():
    marks = FULL | {"2.2": None}

    assert read_marks(write_marks(marks)) == marks
    assert [write_points(each) for each in (0, 45, 100)] == ["0", "4,5", "10"]


@pytest.mark.parametrize(
    ("code", "most"), [("meeting-42", 1000), ("meeting-42-refined", 1000), ("four-goods", 40)]
)
def test_the_sheets_that_come_along_add_up(code, most):
    rows = json.loads((KNOWN / "sheets.json").read_text(encoding="utf-8"))
    row = next(each for each in rows if each["code"] == code)

    assert read_criteria(row["criteria"]).most == most


@pytest.mark.parametrize(
    ("more", "field"),
    [({"points": 10}, "marks"), ({"marks": "1=100"}, "mark_2_1"), ({"marks": "moon"}, "marks"),
     ({"sheet": None}, "sheet"), ({"whom": "members"}, "whom"), ({"whom": "leaders"}, "whom"),
     ({"total": 5}, "total"), ({"sort": "levels", "whom": "cells"}, "sheet")],
)  # fmt: skip
def test_a_filled_sheet_that_does_not_add_up_is_refused(cell, sheet, more, field):
    with pytest.raises(Refused) as refusal:
        kept(entry(cell, sheet, FULL, **more))

    assert field in [problem.field for problem in refusal.value.problems]


def test_a_sheet_is_filled_from_the_day_it_is_in_use(cell, sheet):
    early, first = (entry(cell, sheet, FULL, on=on) for on in (date(2025, 12, 31), FIRST))

    assert kept(first)
    with pytest.raises(Refused, match="không dùng bảng điểm này"):
        kept(early)


def test_a_sheet_is_filled_on_the_page_of_a_cell_box_by_box(client, cell, sheet):
    client.force_login(build.clerk(cell, right=Post.Right.RECORD))
    address = f"/don-vi/{cell.uuid}/xep-loai/ghi/"
    shown = client.get(f"{address}?sort=score&sheet={sheet.code}", follow=True).content.decode()
    said = {"key": str(uuid4()), "sort": "score", "cadence": "month", "sheet": sheet.code,
            "last_day": "31/3/2026", "mark_1": "4,5", "mark_2_1": "15", "mark_2_2": ""}  # fmt: skip

    wrong = client.post(address, said | {"mark_2_1": "16"}).content.decode()
    client.post(address, said)

    (row,) = listed(Rating, cell)
    assert all(f'name="mark_{box}"' in shown for box in ("1", "2_1", "2_2"))
    assert "Tiêu chí 2.1 tối đa 15 điểm." in wrong
    assert (row.points, row.points_of, row.band) == (195, 250, "Khá")
    page = client.get(f"/xep-loai/{row.uuid}/").content.decode()
    assert "19,5/25 điểm, khá" in page
    assert "kỳ này không áp dụng" in page


def test_a_sheet_that_was_opened_and_left_is_not_asked_for(client, cell, sheet):
    client.force_login(build.clerk(cell, right=Post.Right.RECORD))
    said = {"key": str(uuid4()), "sort": "levels", "whom": "members", "cadence": "year",
            "sheet": sheet.code, "last_day": "31/12/2025", "well": "9"}  # fmt: skip

    client.post(f"/don-vi/{cell.uuid}/xep-loai/ghi/", said)

    assert [(each.well, each.sheet) for each in listed(Rating, cell)] == [(9, None)]


def test_a_filled_sheet_is_corrected_with_its_marks_in_the_boxes(client, cell, sheet):
    row = kept(entry(cell, sheet, FULL))
    client.force_login(build.clerk(cell, right=Post.Right.RECORD))
    address = f"/xep-loai/{row.uuid}/dinh-chinh/"
    page = client.get(address).content.decode()
    said = {"sort": "score", "cadence": "month", "sheet": sheet.code, "last_day": "31/3/2026",
            "mark_1": "10", "mark_2_1": "12,5", "mark_2_2": "5", "reason": "Chấm lại",
            "seen": row.digest}  # fmt: skip

    client.post(address, said)

    assert 'name="mark_2_1" value="15"' in page
    assert [each.points for each in listed(Rating, cell) if not each.superseded_at] == [275]


def test_sheets_are_pasted_on_a_page_and_a_wrong_line_is_named(client, cell):
    root = build.root()
    client.force_login(build.clerk(root, right=Post.Right.ADMIN))
    address = f"/don-vi/{root.uuid}/danh-muc/bang-diem/"
    said = {"label": "Bảng mới", "valid_from": "1/1/2026", "source": "5-QĐ/ĐU"}

    wrong = client.post(address, said | {"criteria": "1 | A | 5\nhai | B | 5"}).content.decode()
    right = client.post(address, said | {"criteria": LINES}, follow=True).content.decode()

    assert "Dòng 2:" in wrong
    assert "hai | B | 5" in wrong
    assert "3 tiêu chí, 30 điểm" in right
    assert "Bảng mới" in [each.label for each in rows_of(ScoreSheet)]
