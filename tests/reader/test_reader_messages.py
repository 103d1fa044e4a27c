"""A pasted message fills the form of a meeting; names are dropped, and it is kept nowhere."""

import logging
from datetime import date

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.urls import reverse

from lantoa.reader.messages import BOXES, SORTS, TOPICS, understood
from lantoa.records.meetings.models import Meeting
from lantoa.records.record.columns import columns_of
from lantoa.records.record.kinds import filled_from_messages
from lantoa.units.models import Kind
from tests import build

TODAY = date(2026, 11, 22)
MESSAGE = "CB khóm 3 họp 3/10, 42/45 đv, vắng 3 có phép, đ/c Lê Thị Bông chủ trì"
PASSWORD = "lantoa.people.access.PasswordSignIn"


@pytest.mark.parametrize(
    ("message", "boxes"),
    [
        (
            "CB khóm 3 họp 3/10, 42/45 đv, vắng 3 có phép",
            {"last_day": "3/10/2026", "members_present": "42", "members_invited": "45",
             "absent_excused": "3", "sort": "regular"},
        ),
        (
            "cb khom 3 hop 3-10: co mat 42/45, vang 3 ko phep",
            {"last_day": "3/10/2026", "members_present": "42", "members_invited": "45",
             "absent_unexcused": "3", "sort": "regular"},
        ),
        (
            "Sinh hoạt chuyên đề 05/11, dự 18/20 đ/c, vắng 2 (1 có phép, 1 không phép)",
            {"last_day": "5/11/2026", "absent_excused": "1", "absent_unexcused": "1",
             "members_present": "18", "members_invited": "20", "sort": "thematic"},
        ),
        (
            "Họp lệ hôm qua, triệu tập 30, có mặt 28, vắng 2 ko phép, miễn 3",
            {"last_day": "21/11/2026", "members_present": "28", "members_invited": "30",
             "absent_unexcused": "2", "members_exempt": "3", "sort": "regular"},
        ),
        (
            "Hội nghị học tập ngày 1/12/25 có 60 đv dự, 4 khách, 7 quần chúng, trực tuyến",
            {"last_day": "1/12/2025", "members_present": "60", "guests_present": "4",
             "nonmembers_present": "7", "sort": "conference", "mode": "online"},
        ),
        (
            "chi bộ họp 25/12 dự 20/20 đv, không ai vắng",
            {"last_day": "25/12/2025", "members_present": "20", "members_invited": "20",
             "absent_excused": "0", "absent_unexcused": "0", "sort": "regular"},
        ),
        ("chào chị, tối nay em gửi số liệu", {}),
        (
            "họp 31/2, 40/45 đv",
            {"members_present": "40", "members_invited": "45", "sort": "regular"},
        ),
    ],
)  # fmt: skip
def test_a_message_is_understood_as_people_write_it(message, boxes):
    found = dict(understood(message, today=TODAY).boxes)
    found.pop("topic", None)

    assert found == boxes


@pytest.mark.parametrize(
    ("message", "remark"),
    [
        ("họp, 42/45 đv", "không ghi ngày"),
        ("3/10 có 42/45 đv", "Chưa rõ loại buổi"),
        ("họp 3/10, 42/45 đv, vắng 3", "chưa rõ có lý do hay không"),
        ("họp 3/10, 42/45 đv, vắng 2 có phép", "Số dự cộng số vắng là 44, số triệu tập là 45"),
    ],
)
def test_what_a_person_must_look_at_is_said(message, remark):
    assert any(remark in each for each in understood(message, today=TODAY).remarks)


def test_no_word_of_the_message_is_handed_on():
    boxes = understood(MESSAGE, today=TODAY).boxes

    assert "bông" not in str(boxes).lower()
    assert boxes["topic"] == "Sinh hoạt chi bộ thường kỳ tháng 10/2026"


@pytest.fixture
def ward():
    return build.unit("Đảng bộ phường Thử", kind=Kind.COMMUNE)


@pytest.fixture
def cell(ward):
    return build.unit("Chi bộ khóm 3", under=ward, members=45)


@pytest.fixture
def desk(client, ward):
    client.force_login(build.clerk(ward), backend=PASSWORD)
    return client


def sent(desk, unit, message=MESSAGE):
    return desk.post(reverse("reader:message", args=[unit.uuid]), {"message": message})


@pytest.mark.django_db
def test_one_tap_opens_the_form_of_the_named_cell_filled(desk, ward, cell):
    answer = sent(desk, ward)

    form = desk.get(answer.context["open_form"]).context["form"]

    assert reverse("meetings:record", args=[cell.uuid]) in answer.context["open_form"]
    shown = {
        name: str(form[name].value()) for name in ("members_present", "absent_excused", "sort")
    }
    assert shown == {"members_present": "42", "absent_excused": "3", "sort": "regular"}
    assert not Meeting.objects.exists()


@pytest.mark.django_db
def test_a_unit_that_is_not_known_here_is_said(desk, ward):
    assert "Chưa tìm thấy đơn vị" in sent(desk, ward).content.decode()
    assert "Chưa tìm thấy đơn vị" not in sent(desk, ward, "họp 3/10, 42/45 đv").content.decode()


@pytest.mark.django_db
def test_the_message_is_kept_nowhere(desk, ward, cell, caplog):
    caplog.set_level(logging.DEBUG)

    answer = sent(desk, ward)

    assert "Bông" not in answer.content.decode()
    assert "Bông" not in answer.context["open_form"]
    assert "Bông" not in caplog.text
    assert answer.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    for model in apps.get_models():
        rows = [str(each) for each in model._default_manager.values_list()]
        assert "Bông" not in "".join(rows), model
    assert all("Bông" not in str(each.get_decoded()) for each in Session.objects.all())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("", "Hãy dán tin nhắn"),
        ("a" * 2001, "Tin nhắn dài quá"),
        ("TỐI MẬT" + "." * 2001, "Tin nhắn dài quá"),
        ("chào chị", "Chưa thấy ngày hay con số"),
    ],
)
def test_a_message_that_says_nothing_is_met_with_a_word(desk, ward, message, words):
    assert words in sent(desk, ward, message).content.decode()


@pytest.mark.django_db
def test_an_address_fills_only_the_boxes_it_may(desk, cell):
    page = reverse("meetings:record", args=[cell.uuid])

    form = desk.get(f"{page}?members_present=42&documents=1&key=x&source_url=y").context["form"]

    assert form["members_present"].value() == "42"
    assert not form["documents"].value()
    assert not form["source_url"].value()


def test_each_box_that_a_message_fills_is_a_column_of_the_kind_whose_form_it_opens():
    columns = {each.name: each for each in columns_of(filled_from_messages().counted.model)}

    sorts = {value for value, _ in columns["sort"].flatchoices}
    modes = {value for value, _ in columns["mode"].flatchoices}
    assert set(BOXES) <= set(columns)
    assert {sort for sort, _ in SORTS} | set(TOPICS) == sorts
    assert "online" in modes
    assert "topic" in columns
