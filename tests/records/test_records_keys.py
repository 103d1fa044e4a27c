"""Each form that is opened has a key of its own, by which sending twice is sending once."""

import re

import pytest
from django.urls import reverse

from lantoa.units.models import Kind
from tests import build
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db
KEY = re.compile(r'name="key" value="([0-9a-f-]{36})"')


@pytest.mark.parametrize("kind", ["meetings", "works"])
def test_a_form_opened_again_has_another_key(client, kind):
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    sign_in(client, build.clerk(commune))
    address = reverse(f"{kind}:record", args=[commune.uuid])

    keys = [KEY.findall(client.get(address).content.decode()) for _ in range(2)]

    assert [len(each) for each in keys] == [1, 1]
    assert keys[0] != keys[1]
