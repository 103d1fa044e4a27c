"""The page on which a report is asked for: its period, its chart, and what was known when."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from lantoa.records.meetings.operations import withdraw
from lantoa.units.models import Kind
from tests import build

pytestmark = pytest.mark.django_db
PASSWORD = "lantoa.people.access.PasswordSignIn"
ASKED = {"first": "2026-01-01", "last": "2026-12-31", "day": "2026-12-20", "kind": "docx"}


@pytest.fixture
def commune():
    return build.unit("Đảng bộ xã Thử", kind=Kind.COMMUNE)


@pytest.fixture
def desk(client, commune):
    client.force_login(build.clerk(commune), backend=PASSWORD)
    return client


@pytest.fixture
def withdrawn(commune):
    """A meeting written down on 22 November and taken back on 1 December."""
    meeting = build.meeting(at=commune, on=date(2026, 3, 10), members_present=18)
    withdraw(meeting, by=build.recorder(), at=build.at(date(2026, 12, 1)), reason="ghi nhầm")


def page_of(desk, commune, **more):
    return desk.post(reverse("reports:ask", args=[commune.uuid]), ASKED | more)


def text_of(answer) -> str:
    return "\n".join(each.text for each in Document(BytesIO(answer.content)).paragraphs)


def test_a_report_is_printed_as_it_was_known_and_says_so(desk, commune, withdrawn):
    then = text_of(page_of(desk, commune, as_known="30/11/2026 14:00"))
    now = text_of(page_of(desk, commune, as_known=""))

    assert "với 18 lượt đảng viên dự." in then
    assert "như đã biết lúc 14:00 ngày 30/11/2026." in then
    assert "Số buổi học tập, quán triệt trong kỳ: chưa có số." in now
    assert "như đã biết" not in now


def test_a_chart_of_another_day_is_that_of_the_report(desk, commune):
    text = text_of(page_of(desk, commune, chart="2026-06-30"))

    assert "theo sơ đồ tổ chức ngày 30/6/2026." in text


@pytest.mark.parametrize("known", ["2026-11-30T14:00:00+07:00", "30/11/2026"])
def test_the_address_fills_in_what_was_known_when(desk, commune, known):
    address = reverse("reports:ask", args=[commune.uuid])

    page = desk.get(address, {"as-known": known}).content.decode()

    assert "Như đã biết đến" in page
    assert f'value="{known}"' in page


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("hôm qua", "Không đọc được ngày “hôm qua”"),
        ("31/2/2026", "Không có ngày 31/2/2026 trong lịch"),
        ("30/11/2026 25:00", "không phải là một lúc"),
        ("1900-01-01T09:00", "Năm phải từ 1930 đến 2200."),
        ("1/1/2020", "Đến 00:00 ngày 1/1/2020 chưa ghi đơn vị này."),
    ],
)
def test_what_is_no_moment_and_what_nobody_knew_yet_is_refused_in_words(
    desk, commune, known, words
):
    page = page_of(desk, commune, as_known=known).content.decode()

    assert words in page
    assert f'value="{known}"' in page
