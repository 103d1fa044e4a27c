"""An organisation to reorganise, and the people who decide about it."""

import pytest

from lantoa.posts.models import Post
from tests import build
from tests.acts.acts import country


@pytest.fixture
def land():
    return country()


@pytest.fixture
def author(land):
    return build.clerk(land.province, Post.Right.ADMIN, name="Người soạn")


@pytest.fixture
def approver(land):
    return build.clerk(land.province, Post.Right.ADMIN, name="Người duyệt")
