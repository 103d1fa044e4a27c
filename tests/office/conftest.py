"""A ward under a province, and who administers it, signed in."""

import pytest

from lantoa.posts.models import Post
from lantoa.units.models import Kind
from tests import build
from tests.office.ward import PASSWORDS


@pytest.fixture
def province():
    return build.root("Đảng bộ tỉnh", code="T")


@pytest.fixture
def ward(province):
    return build.unit("Đảng bộ phường", under=province, kind=Kind.COMMUNE)


@pytest.fixture
def administrator(ward, client):
    user = build.clerk(ward, Post.Right.ADMIN, username="quantri", name="Quản trị phường")
    client.force_login(user, backend=PASSWORDS)
    return user
