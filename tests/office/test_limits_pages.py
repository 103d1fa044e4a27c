"""The page of limits: shown to administrators, changed from the root."""

import pytest

from lantoa.matters.operations import adopt_known
from lantoa.posts.models import Post
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
CHANGE = {"days": "7", "since": "1/1/2027", "source": "Quy chế 3-QC/ĐU"}


@pytest.fixture
def root():
    adopt_known()
    return build.unit("Tỉnh")


def test_an_administrator_of_the_root_changes_a_limit(client, root):
    client.force_login(build.clerk(root, Post.Right.ADMIN))
    address = f"/don-vi/{root.uuid}/thoi-han/"

    client.post(f"{address}doi/matters.opinion/", CHANGE)

    page = client.get(address).content.decode()
    assert "Quy chế 3-QC/ĐU" in page
    assert "1/1/2027" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"days": "0"}, "từ 1 đến 400"), ({"since": "mai"}, "mai"), ({"source": ""}, "Ghi căn cứ")],
)
def test_what_is_wrong_is_said_and_stays(client, root, wrong, told):
    client.force_login(build.clerk(root, Post.Right.ADMIN))

    page = client.post(f"/don-vi/{root.uuid}/thoi-han/doi/matters.opinion/", CHANGE | wrong)

    assert told in page.content.decode()


def test_others_see_it_or_not_and_change_nothing(client, root):
    commune = build.unit("Xã", under=root, kind=Kind.COMMUNE)
    client.force_login(build.clerk(commune, Post.Right.ADMIN))

    assert client.get(f"/don-vi/{commune.uuid}/thoi-han/").status_code == 200
    for place in (commune, root):
        address = f"/don-vi/{place.uuid}/thoi-han/doi/matters.opinion/"
        assert client.post(address, CHANGE).status_code == 403
