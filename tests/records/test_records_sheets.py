"""What a unit recorded of a kind is handed out as a spreadsheet."""

from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from lantoa.posts.models import Post
from lantoa.records.record.kinds import kinds
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db


def rows_of(answer):
    return CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()


def test_every_kind_that_is_asked_for_writes_its_columns(client):
    commune = build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)
    client.force_login(build.clerk(commune))

    for kind in kinds():
        if kind.pages.form:
            _, _, _, head, *rest = rows_of(client.get(kind.at("sheet", commune)))
            assert head == [column.head for column in kind.sheet.columns()]
            assert rest == []


def test_a_work_is_written_in_words_and_whole_numbers_and_no_text_is_a_formula(client):
    commune = build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)
    build.work(at=commune, on=date(2026, 3, 1), title="=1+1", quantity=120, people_money=26_000_000)
    build.work(at=commune, on=date(2025, 3, 1), title="Năm trước")
    client.force_login(build.clerk(commune, Post.Right.VIEW))

    answer = client.get(f"/don-vi/{commune.uuid}/cong-trinh/bang-tinh/?nam=2026")

    *_, head, row = rows_of(answer)
    said = dict(zip(head, row, strict=True))
    assert said["Ngày"] == "1/3/2026"
    assert "=1+1" in row
    assert 120 in row
    assert said["Nhân dân đóng góp (đồng)"] == 26_000_000
    assert "Năm trước" not in str(rows_of(answer))


def test_a_stranger_is_refused_a_sheet_as_if_there_were_no_such_unit(client):
    commune = build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)
    client.force_login(build.clerk(build.unit("Tỉnh khác")))

    assert client.get(f"/don-vi/{commune.uuid}/cong-trinh/bang-tinh/").status_code == 403
