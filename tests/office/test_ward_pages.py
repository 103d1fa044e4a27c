"""The pages on which a ward opens its cells and prints their cards."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from lantoa.people.access import digits, open_card
from lantoa.people.models import Card
from lantoa.posts.models import Post
from lantoa.posts.operations import issue_cards
from lantoa.units.models import Kind, Unit
from lantoa.units.queries.places import directly_under
from tests import build
from tests.office.lists import cells, spreadsheet

pytestmark = pytest.mark.django_db
PAGES = ["office:open-cells", "office:list-template", "office:cards", "office:card-sheet"]


@pytest.fixture
def ward():
    return build.root("Đảng bộ phường", kind=Kind.COMMUNE, code="P")


@pytest.fixture
def clerk(ward, client):
    user = build.clerk(ward)
    client.force_login(user, backend="lantoa.people.access.PasswordSignIn")
    return user


def page(name, unit):
    return reverse(f"office:{name}", args=[unit.uuid])


def send(client, ward, content, **more):
    file = SimpleUploadedFile("danh-sach.xlsx", content)
    return client.post(page("open-cells", ward), {"file": file, "since": "2026-01-01"} | more)


def sealed(answer):
    return re.search(r'name="confirmed" value="([^"]+)"', answer.content.decode())[1]


def confirm(client, ward, text):
    return client.post(page("open-cells", ward), {"confirmed": text}, follow=True)


def opened(client, ward, count):
    confirm(client, ward, sealed(send(client, ward, spreadsheet(*cells(count)))))
    return dict(Unit.objects.exclude(pk=ward.pk).order_by("pk").values_list("pk", "uuid"))


def text(answer):
    return answer.content.decode()


def said(answer):
    """Return a page without the token that is fresh in each."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', "", text(answer))


def under(ward):
    return directly_under(ward, on=timezone.localdate())


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_gets_the_same_answer_as_for_a_unit_that_is_not_there(client, ward, name):
    stranger = build.clerk(build.root("Đảng bộ khác"))
    client.force_login(stranger, backend="lantoa.people.access.PasswordSignIn")

    hidden = client.get(reverse(name, args=[ward.uuid]))
    absent = client.get(reverse(name, args=[uuid4()]))

    assert hidden.status_code == absent.status_code == 403
    assert said(hidden) == said(absent)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("right", [Post.Right.RECORD, Post.Right.VIEW])
def test_who_only_records_or_looks_does_not_keep_cards(client, ward, name, right):
    user = build.clerk(ward, right)
    client.force_login(user, backend="lantoa.people.access.PasswordSignIn")

    assert client.get(reverse(name, args=[ward.uuid])).status_code == 403
    assert client.post(reverse(name, args=[ward.uuid])).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_who_has_not_signed_in_is_asked_to(client, ward, name):
    answer = client.get(reverse(name, args=[ward.uuid]))

    assert answer.url.startswith(reverse("desk:sign-in"))


def test_the_template_is_sent_as_a_spreadsheet(client, ward, clerk):
    answer = client.get(page("list-template", ward))

    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert answer.content.startswith(b"PK")


def test_a_list_is_shown_first_and_opens_nothing_before_it_is_confirmed(client, ward, clerk):
    answer = send(
        client, ward, spreadsheet(*cells(3), ["Trường A", "trường học", "", "Hiệu trưởng"])
    )

    assert "Sẽ mở 4 đơn vị" in text(answer)
    assert "Chi bộ khóm 2" in text(answer)
    assert "Hiệu trưởng" in text(answer)
    assert "chưa có số" in text(answer)
    assert under(ward) == {}


def test_confirming_opens_what_was_shown_and_leads_to_the_cards(client, ward, clerk):
    shown = send(client, ward, spreadsheet(*cells(60)))

    answer = confirm(client, ward, sealed(shown))

    assert answer.redirect_chain[-1][0] == page("cards", ward)
    assert "Đã mở 60 đơn vị" in text(answer)
    assert "In thẻ cho tất cả 60 đơn vị chưa có thẻ" in text(answer)
    assert len(under(ward)) == 60


def test_confirming_twice_opens_nothing_twice(client, ward, clerk):
    shown = sealed(send(client, ward, spreadsheet(*cells(3))))
    confirm(client, ward, shown)

    answer = confirm(client, ward, shown)

    assert "Không mở thêm đơn vị nào" in text(answer)
    assert len(under(ward)) == 3


def test_a_confirmation_that_was_touched_or_is_old_or_of_another_opens_nothing(
    client, ward, clerk, monkeypatch
):
    shown = sealed(send(client, ward, spreadsheet(*cells(3))))
    other = build.unit("Phường khác", under=ward, kind=Kind.COMMUNE)
    second = build.clerk(ward)

    touched = confirm(client, ward, shown[:-2] + "xx")
    elsewhere = confirm(client, other, shown)
    monkeypatch.setattr("lantoa.office.views.opening.A_DAY", -1)
    old = confirm(client, ward, shown)
    monkeypatch.undo()
    client.force_login(second, backend="lantoa.people.access.PasswordSignIn")
    by_another = confirm(client, ward, shown)

    for answer in (touched, elsewhere, old, by_another):
        assert "Hãy gửi lại tệp" in text(answer)
    assert list(under(ward)) == [other.pk]


def test_mistakes_in_the_list_are_named_and_nothing_is_opened(client, ward, clerk):
    answer = send(client, ward, spreadsheet(*cells(2), ["Chi bộ khóm 2", "nhóm", "x", ""]))

    assert "Dòng 4, cột Loại: không có loại “nhóm”" in text(answer)
    assert "Dòng 4, cột Số đảng viên: “x” không phải là một số" in text(answer)
    assert "đã có ở dòng 3" in text(answer)
    assert 'value="1/1/2026"' in text(answer)
    assert "confirmed" not in text(answer)


def test_units_that_are_open_already_are_named(client, ward, clerk):
    opened(client, ward, 2)

    answer = send(client, ward, spreadsheet(*cells(3)))

    assert text(answer).count("đang hoạt động rồi") == 2


@pytest.mark.parametrize(
    ("content", "since", "words"),
    [
        (b"not a sheet", "2026-01-01", "không phải bảng tính Excel"),
        (b"x" * (2 * 1024 * 1024 + 1), "2026-01-01", "Tệp lớn hơn 2 MB"),
        (b"", "2026-01-01", "Tệp này rỗng"),
        (spreadsheet(*cells(1)), "", "Hãy ghi ngày."),
        (spreadsheet(*cells(1)), "31/2/2026", "Không có ngày 31/2/2026 trong lịch."),
        (spreadsheet(*cells(1)), "1999-12-31", "Ghi ngày từ 1/1/2000"),
        (spreadsheet(*cells(1)), "2199-12-31", "(hôm nay)"),
        (spreadsheet(*cells(1)), "9999-12-31", "Năm phải từ 1930 đến 2200."),
    ],
)
def test_a_wrong_file_or_day_is_refused_beside_its_box(client, ward, clerk, content, since, words):
    assert words in text(send(client, ward, content, since=since))


def test_no_file_at_all_is_asked_for(client, ward, clerk):
    answer = client.post(page("open-cells", ward), {"since": "2026-01-01"})

    assert "Chọn tệp danh sách." in text(answer)


def test_one_click_prints_a_card_for_every_cell_that_has_none(client, ward, clerk, settings):
    settings.ADDRESS = "https://lantoa.example"
    opened(client, ward, 60)

    answer = client.post(page("cards", ward), {"issue_missing": "1"}, follow=True)

    card = Card.objects.order_by("pk").first()
    assert answer.redirect_chain[-1][0] == page("card-sheet", ward)
    assert text(answer).count('<article class="card"') == 60
    assert text(answer).count("<svg viewBox") >= 60
    assert f"https://lantoa.example{reverse('phone:card', args=[card.token])}" in text(answer)
    assert f"{digits(card)[:3]} {digits(card)[3:]}" in text(answer)
    assert "style=" not in text(answer)
    assert Card.objects.count() == 60


def test_pressed_again_it_issues_nothing(client, ward, clerk):
    opened(client, ward, 2)
    for _ in range(2):
        answer = client.post(page("cards", ward), {"issue_missing": "1"}, follow=True)

    assert "Đơn vị nào cũng đã có thẻ." in text(answer)
    assert Card.objects.count() == 2


def test_a_reprinted_card_is_shown_alone_and_the_old_one_ends(client, ward, clerk):
    uuids = list(opened(client, ward, 3).values())
    client.post(page("cards", ward), {"issue_missing": "1"})

    answer = client.post(page("cards", ward), {"reissue": str(uuids[1])}, follow=True)

    assert text(answer).count('<article class="card"') == 1
    assert "Thẻ cũ không dùng được nữa" in text(answer)
    assert Card.objects.filter(cancelled_at__isnull=False).count() == 1


def test_a_cancelled_card_is_said_to_be_so(client, ward, clerk):
    uuids = list(opened(client, ward, 2).values())
    client.post(page("cards", ward), {"issue_missing": "1"})

    answer = client.post(page("cards", ward), {"cancel": str(uuids[0])}, follow=True)

    assert "Đã hủy thẻ của Chi bộ khóm 1" in text(answer)
    assert "đã hủy" in text(answer)
    assert Card.objects.filter(cancelled_at__isnull=False).count() == 1


def test_cards_of_other_wards_are_out_of_reach(client, ward, clerk):
    stranger = build.unit("Chi bộ lạ", under=build.root("Đảng bộ khác"))
    issue_cards(units=[stranger], by=clerk, at=timezone.now(), on=timezone.localdate())

    for deed in ("reissue", "cancel"):
        client.post(page("cards", ward), {deed: str(stranger.uuid)}, follow=True)
    sheet = client.post(page("card-sheet", ward), {"unit": [str(stranger.uuid)]})

    assert Card.objects.filter(cancelled_at__isnull=True).count() == 1
    assert "Chi bộ lạ" not in text(sheet)


def test_chosen_cards_are_printed_and_used_ones_never_again(client, ward, clerk):
    uuids = list(opened(client, ward, 3).values())
    client.post(page("cards", ward), {"issue_missing": "1"})
    used = Card.objects.order_by("pk").first()
    open_card(token=used.token, code=digits(used), at=timezone.now())

    chosen = client.post(page("card-sheet", ward), {"unit": [str(uuid) for uuid in uuids[:2]]})
    all_unused = client.get(page("card-sheet", ward))
    listed = client.get(page("cards", ward))

    assert text(chosen).count('<article class="card"') == 1
    assert "Không in được thẻ của" in text(chosen)
    assert text(all_unused).count('<article class="card"') == 2
    assert digits(used)[:3] + " " + digits(used)[3:] not in text(all_unused)
    assert "lần cuối" in text(listed)


def test_a_sheet_without_cards_says_so(client, ward, clerk):
    assert "Không có thẻ nào chưa dùng để in." in text(client.get(page("card-sheet", ward)))


def test_a_ward_without_cells_is_led_to_opening_them(client, ward, clerk):
    answer = client.get(page("cards", ward))

    assert "Chưa có đơn vị trực thuộc nào." in text(answer)
    assert page("open-cells", ward) in text(answer)


def test_the_card_sheet_is_kept_by_no_browser(client, ward, clerk):
    assert "no-store" in client.get(page("card-sheet", ward))["Cache-Control"]


def test_samples_say_so_on_the_page_and_on_each_card(client):
    ward = build.root("Phường mẫu", kind=Kind.COMMUNE, is_simulated=True)
    client.force_login(build.clerk(ward), backend="lantoa.people.access.PasswordSignIn")
    opened(client, ward, 2)
    answer = client.post(page("cards", ward), {"issue_missing": "1"}, follow=True)

    assert "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT" in text(answer)
    assert text(answer).count("THẺ MẪU, KHÔNG PHẢI THẺ THẬT") == 2
