"""Somebody who looks at an organisation that is reorganised, and who decides about it."""

import pytest

from lantoa.posts.models import Post
from tests import build
from tests.acts.conftest import approver, author, land
from tests.reorganisation.pages import sign_in

__all__ = ["approver", "author", "land"]


@pytest.fixture
def viewer(land, client):
    """Somebody who may look at the province, signed in."""
    user = build.clerk(land.province, Post.Right.VIEW)
    sign_in(client, user)
    return user
