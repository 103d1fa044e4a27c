"""A district and its clerk, signed in."""

import pytest

from lantoa.units.models import Kind
from tests import build
from tests.reader.asking import PASSWORD


@pytest.fixture
def district():
    return build.unit("Đảng bộ huyện Thoại Sơn", kind=Kind.DISTRICT)


@pytest.fixture
def desk(client, district):
    client.force_login(build.clerk(district), backend=PASSWORD)
    return client
