"""A commune with its clerk, who types, and a cell with a card."""

import pytest

from lantoa.units.models import Kind
from tests import build
from tests.phone.cards import issue
from tests.reorganisation.pages import sign_in


@pytest.fixture
def commune():
    return build.unit("Đảng bộ xã", kind=Kind.COMMUNE)


@pytest.fixture
def cell(commune):
    return build.unit("Chi bộ ấp 1", under=commune)


@pytest.fixture
def clerk(client, commune):
    user = build.clerk(commune, username="van-thu")
    sign_in(client, user)
    return user


@pytest.fixture
def card(cell, clerk):
    return issue(cell, clerk)
