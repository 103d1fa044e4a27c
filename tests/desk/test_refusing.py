"""The pages that refuse or fail are ours: in Vietnamese, with a way on, in our look."""

import re
from pathlib import Path

import django
import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from lantoa.desk.views import refusing
from lantoa.units.models import Kind
from tests import build
from tests.reorganisation.pages import sign_in

HOUSE = ['<html lang="vi">', "tokens.css", 'class="refusal"']
DJANGO = Path(django.__file__).parent


def text(answer):
    return answer.content.decode()


def is_ours(answer, *words):
    """Hold that a page is in the house's look and language, and leads on."""
    page = text(answer)
    absent = [each for each in (*HOUSE, *words) if each not in page]
    assert absent == []
    assert re.search(r'<div class="refusal">.*<a class="button" href="/', page, re.DOTALL)
    assert not re.search(r"\b(Forbidden|Bad Request|Not Found|Server Error|CSRF|DEBUG)\b", page)
    return True


@pytest.fixture
def commune():
    return build.unit("Đảng bộ xã", kind=Kind.COMMUNE)


@pytest.fixture
def quiet(client):
    client.raise_request_exception = False
    return client


@pytest.mark.django_db
def test_a_form_without_the_mark_of_this_browser_is_refused_with_a_way_back():
    strict = Client(enforce_csrf_checks=True)

    told = {"username": "a", "password": "b"}
    answer = strict.post(
        reverse("desk:sign-in"), told, HTTP_REFERER="http://testserver/dang-nhap/?next=/ghi/"
    )

    assert answer.status_code == 403
    assert is_ours(answer, "đã cũ, chưa được lưu", 'href="/dang-nhap/?next=/ghi/"')


@pytest.mark.django_db
@pytest.mark.parametrize("before", ["", "https://ke-gian.example/x", "javascript:alert(1)", "//x"])
def test_the_way_back_never_leads_to_another_site(before):
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post(reverse("desk:sign-in"), {}, HTTP_REFERER=before)

    assert is_ours(answer, 'class="button" href="/"')


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/khong-co/", "/static/khong-co.css", "/the/"])
def test_what_is_not_there(quiet, address):
    answer = quiet.get(address)

    assert answer.status_code == 404
    assert is_ours(answer, "Không có trang này")


@pytest.mark.django_db
def test_who_may_not(client, commune):
    sign_in(client, build.clerk(build.unit("Đảng bộ xã khác", kind=Kind.COMMUNE)))

    answer = client.get(reverse("desk:unit", args=[commune.uuid]))

    assert answer.status_code == 403
    assert is_ours(answer, "chưa được giao quyền xem")


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_refused_in_words(quiet):
    answer = quiet.get("/", HTTP_HOST="ke-gian.example")

    assert answer.status_code == 400
    assert is_ours(answer, "Không đọc được yêu cầu này")


@pytest.mark.django_db
def test_more_than_the_site_takes(quiet, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    answer = quiet.post(reverse("desk:sign-in"), {"username": "a" * 200})

    assert answer.status_code == 413
    assert is_ours(answer, "Gửi nhiều quá một lần")


@pytest.mark.django_db
def test_more_boxes_than_any_page_has(quiet, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5

    answer = quiet.post(reverse("desk:sign-in"), {f"a{n}": "1" for n in range(9)})

    assert answer.status_code == 400
    assert is_ours(answer, "Không đọc được yêu cầu này")


@pytest.mark.django_db
def test_an_address_that_only_takes_forms_is_not_a_blank_page(client, commune):
    sign_in(client, build.clerk(commune))

    answer = client.get(reverse("desk:sign-out"))

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert is_ours(answer, "không mở trực tiếp được")


@pytest.mark.django_db
class Broken:
    """A template engine that draws nothing."""

    @staticmethod
    def get_template(name):
        raise OSError(name)


def failing(rf, fault):
    """Ask for the page of a fault, as the site does while it handles one."""
    request = rf.get("/")
    request.user = AnonymousUser()
    try:
        raise fault
    except type(fault):
        return refusing.failed(request)


def test_a_fault_asks_neither_the_database_nor_who_is_there(rf):
    answer = failing(rf, ZeroDivisionError())

    assert answer.status_code == 500
    assert is_ours(answer, "Máy chủ gặp lỗi")


def test_a_database_that_does_not_answer_is_said_apart(rf):
    answer = failing(rf, OperationalError("database is locked"))

    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert is_ours(answer, "Máy chủ đang bận")


@pytest.mark.django_db
def test_a_page_whose_table_is_gone_is_said_in_our_words(quiet, commune):
    sign_in(quiet, build.clerk(commune))

    with connection.execute_wrapper(_refuse_all):
        answer = quiet.get("/")

    assert answer.status_code == 503
    assert is_ours(answer, "Máy chủ đang bận")


def _refuse_all(execute, sql, params, many, context):
    raise OperationalError("disk I/O error")


def test_where_no_page_can_be_drawn_a_plain_one_speaks(rf, monkeypatch):
    monkeypatch.setattr(refusing, "loader", Broken)

    answer = failing(rf, ZeroDivisionError())

    assert answer.status_code == 500
    assert "Máy chủ gặp lỗi" in text(answer)
    assert 'href="/"' in text(answer)


@pytest.mark.parametrize(
    ("fault", "status"), [(RequestDataTooBig("x"), 413), (SuspiciousOperation("x"), 400)]
)
def test_what_cannot_be_read_names_no_fault_of_the_program(rf, fault, status):
    answer = refusing.unreadable(rf.post("/"), fault)

    assert answer.status_code == status
    assert is_ours(answer)
