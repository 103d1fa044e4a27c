"""From where a request comes, as far as our own proxies tell it."""

import pytest
from django.test import RequestFactory

from lantoa.people.address import client_address, household


def asked(told: str | None, *, direct: str = "10.0.0.1"):
    more = {} if told is None else {"HTTP_X_FORWARDED_FOR": told}
    return RequestFactory().get("/", REMOTE_ADDR=direct, **more)


@pytest.mark.parametrize(
    ("proxies", "told", "found"),
    [
        (0, "203.0.113.5", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "198.51.100.9, 203.0.113.5", "203.0.113.5"),
        (1, "1.1.1.1,2.2.2.2,  203.0.113.5 ", "203.0.113.5"),
        (2, "1.1.1.1, 203.0.113.5, 10.0.0.2", "203.0.113.5"),
        (2, "203.0.113.5", "10.0.0.1"),
        (1, "203.0.113.5, không phải địa chỉ", "10.0.0.1"),
        (1, "2001:db8::7", "2001:db8::7"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(settings, proxies, told, found):
    settings.PROXIES = proxies

    assert client_address(asked(told)) == found


def test_whoever_writes_the_header_does_not_change_where_they_are(settings):
    settings.PROXIES = 1

    found = {client_address(asked(f"192.0.2.{n}, 203.0.113.5")) for n in range(20)}

    assert found == {"203.0.113.5"}


def test_the_addresses_of_one_subscriber_count_as_one():
    assert household("2001:db8:1:2::1") == household("2001:db8:1:2:ffff::9")
    assert household("2001:db8:1:2::1") != household("2001:db8:1:3::1")
    assert household("203.0.113.5") != household("203.0.113.6")
    assert household("::ffff:203.0.113.5") == household("203.0.113.5")
    assert household("") == ""
