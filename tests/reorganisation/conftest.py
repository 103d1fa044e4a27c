"""An organisation to reorganise, and the people who look at it and decide about it."""

import pytest

from lantoa.units.models import Post
from tests import build
from tests.reorganisation.acts import country
from tests.reorganisation.pages import sign_in


@pytest.fixture
def land():
    return country()


@pytest.fixture
def viewer(land, client):
    """Somebody who may look at the province, signed in."""
    user = build.clerk(land.province, Post.Right.VIEW)
    sign_in(client, user)
    return user


@pytest.fixture
def author(land):
    return build.clerk(land.province, Post.Right.ADMIN, name="Người soạn")


@pytest.fixture
def approver(land):
    return build.clerk(land.province, Post.Right.ADMIN, name="Người duyệt")
