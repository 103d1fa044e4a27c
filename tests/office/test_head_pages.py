"""The slip by which a book is compared later: on a page, on paper, and as a file."""

import pytest
from django.urls import reverse

from lantoa.trail.heads import read_head
from lantoa.trail.queries import head_now
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"))


def address(name, unit):
    return reverse(f"office:{name}", args=[unit.uuid])


def test_the_slip_shows_the_code_of_all_lines_and_is_no_signature(client, commune):
    client.force_login(build.clerk(commune))

    page = client.get(address("head", commune)).content.decode()

    head = head_now(commune.home)
    assert head.code in page
    assert f"Mã đối chiếu của {head.lines} dòng" in page
    assert "không phải chữ ký" in page


def test_the_file_tells_the_same_head(client, commune):
    client.force_login(build.clerk(commune))

    file = client.get(address("head-file", commune))

    assert read_head(file.content.decode()) == head_now(commune.home)


def test_each_line_gives_another_code(commune):
    before = head_now(commune.home)
    build.unit("Chi bộ", under=commune)

    after = head_now(commune.home)

    assert after.lines > before.lines
    assert after.code != before.code


@pytest.mark.parametrize("name", ["head", "head-file"])
def test_a_stranger_sees_no_slip(client, commune, name):
    client.force_login(build.clerk(build.unit("Tỉnh khác")))

    assert client.get(address(name, commune)).status_code == 403
