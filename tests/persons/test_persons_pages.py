"""The pages of names: what is held, who looked, what is handed out, and what strangers get."""

import json
import re
from datetime import date
from io import BytesIO

import docx
import pytest
from django.urls import reverse

from lantoa.keeping.operations.verifying import InDatabase, verified
from lantoa.persons.models import NameLook, PersonName
from lantoa.posts.models import Post
from lantoa.posts.operations.accounts import switch
from lantoa.trail.models import Entry
from lantoa.units.models import Unit
from tests import build
from tests.persons.naming import GIVER, taken, ward

pytestmark = pytest.mark.django_db
OTHER = "Nguyễn Văn Ổi"
PAGES = ("personal", "statement")


@pytest.fixture
def place(client):
    place = ward()
    client.force_login(place.keeper, backend="lantoa.people.access.PasswordSignIn")
    return place


def address(page, place, *more):
    return reverse(f"office:{page}", args=[place.commune.uuid, *more])


def text(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_page_says_that_no_record_names_anybody_yet(client, place):
    shown = text(client.get(address("personal", place)))

    assert "Chưa bản ghi nào nêu tên người" in shown
    assert place.keeper.name in shown


def test_the_page_counts_names_by_purpose_and_state_and_writes_no_look(client, place):
    taken(place)
    taken(place, OTHER, scope="inside")

    shown = text(client.get(address("personal", place)))

    assert "Ghi nhận người ủng hộ 1 1 0 0" in shown
    assert "Đăng nhập, ghi ai làm việc gì 1 0 0 0" in shown
    assert GIVER in shown
    assert "có đồng ý, công khai" in shown
    assert not NameLook.objects.exists()


def test_opening_a_name_is_written_down_and_shown(client, place):
    held = taken(place)

    shown = text(client.get(address("person", place, held.uuid)))

    assert GIVER in shown
    assert "ghi nhận người ủng hộ" in shown
    assert f"{place.keeper.name}, mở trang" in shown
    look = NameLook.objects.get()
    assert (look.name_id, look.by, look.what) == (held.pk, place.keeper, "page")


def test_consent_is_withdrawn_on_the_page_and_the_name_goes(client, place):
    held = taken(place)
    url = address("withdraw-name", place, held.uuid)

    refused = text(client.post(url, {"on": "1/1/2020"}))
    answer = text(client.post(url, {"on": "1/4/2026"}, follow=True))

    assert "từ ngày đồng ý (10/3/2026) trở đi" in refused
    assert "Đã ghi việc rút đồng ý" in answer
    assert GIVER not in answer + text(client.get(address("personal", place)))
    assert PersonName.objects.get().withdrawn_on == date(2026, 4, 1)


def test_a_name_is_erased_on_the_page_with_a_reason_and_a_tick(client, place):
    held = taken(place)
    url = address("erase-name", place, held.uuid)

    unsure = text(client.post(url, {"why": "Người này yêu cầu"}))
    telling = text(client.post(url, {"why": f"Xóa {GIVER}", "sure": "on"}))
    done = text(client.post(url, {"why": "Người này yêu cầu", "sure": "on"}, follow=True))

    assert "Hãy đánh dấu ô này" in unsure
    assert "chính tên cần xóa" in telling
    assert "Đã xóa tên" in done
    assert GIVER not in done
    assert PersonName.objects.get().name == ""
    assert verified(InDatabase()).faults == []


def test_the_file_for_a_person_holds_all_of_that_person_and_nobody_else(client, place):
    held = taken(place)
    taken(place, OTHER)
    client.get(address("person", place, held.uuid))

    answer = client.post(address("person-file", place, held.uuid))

    told = answer.content.decode()
    assert answer["Content-Disposition"].startswith('attachment; filename="du-lieu-ca-nhan-')
    assert GIVER not in answer["Content-Disposition"]
    inside = json.loads(told.partition('id="du-lieu">')[2].partition("</script>")[0])
    facts = dict(inside["facts"])
    assert facts["Họ tên"] == GIVER
    assert facts["Đồng ý cho nêu tên"] == "công khai"
    assert facts["Ngày đồng ý"] == "10/3/2026"
    assert [what for _, what in inside["looks"]] == [
        "quản trị: như văn thư, thêm tài khoản và đơn vị của Xã: mở trang",
        "quản trị: như văn thư, thêm tài khoản và đơn vị của Xã: xuất tệp",
    ][::-1]
    assert OTHER not in told
    assert place.keeper.name not in told
    line = Entry.objects.get(deed="persons.export")
    assert str(held.uuid) in line.subject
    assert GIVER not in f"{line.before}{line.after}"


def test_a_name_that_looks_like_a_tag_stays_text_in_the_file(client, place):
    held = taken(place, "</script><b>Ổi</b>")

    told = client.post(address("person-file", place, held.uuid)).content.decode()

    assert "</script><b>" not in told
    assert (
        dict(json.loads(told.partition('id="du-lieu">')[2].partition("</script>")[0])["facts"])[
            "Họ tên"
        ]
        == "</script><b>Ổi</b>"
    )


@pytest.mark.parametrize("page", PAGES)
def test_who_does_not_administer_a_unit_gets_the_answer_of_a_page_that_is_not_there(
    client, place, page
):
    absent = Unit(uuid="00000000-0000-4000-8000-000000000000")
    for stranger in (build.clerk(place.commune), ward().keeper):
        client.force_login(stranger, backend="lantoa.people.access.PasswordSignIn")
        hidden = client.get(address(page, place))
        nowhere = client.get(reverse(f"office:{page}", args=[absent.uuid]))

        assert (hidden.status_code, text(hidden)) == (403, text(nowhere))


def test_a_name_of_another_unit_is_the_same_as_one_that_is_not_there(client, place):
    elsewhere = taken(ward())
    absent = "00000000-0000-4000-8000-000000000000"

    for page in ("person", "person-file", "withdraw-name", "erase-name"):
        ask = client.get if page == "person" else client.post
        sent = {"why": "thử", "sure": "on", "on": "1/4/2026"}
        hidden = ask(address(page, place, elsewhere.uuid), sent)
        nowhere = ask(address(page, place, absent), sent)

        assert (hidden.status_code, text(hidden)) == (403, text(nowhere))
    elsewhere.refresh_from_db()
    assert elsewhere.inside == GIVER
    assert not NameLook.objects.exists()


def ended(place):
    """Return the account of somebody who recorded a meeting and whose account was switched off."""
    user = build.clerk(place.commune, username="le.van.mit", name="Lê Văn Mít")
    build.meeting(at=place.cell, on=date(2026, 3, 10), by=user)
    switch(user, is_active=False, by=place.keeper, at=build.NOW, on=build.NOW.date())
    return user


def test_an_account_in_use_keeps_its_name(client, place):
    user = build.clerk(place.commune, Post.Right.VIEW, name="Lê Văn Mít")

    page = text(client.get(address("holder", place, user.uuid)))
    url = address("erase-holder", place, user.uuid)
    refused = text(client.post(url, {"why": "nghỉ việc", "sure": "on"}))

    assert "tắt tài khoản trước" in page.replace("  ", " ")
    assert "Tài khoản đang dùng" in refused
    user.refresh_from_db()
    assert user.name == "Lê Văn Mít"


def test_the_name_of_an_ended_account_is_erased_and_what_it_did_stays(client, place):
    user = ended(place)
    url = address("erase-holder", place, user.uuid)

    done = text(client.post(url, {"why": "nghỉ việc", "sure": "on"}, follow=True))

    user.refresh_from_db()
    assert user.name == f"tài khoản đã xóa tên (số {user.pk})"
    assert user.username.startswith(f"da-xoa-{user.pk}-")
    assert not user.has_usable_password()
    assert "Đã xóa tên" in done
    assert "Lê Văn Mít" not in done
    assert Entry.objects.filter(actor=user, deed="meetings.record").exists()
    assert verified(InDatabase()).faults == []
    with pytest.raises(Exception, match="không dùng lại được"):
        switch(user, is_active=True, by=place.keeper, at=build.NOW, on=build.NOW.date())


def test_the_file_for_who_holds_an_account_tells_posts_and_no_other_name(client, place):
    user = ended(place)

    told = client.post(address("holder-file", place, user.uuid)).content.decode()

    assert "Lê Văn Mít" in told
    assert "le.van.mit" in told
    assert "Nhiệm vụ: " in told
    assert place.keeper.name not in told


def test_the_statement_for_the_leader_is_filled_from_what_is_held(client, place, settings):
    settings.KEEP_NAMES_DAYS, settings.KEEP_ACCOUNT_NAMES_DAYS = 45, 0
    taken(place)
    taken(place, OTHER, scope="inside")

    answer = client.get(address("statement", place))

    paper = docx.Document(BytesIO(answer.content))
    words = "\n".join(each.text for each in paper.paragraphs)
    assert "Để ghi nhận người ủng hộ: 2 tên, trong đó 1 người đồng ý công khai." in words
    assert "giữ trong phần mềm 3 tên người" in words
    assert "tự xóa sau 45 ngày" in words
    assert "phần mềm không tự xóa" in words
    assert "1 người có quyền quản trị" in words
    assert "Ghi nhận người ủng hộ".lower() in " ".join(
        cell.text for table in paper.tables for row in table.rows for cell in row.cells
    )
    assert GIVER not in words
