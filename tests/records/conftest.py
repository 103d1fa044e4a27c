from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client

from lantoa.guidance.operations import adopt_known
from lantoa.people.operations import open_card_accounts
from lantoa.posts.models import Post
from lantoa.posts.operations import give_post
from lantoa.records.indicators.operations import adopt_known as adopt_indicators
from lantoa.records.works.operations import adopt_known as adopt_works
from lantoa.units.models import END
from tests import build


@pytest.fixture(scope="package")
def lists(django_db_setup, django_db_blocker) -> Iterator[None]:
    """What an installation knows from the first day, taken in once for every test of the folder."""
    with django_db_blocker.unblock(), transaction.atomic():
        adopt_known()
        adopt_indicators()
        adopt_works()
        connection.check_constraints()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _addresses(settings, tmp_path, lists, db):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def commune():
    return build.unit("Đảng ủy phường")


@pytest.fixture
def cell(commune):
    return build.unit("Chi bộ khóm 1", under=commune, members=45)


@pytest.fixture
def clerk(commune):
    return signed_in(build.clerk(commune))


@pytest.fixture
def card(cell):
    user = open_card_accounts(names=["Chi bộ khóm 1"])[0]
    give_post(
        user=user,
        unit=cell,
        right=Post.Right.RECORD,
        since=build.LONG_AGO,
        until=END,
        by=None,
        at=build.NOW,
    )
    return signed_in(user)


def signed_in(user):
    """Return a browser in which somebody has signed in."""
    client = Client()
    client.force_login(user, backend="lantoa.people.access.CardSignIn")
    client.user = user
    return client
