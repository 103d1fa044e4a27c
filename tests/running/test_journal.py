"""The log tells what happened under which name, and names nobody."""

import json
import logging
from uuid import UUID

import pytest

from lantoa.keeping.journal import Lines
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines(caplog):
    """Return a function that gives the lines written since, as JSON."""
    written: list[str] = []
    sink = logging.Handler()
    sink.setFormatter(Lines())
    sink.emit = lambda record: written.append(sink.format(record))
    names = [logging.getLogger(each) for each in ("lantoa", "django", "axes", "elsewhere")]
    levels = [each.level for each in names]
    for each in names:
        each.addHandler(sink)
        each.setLevel(logging.INFO)
    yield lambda: [json.loads(each) for each in written]
    for each, level in zip(names, levels, strict=True):
        each.removeHandler(sink)
        each.setLevel(level)


def test_a_request_is_one_line_with_its_name_its_route_and_the_account(client, lines):
    clerk = build.clerk(build.unit("Xã Một"), username="nguyen-thi-hoa")
    client.force_login(clerk)

    answer = client.get("/?ten=Nguyen+Thi+Hoa")

    [line] = [each for each in lines() if each["says"] == "answered"]
    assert line["request"] == answer["X-Request-ID"]
    assert UUID(line["account"]) == clerk.uuid
    assert (line["method"], line["route"], line["status"]) == ("GET", "", answer.status_code)
    assert "hoa" not in json.dumps(line).casefold()


def test_the_name_that_the_proxy_gave_is_kept_and_any_other_is_not(client):
    given = "0123456789abcdef" * 2

    assert client.get("/dang-nhap/", HTTP_X_REQUEST_ID=given)["X-Request-ID"] == given
    for other in ("Nguyễn Văn A", given + "0", "../" + given, given.upper()):
        assert client.get("/dang-nhap/", HTTP_X_REQUEST_ID=other)["X-Request-ID"] != other


def test_signing_in_wrongly_leaves_no_name_and_no_address_of_a_person(client, lines):
    for _ in range(12):
        wrong = {"username": "tran-van-ba", "password": "bí mật của tôi"}
        client.post("/dang-nhap/", wrong, REMOTE_ADDR="10.9.8.7")

    told = lines()
    written = json.dumps(told, ensure_ascii=False)
    assert sum(each["from"] == "lantoa.keeping.watching" for each in told) == 12
    for secret in ("tran-van-ba", "bí mật", "10.9.8.7"):
        assert secret not in written


def test_an_exception_is_told_by_its_sort_and_places_not_its_words(lines):
    try:
        raise ValueError("Nguyễn Văn A, 0912 345 678")
    except ValueError as failure:
        logging.getLogger("elsewhere").error(str(failure), exc_info=True)
        logging.getLogger("elsewhere").exception("Không ghi được %s", "Nguyễn Văn A")

    first, second = lines()
    assert first["says"] == first["exception"] == "ValueError"
    assert second["says"] == "Không ghi được %s"
    assert "test_journal.py" in second["places"][0]
    assert "Nguyễn" not in json.dumps([first, second], ensure_ascii=False)


def test_what_libraries_hang_on_a_line_is_left_out(lines):
    logging.getLogger("elsewhere").warning("x", extra={"request": object(), "username": "ba"})

    assert set(lines()[0]) == {"at", "level", "from", "says"}
