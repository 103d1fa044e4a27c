"""Pages of funds: thu, chi, còn lại, moves, reversals, two people, and strangers."""

from datetime import date

import pytest

from lantoa.money.models import MoneyAccount
from lantoa.money.queries import balances
from lantoa.posts.models import Post
from lantoa.units.models import Kind
from tests import build
from tests.money.plain import fund, taken

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)
YEAR = "?from=2026-01-01&to=2026-11-22"


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


def test_a_fund_is_opened_and_listed_with_what_it_holds_of_the_unit_and_below(client, commune):
    client.force_login(build.clerk(commune))
    below = fund(build.unit("Chi bộ", under=commune), "Hũ gạo")
    taken(below, 900_000, DAY)
    address = f"/don-vi/{commune.uuid}/quy/"
    refused = client.post(address, {"name": "", "sort": "learning", "opened_on": "1/1/2025"})
    assert "Hãy ghi tên quỹ." in refused.content.decode()

    client.post(address, {"name": "Quỹ A", "sort": "learning", "opened_on": "1/1/2025"})

    page = client.get(address + YEAR).content.decode()
    assert "Quỹ A" in page
    assert "900.000 đồng" in page
    assert "không thay sổ kế toán" in page


def test_a_fund_shows_its_movements_of_any_days_and_hands_them_out(client, commune):
    client.force_login(build.clerk(commune))
    held = fund(commune)
    taken(held, 700_000, DAY, words="Ủng hộ khai giảng")

    page = client.get(f"/quy/{held.uuid}/{YEAR}").content.decode()
    before = client.get(f"/quy/{held.uuid}/?from=2026-01-01&to=2026-03-09").content.decode()
    sheet = client.get(f"/quy/{held.uuid}/bang-tinh/{YEAR}")

    assert "Ủng hộ khai giảng" in page
    assert "<strong>700.000 đồng</strong>" in page
    assert "<strong>0 đồng</strong>" in before
    assert sheet.content.startswith(b"PK")


def test_money_is_moved_and_a_move_is_reversed(client, commune):
    client.force_login(build.clerk(commune))
    one, other = fund(commune, "Quỹ A"), fund(commune, "Quỹ B")
    taken(one, 700_000, DAY)
    said = {"to": other.pk, "amount": "200.000", "day": "11/3/2026", "words": "Hỗ trợ",
            "key": "7f3f0d8c-7d0a-4f8e-9b0d-0d6f4a1b2c3d"}  # fmt: skip
    refused = client.post(f"/quy/{one.uuid}/chuyen/", said | {"day": "1/1/2020"})
    assert "lập ngày" in refused.content.decode()

    for _ in range(2):
        client.post(f"/quy/{one.uuid}/chuyen/", said)
    assert balances([one.pk, other.pk], on=date(2026, 3, 11)) == {
        one.pk: 500_000,
        other.pk: 200_000,
    }

    row = one.given.get()
    wrong = client.post(f"/khoan/{row.uuid}/dao/", {"reason": "", "day": "12/3/2026"})
    assert "Hãy ghi lý do đảo." in wrong.content.decode()
    client.post(f"/khoan/{row.uuid}/dao/", {"reason": "Chuyển nhầm", "day": "12/3/2026"})
    assert balances([one.pk], on=date(2026, 3, 12)) == {one.pk: 700_000}


def test_what_an_ended_unit_still_holds_is_offered_to_be_handed_over_and_not_done(client, commune):
    from tests import decide

    cell, other = (build.unit(f"Chi bộ {n}", under=commune) for n in "AB")
    held = fund(cell, "Hũ gạo A")
    taken(held, 1000, DAY)
    decide.close(cell, into=other, on=date(2026, 6, 1))
    client.force_login(build.clerk(commune))

    page = client.get(f"/quy/{held.uuid}/{YEAR}")

    assert "Đơn vị đã kết thúc, quỹ còn tiền" in page.content.decode()
    assert 'value="1/6/2026"' in page.content.decode()
    assert balances([held.pk], on=date(2026, 11, 22)) == {held.pk: 1000}


def test_a_payment_is_proposed_by_one_and_agreed_to_by_another(client, commune):
    held = fund(commune)
    admin = build.clerk(commune, Post.Right.ADMIN)
    client.force_login(admin)
    said = {"needs_two": "two", "since": "10/3/2026", "basis": ""}
    address = f"/don-vi/{commune.uuid}/quy/quy-dinh/"
    assert "Ghi căn cứ" in client.post(address, said).content.decode()
    client.post(address, said | {"basis": "Quy chế 01"})
    assert "hai người" in client.get(address).content.decode()
    client.force_login(build.clerk(commune))
    key = client.get(f"/quy/{held.uuid}/").context["proposing"]["key"].value()
    for _ in range(2):
        said = {"amount": "5.000", "words": "Học bổng", "key": key}
        client.post(f"/quy/{held.uuid}/de-nghi-chi/", said)
    asked = held.proposals.get()
    own = client.post(f"/de-nghi-chi/{asked.uuid}/", {"answer": "agree"}, follow=True)
    assert "phải khác người đề nghị" in own.content.decode()

    client.force_login(admin)
    client.post(f"/de-nghi-chi/{asked.uuid}/", {"answer": "agree"})

    assert held.proposals.get().is_agreed


def test_a_stranger_sees_no_fund(client, commune):
    held: MoneyAccount = fund(commune)
    client.force_login(build.clerk(build.unit("Tỉnh khác"), Post.Right.ADMIN))

    for address in (f"/don-vi/{commune.uuid}/quy/", f"/quy/{held.uuid}/",
                    f"/quy/{held.uuid}/bang-tinh/"):  # fmt: skip
        assert client.get(address).status_code == 403
    assert client.post(f"/quy/{held.uuid}/chuyen/").status_code == 403
