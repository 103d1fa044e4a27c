"""Each form that is opened has a key of its own, by which sending twice is sending once."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from lantoa.records.meetings.models import Meeting
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.models import NothingHappened
from lantoa.records.record.operations import NOTHING
from lantoa.records.works.models import Work
from lantoa.units.models import Kind
from tests import build
from tests.records.answers import meeting, page, text, work
from tests.reorganisation.pages import sign_in

pytestmark = pytest.mark.django_db
KEY = re.compile(r'name="key" value="([0-9a-f-]{36})"')


def test_a_wrong_address_and_a_number_too_long_are_each_said_once(clerk, cell):
    wrong = meeting(source_url="không phải địa chỉ", members_present="9" * 30)

    said = clerk.post(page("meetings:record", cell), wrong)

    form = said.context["form"]
    assert [len(form.errors[name]) for name in ("source_url", "members_present")] == [1, 1]
    assert "lớn quá" in form.errors["members_present"][0]


@pytest.mark.parametrize("kind", ["meetings", "works"])
def test_a_form_opened_again_has_another_key(client, kind):
    commune = build.unit("Xã", kind=Kind.COMMUNE)
    sign_in(client, build.clerk(commune))
    address = reverse(f"{kind}:record", args=[commune.uuid])

    keys = [KEY.findall(client.get(address).content.decode()) for _ in range(2)]

    assert [len(each) for each in keys] == [1, 1]
    assert keys[0] != keys[1]


@pytest.mark.parametrize(
    ("kind", "model", "answers"), [("meetings", Meeting, meeting), ("works", Work, work)]
)
def test_what_was_withdrawn_and_is_sent_again_is_not_called_saved(
    clerk, cell, kind, model, answers
):
    sent, address = answers(note="Ghi ở ấp"), page(f"{kind}:record", cell)
    clerk.post(address, sent, follow=True)
    done = kind_of(kind).done
    done.withdraw(model.objects.get(), by=build.recorder(), at=build.NOW, reason="nhầm")

    again = clerk.post(address, sent)

    said = text(again)
    assert (again.status_code, model.objects.count()) == (200, 1)
    assert "đã được hủy ghi lúc 09:00 22/11/2026. Bấm “Lưu” lần nữa" in said
    assert "Đã lưu" not in said
    assert "Ghi ở ấp" in said
    (key,) = KEY.findall(again.content.decode())
    assert clerk.post(address, {**sent, "key": key}).status_code == 302
    assert model.objects.filter(superseded_at=None).count() == 1


def test_nothing_happened_taken_back_and_sent_again_is_not_called_saved(clerk, cell):
    address = page("meetings:nothing", cell)
    sent = {"key": str(uuid4()), "first_day": "1/3/2026", "last_day": "31/3/2026"}
    clerk.post(address, sent)
    said = NothingHappened.objects.get()
    NOTHING.withdraw(said, by=build.recorder(), at=build.NOW, reason="có họp")

    again = clerk.post(address, sent)

    assert "đã được hủy ghi lúc" in text(again)
    assert "31/3/2026" in again.content.decode()
    (key,) = KEY.findall(again.content.decode())
    assert clerk.post(address, {**sent, "key": key}).status_code == 302
    assert NothingHappened.objects.filter(superseded_at=None).count() == 1
