"""A list of steps is sent: taken whole, or refused with every wrong place named."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.acts.models import Act
from lantoa.acts.state import state_hash
from lantoa.acts.template import act_template
from lantoa.posts.models import Post
from tests import build
from tests.reorganisation.pages import HEAD, MERGE, page, send, sign_in, simulated, text

pytestmark = pytest.mark.django_db


def test_wrong_rows_are_named_by_row_and_column_and_nothing_is_taken(client, land, author):
    sign_in(client, author)
    rows = [*MERGE, ("giải tán", "30710", "", "", "", "", "", ""), ("chuyển", "99", *[""] * 6)]

    answer = send(client, land.province, rows)

    assert "Dòng 8, cột Việc" in text(answer)
    assert "Dòng 9, cột Mã đơn vị: không có đơn vị nào mang mã 99" in text(answer)
    assert 'value="1654/NQ-UBTVQH15"' in text(answer)
    assert Act.objects.count() == 0


def test_what_the_plan_finds_wrong_is_named_by_row_too(client, land, author):
    sign_in(client, author)

    answer = send(client, land.province, [("kết thúc", "30710", *[""] * 6)])

    assert "Dòng 6, cột Mã đơn vị" in text(answer)
    assert "chưa nêu nơi đến của" in text(answer)
    assert Act.objects.count() == 0


@pytest.mark.parametrize("code", ["91", "89"])
def test_a_list_may_only_name_what_the_author_administers(client, land, author, code):
    sign_in(client, author)

    answer = send(client, land.province, [("đổi tên", code, "", "Tên khác", *[""] * 4)])

    assert "Dòng 6, cột Mã đơn vị" in text(answer)
    assert Act.objects.count() == 0


def test_a_good_list_becomes_a_draft_that_changes_nothing(client, land, author):
    sign_in(client, author)
    before = state_hash()

    answer = send(client, land.province, MERGE)

    assert "Hợp nhất Xã Núi Sập (30682) vào Xã Thoại Sơn (30999)" in text(answer)
    assert "Hợp nhất Xã Thoại Giang (30706) vào Xã Thoại Sơn (30999)" in text(answer)
    assert "nháp" in text(answer)
    assert state_hash() == before


def test_who_sends_another_list_replaces_the_steps_and_becomes_the_author(client, land, author):
    act = simulated(client, land, author)
    second = build.clerk(land.province, Post.Right.ADMIN)
    sign_in(client, second)
    address = page("redraft", land.province, act.uuid)
    listed = act_template([("đổi tên", "30710", "", "Xã Mới", *[""] * 4)])

    client.post(address, HEAD | {"file": SimpleUploadedFile("ds.xlsx", listed)})

    act.refresh_from_db()
    assert [step.new_name for step in act.steps.all()] == ["Xã Mới"]
    assert (act.author, act.state) == (second, Act.State.DRAFT)


def test_a_head_written_anew_without_a_file_keeps_the_steps(client, land, author):
    act = simulated(client, land, author)
    address = page("redraft", land.province, act.uuid)

    client.post(address, HEAD | {"number": "2/NQ"})

    act.refresh_from_db()
    assert (act.number, act.steps.count()) == ("2/NQ", 2)


def test_a_list_that_names_no_unit_there_is_is_refused(client, land, author):
    sign_in(client, author)
    rows = [("thành lập", "", "X", "Chi bộ X", "chi bộ", "X", "", "")]

    answer = send(client, land.province, rows)

    said = "Dòng 6, cột Nơi trực thuộc mới: quyết định chưa nêu đơn vị nào đang có"
    assert said in text(answer)


def test_a_file_is_asked_for_again_where_only_the_head_was_wrong(client, land, author):
    sign_in(client, author)

    answer = send(client, land.province, MERGE, number="")

    assert "Chọn lại tệp" in text(answer)
    assert "Ghi số, ký hiệu của quyết định." in text(answer)
    assert "Sửa các chỗ sau trong tệp" not in text(answer)
    assert not Act.objects.exists()


def test_bad_rows_are_told_together_with_a_bad_head(client, land, author):
    sign_in(client, author)

    answer = send(client, land.province, [("giải tán", "30682", *[""] * 6)], number="")

    assert "Sửa các chỗ sau trong tệp" in text(answer)
    assert "Chọn lại tệp" not in text(answer)
    assert "Ghi số, ký hiệu của quyết định." in text(answer)


def test_of_very_many_wrong_places_a_page_tells_the_first_and_how_many_there_are(
    client, land, author
):
    sign_in(client, author)

    answer = text(send(client, land.province, [("giải tán", "x", *[""] * 6)] * 700))

    assert "Dòng 105, cột Mã đơn vị" in answer
    assert "Dòng 106, " not in answer
    assert "Và 1.200 chỗ sai khác" in answer
    assert "Còn 1.400 chỗ sai" in answer
