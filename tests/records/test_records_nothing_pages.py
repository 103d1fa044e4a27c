"""The pages on which a unit says that it has nothing to record, and takes it back."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from lantoa.figures.period import Period
from lantoa.people.models import User
from lantoa.posts.models import Post
from lantoa.records.record.models import NothingHappened
from lantoa.records.record.operations import NOTHING
from tests import build
from tests.records.answers import TODAY, page, text, written
from tests.records.conftest import signed_in

MARCH = Period.months(2026, 3, 3)
SPRING = date(2026, 3, 10)


def say(unit):
    days = {"first_day": MARCH.first, "last_day": MARCH.last}
    entry = NothingHappened(key="n1", unit=unit, record_kind="meetings", **days)
    return NOTHING.record(by=build.recorder(), at=build.NOW, entry=entry)


def answers(period=MARCH, **more):
    days = {"first_day": period.first.isoformat(), "last_day": period.last.isoformat()}
    return {"key": str(uuid4()), **days, **more}


def test_one_tap_on_the_list_says_it_and_the_list_shows_it_with_the_way_back(clerk, cell):
    listed = clerk.get(page("meetings:list", cell))
    offer = listed.context["offers"][0]
    sent = {"key": str(offer.key), "first_day": written(offer.period.first),
            "last_day": offer.period.last.isoformat()}  # fmt: skip

    done = clerk.post(page("meetings:nothing", cell), sent, follow=True)
    twice = clerk.post(page("meetings:nothing", cell), sent, follow=True)

    row = NothingHappened.objects.get()
    assert (row.recorded_by, row.unit) == (User.objects.get(pk=clerk.user.pk), cell)
    assert f"Không phát sinh {offer.period}" in text(listed)
    for shown in (done, twice):
        assert shown.redirect_chain[0][0] == page("meetings:list", cell)
        assert "Đã báo không phát sinh" in text(shown)
        assert page("meetings:unsay", row) in text(shown)
    assert offer.period not in [each.period for each in done.context["offers"]]


def test_a_card_says_it_for_its_own_cell(card, cell):
    done = card.post(page("meetings:nothing", cell), answers())

    assert (done.status_code, NothingHappened.objects.count()) == (302, 1)


def test_the_page_asks_for_other_days_and_tells_what_is_wrong_with_them(clerk, cell):
    build.meeting(at=cell, on=SPRING)
    address = page("meetings:nothing", cell)

    asked = clerk.get(address)
    happened = clerk.post(address, answers(back="/don-vi/"))
    backwards = clerk.post(address, answers() | {"last_day": "1/2/2026"})
    no_key = clerk.post(address, answers() | {"key": ""})

    last = TODAY.replace(day=1) - timedelta(days=1)
    assert asked.context["form"]["last_day"].value() == written(last)
    assert "nên kỳ này có phát sinh" in text(happened)
    assert 'name="back" value="/don-vi/"' in text(happened)
    assert "Ngày cuối phải từ ngày đầu trở đi." in text(backwards)
    assert "Hãy bấm Lưu lần nữa" in text(no_key)
    assert NothingHappened.objects.count() == 0


def test_each_page_says_what_it_is_for_and_leads_back_to_the_list(clerk, cell):
    addresses = {
        "Không phát sinh": page("meetings:nothing", cell),
        "Bỏ lời báo": page("meetings:unsay", say(cell)),
    }
    for name, address in addresses.items():
        asked = clerk.get(address).content.decode()

        assert f'<li aria-current="page">{name}</li>' in asked
        assert f'href="{page("meetings:list", cell)}"' in asked


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_nobody_is_sent_to_another_site(clerk, cell, back):
    done = clerk.post(page("meetings:nothing", cell), answers(back=back))

    assert done.url == page("meetings:list", cell)


def test_it_is_taken_back_on_its_page_with_a_reason(clerk, cell):
    held = say(cell)
    address = page("meetings:unsay", held)
    seen = {"seen": clerk.get(address).context["form"]["seen"].value()}

    refused_first = clerk.post(address, seen)
    done = clerk.post(address, {**seen, "reason": "Có họp"})
    twice = clerk.post(address, {**seen, "reason": "Có họp"})

    assert "Hãy ghi lý do." in text(refused_first)
    assert done.url == twice.url == page("meetings:list", cell)
    assert NothingHappened.objects.get().reason == "Có họp"
    assert "Đã báo không phát sinh" not in text(clerk.get(done.url))


def test_what_was_said_otherwise_meanwhile_is_not_taken_back(clerk, cell):
    held = say(cell)

    late = clerk.post(page("meetings:unsay", held), {"seen": "khác", "reason": "Có họp"})

    assert "đã đính chính" in text(late)
    assert NothingHappened.objects.get().superseded_at is None


def test_a_stranger_gets_the_same_answer_for_hidden_and_for_absent(cell):
    held, stranger = say(cell), signed_in(build.clerk(build.unit("Xã khác")))
    pages = [("meetings:nothing", cell.uuid), ("meetings:unsay", held.uuid)]

    for name, hidden in pages:
        shown = [stranger.post(reverse(name, args=[each])) for each in (hidden, uuid4())]
        assert [each.status_code for each in shown] == [403, 403]

    assert NothingHappened.objects.get().superseded_at is None


def test_it_is_taken_back_under_its_own_kind_only(clerk, cell):
    held = say(cell)

    assert clerk.get(page("works:unsay", held)).status_code == 403


def test_who_may_only_look_sees_it_and_no_button(commune, cell):
    say(cell)
    viewer = signed_in(build.clerk(commune, Post.Right.VIEW))

    shown = text(viewer.get(page("meetings:list", cell)))

    assert "Đã báo không phát sinh" in shown
    assert '<button class="button quiet">Không phát sinh' not in shown
    assert page("meetings:nothing", cell) not in shown
    assert viewer.post(page("meetings:nothing", cell), answers()).status_code == 403
