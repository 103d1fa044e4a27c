"""The trial of a decision, whole, on the page and in the workbook that is handed out."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.acts.models import Act
from lantoa.acts.template import act_template
from lantoa.posts.models import Post
from lantoa.units.models import Kind
from tests import build
from tests.plain import is_golden, lines_of_book, lines_of_page
from tests.reorganisation.pages import HEAD, page, sign_in

pytestmark = pytest.mark.django_db
NAMES = (("Núi Sập", "30682"), ("Thoại Giang", "30706"), ("Bình Thành", "30710"))
STEPS = [
    ("hợp nhất", "30682", "30999", "Xã Thoại Sơn", "", "89", "", ""),
    ("hợp nhất", "30706", "30999", "", "", "", "", ""),
    ("chuyển", "30710", "", "", "", "89", "", ""),
    ("đổi tên", "30710-1", "", "Chi bộ ấp Mới", "", "", "", ""),
    ("đổi mã", "30710", "30711", "", "", "", "", ""),
    ("đổi loại", "30706-1", "", "", "đảng bộ cơ sở", "", "", ""),
    ("kết thúc", "894", "", "", "", "", "89", ""),
]


@pytest.fixture
def province():
    """A province of one district with three communes, a cell in each, and what they recorded."""
    province = build.unit("Tỉnh Đông", code="89")
    district = build.unit("Huyện Sơn", under=province, kind=Kind.DISTRICT, code="894")
    for name, code in NAMES:
        commune = build.unit(f"Xã {name}", under=district, kind=Kind.COMMUNE, code=code)
        cell = build.unit(f"Chi bộ ấp {name}", under=commune, code=f"{code}-1", members=9)
        build.meeting(at=cell, on=date(2025, 3, 1), members_present=9, topic="Học trước")
        build.work(at=commune, on=date(2025, 8, 1), title="Nâng cấp đường liên ấp")
    return province


@pytest.fixture
def trial(client, province):
    """The number of a decision that was written as a list and tried."""
    sign_in(client, build.clerk(province, Post.Right.ADMIN, name="Người soạn"))
    sent = SimpleUploadedFile("ds.xlsx", act_template(STEPS))
    client.post(page("draft", province), HEAD | {"file": sent})
    act = Act.objects.get()
    client.post(page("simulate", province, act.uuid))
    client.get(page("act", province, act.uuid))  # says once that it is done
    return act.uuid


def test_the_page_of_a_trial_says_what_it_always_did(client, province, trial):
    answer = client.get(page("act", province, trial))

    assert is_golden("trial.txt", lines_of_page(answer.content))


def test_the_workbook_of_a_trial_says_what_it_always_did(client, province, trial):
    answer = client.get(page("outcome", province, trial))

    assert is_golden("trial-workbook.txt", lines_of_book(answer.content))
