"""Showing, correcting, withdrawing and listing through the pages."""

from datetime import date

import pytest

from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from tests import build
from tests.records.answers import DAY, TODAY, each_kind, indicator, meeting, page, send, text
from tests.records.conftest import signed_in


def test_an_indicator_out_of_use_is_offered_to_who_corrects_it_and_to_nobody_else(clerk, cell):
    send(clerk, "indicators:record", cell, indicator())
    held = Indicator.objects.get()
    Sort.objects.filter(pk=held.sort_id).update(valid_to=TODAY)

    new = clerk.get(page("indicators:record", cell)).context["form"].fields["sort"].queryset
    right = clerk.get(page("indicators:correct", held)).context["form"].fields["sort"].queryset

    assert held.sort not in new
    assert held.sort in right


def stored_before(held, **other):
    """Return a row as a version that asked less may have stored it."""
    told = {"recorded_by": held.recorded_by, "recorded_at": held.recorded_at, "digest": "0" * 64}
    return Meeting.objects.create(
        **{"unit": held.unit, "first_day": DAY, "last_day": DAY}
        | {"sort": held.sort, "topic": held.topic, "source": held.source}
        | told
        | other
    )


@pytest.mark.parametrize(
    ("address", "linked"), [("https://baoangiang.com.vn/a", True), ("javascript:alert(1)", False)]
)
def test_a_source_is_a_link_where_it_has_an_address_of_the_web(address, linked, clerk, cell):
    recorded = build.meeting(at=cell, on=DAY, source="Báo An Giang")
    held = stored_before(recorded, key="cũ", source_url=address)

    shown = text(clerk.get(page("meetings:show", held)))

    assert "Báo An Giang" in shown
    assert (f'href="{address}"' in shown) is linked
    assert ("javascript" in shown) is False


def test_a_quoted_figure_is_shown_with_its_source_and_withdrawn(clerk, cell):
    entry = Quotation(
        unit=cell,
        key="t1",
        first_day=DAY,
        last_day=DAY,
        what="Đảng viên dự",
        measured_in="lượt",
        value=17_939,
        source="Báo An Giang",
    )
    (held,) = quotations.record_many(by=clerk.user, at=build.NOW, entries=[entry])

    shown = text(clerk.get(page("quotations:show", held)))
    send(clerk, "quotations:withdraw", held, {"seen": held.digest, "reason": "trích nhầm"})

    assert "17.939 lượt" in shown
    assert "Báo An Giang" in shown
    assert "Đính chính</a>" not in shown
    assert "trích nhầm" in text(clerk.get(page("quotations:show", held)))
    stranger = signed_in(build.person())
    assert stranger.get(page("quotations:show", held)).status_code == 403


@each_kind
def test_a_correction_needs_a_reason_and_shows_what_it_changed(kind, asked, model, clerk, cell):
    answers = asked(note="trước")
    send(clerk, f"{kind}:record", cell, answers)
    held = model.objects.get()
    form = clerk.get(page(f"{kind}:correct", held)).context
    sent = {**answers, "note": "sau", "seen": form["beside"]["seen"].value()}

    refused = send(clerk, f"{kind}:correct", held, sent)
    done = send(clerk, f"{kind}:correct", held, {**sent, "reason": "đếm lại"})
    twice = send(clerk, f"{kind}:correct", held, {**sent, "reason": "đếm lại"})

    assert form["form"]["note"].value() == "trước"
    assert refused.context["beside"].errors["reason"] == ["Hãy ghi lý do."]
    assert done.url == twice.url == page(f"{kind}:show", held)
    assert model.objects.count() == 2
    shown = text(clerk.get(done.url))
    assert "Lý do: đếm lại" in shown
    assert "<del>trước</del> thành <ins>sau</ins>" in shown


def test_who_corrects_what_another_has_just_corrected_is_told(clerk, cell):
    held = build.meeting(at=cell, on=DAY)
    form = clerk.get(page("meetings:correct", held)).context
    seen = {"seen": form["beside"]["seen"].value(), "reason": "đếm lại"}
    send(clerk, "meetings:correct", held, meeting(**seen, members_present="40"))

    late = send(clerk, "meetings:correct", held, meeting(**seen, members_present="41"))

    assert "đã đính chính" in " ".join(late.context["errors"])
    assert Meeting.objects.count() == 2


def test_a_correction_that_changes_nothing_says_so(clerk, cell):
    answers = meeting()
    send(clerk, "meetings:record", cell, answers)
    held = Meeting.objects.get()

    same = {**answers, "seen": held.digest, "reason": "xem lại"}
    shown = send(clerk, "meetings:correct", held, same)

    assert "Nội dung không có gì thay đổi." in shown.context["errors"]


@each_kind
def test_a_withdrawal_needs_a_reason_and_stays_to_be_seen(kind, asked, model, clerk, cell):
    send(clerk, f"{kind}:record", cell, asked())
    held = model.objects.get()
    asking = clerk.get(page(f"{kind}:withdraw", held)).context["form"]

    refused = send(clerk, f"{kind}:withdraw", held, {"seen": asking["seen"].value()})
    reason = {"seen": asking["seen"].value(), "reason": "ghi nhầm đơn vị"}
    done = send(clerk, f"{kind}:withdraw", held, reason)
    again = send(clerk, f"{kind}:withdraw", held, reason)
    late = clerk.get(page(f"{kind}:correct", held))

    assert refused.context["form"].errors["reason"] == ["Hãy ghi lý do."]
    assert done.url == again.url == late.url == page(f"{kind}:show", held)
    held.refresh_from_db()
    assert (held.is_withdrawn, held.reason) == (True, "ghi nhầm đơn vị")
    assert "ghi nhầm đơn vị" in text(clerk.get(done.url))
    assert "đã hủy ghi" in text(clerk.get(page(f"{kind}:list", cell)))


def test_an_empty_list_invites_and_a_full_one_has_pages_and_years(clerk, cell):
    empty = text(clerk.get(page("meetings:list", cell)))
    for month in range(1, 13):
        build.meeting(at=cell, on=date(2024, month, 1))
        build.meeting(at=cell, on=date(2025, month, 1))

    every = clerk.get(page("meetings:list", cell)).context
    last = clerk.get(page("meetings:list", cell), {"nam": "2024", "page": "2"}).context
    odd = clerk.get(page("meetings:list", cell), {"nam": "²²²²", "page": "x"}).context

    assert "Ghi mục đầu tiên" in empty
    assert [every["page"].paginator.count, len(every["lines"]), every["years"]] == [
        24,
        20,
        [2025, 2024],
    ]
    assert every["lines"][0].record.last_day.isoformat() == "2025-12-01"
    assert [last["page"].paginator.count, odd["page"].paginator.count] == [12, 24]
    assert text(clerk.get(page("meetings:list", cell), {"nam": "2020"})).count("Năm này") == 1
