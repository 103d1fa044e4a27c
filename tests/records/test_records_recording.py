"""Recording through the pages: who may, what is kept, what strangers get."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.meetings.models import Meeting
from lantoa.records.works.models import Work
from tests import build
from tests.records.answers import each_kind, indicator, meeting, page, seen, send, text, told, work
from tests.records.conftest import signed_in


@each_kind
def test_what_a_clerk_records_is_saved_once_however_often_it_is_sent(
    kind, asked, model, clerk, cell
):
    answers = asked()

    first = send(clerk, f"{kind}:record", cell, answers)
    again = send(clerk, f"{kind}:record", cell, answers)

    assert model.objects.count() == 1
    assert first.url == page(f"{kind}:list", cell)
    assert again.url == reverse(f"{kind}:show", args=[model.objects.get().uuid])
    saved = told(first)[0]
    assert saved.startswith("Đã lưu: ")
    assert page(f"{kind}:show", model.objects.get()) in saved
    assert page(f"{kind}:record", cell) in saved


@each_kind
def test_a_card_records_at_its_own_cell_and_goes_back_to_its_first_page(
    kind, asked, model, card, cell
):
    shown = card.get(page(f"{kind}:record", cell))
    saved = send(card, f"{kind}:record", cell, asked())

    assert shown.status_code == 200
    assert saved.url == reverse("phone:home")
    assert model.objects.get().recorded_by == card.user


@each_kind
def test_a_stranger_gets_the_same_answer_for_hidden_and_for_absent(
    kind, asked, model, clerk, card, commune, cell
):
    send(clerk, f"{kind}:record", cell, asked())
    held = model.objects.get()
    neighbour = build.unit("Chi bộ khóm 2", under=commune)
    strangers = [signed_in(build.clerk(neighbour)), signed_in(build.person())]
    pages = [(f"{kind}:record", cell), (f"{kind}:list", cell)]
    pages += [(f"{kind}:{name}", held) for name in ("show", "correct", "withdraw")]

    for stranger in strangers:
        for name, thing in pages:
            hidden = stranger.get(page(name, thing))
            absent = stranger.get(reverse(name, args=[uuid4()]))
            assert hidden.status_code == absent.status_code == 403
            assert seen(hidden) == seen(absent)
    assert send(card, f"{kind}:record", neighbour, asked()).status_code == 403


@each_kind
def test_who_may_only_look_sees_records_and_no_way_to_change_them(
    kind, asked, model, clerk, commune, cell
):
    send(clerk, f"{kind}:record", cell, asked())
    held = model.objects.get()
    viewer = signed_in(build.clerk(commune, right="view"))

    shown = text(viewer.get(page(f"{kind}:show", held)))
    listed = text(viewer.get(page(f"{kind}:list", cell)))

    assert "Đính chính</a>" not in shown
    assert page(f"{kind}:show", held) in listed
    assert page(f"{kind}:record", cell) not in listed
    assert viewer.get(page(f"{kind}:correct", held)).status_code == 403
    assert send(viewer, f"{kind}:withdraw", held, {"reason": "a"}).status_code == 403


@pytest.mark.parametrize("name", ["meetings:record", "works:list", "indicators:record"])
def test_who_has_not_signed_in_is_asked_to(name, client, cell):
    assert client.get(page(name, cell)).url.startswith(reverse("desk:sign-in"))


def test_unknown_stays_unknown_and_several_contents_are_kept(clerk, cell):
    documents, themes = FrameworkDocument.objects.all()[:2], Theme.objects.all()[:2]

    send(
        clerk,
        "meetings:record",
        cell,
        meeting(
            members_present="",
            guests_present="0",
            events="",
            documents=[each.pk for each in documents],
            themes=[each.pk for each in themes],
        ),
    )

    held = Meeting.objects.get()
    assert (held.members_present, held.guests_present, held.events) == (None, 0, None)
    assert (held.documents.count(), held.themes.count()) == (2, 2)
    assert "chưa có số" in text(clerk.get(page("meetings:show", held)))


def test_a_cell_finds_its_number_of_members_in_the_box_and_may_change_it(clerk, cell, commune):
    asked = clerk.get(page("meetings:record", cell)).context["form"]
    above = clerk.get(page("meetings:record", commune)).context["form"]

    assert asked["members_invited"].value() == "45"
    assert above["members_invited"].value() is None
    assert "45 đảng viên" in above["members_invited"].help_text


@pytest.mark.parametrize(("asked", "chosen"), [("regular", "regular"), ("<b>", "<b>"), ("", "")])
def test_the_sort_may_be_chosen_in_the_address(asked, chosen, clerk, cell):
    shown = clerk.get(page("meetings:record", cell), {"sort": asked})

    assert shown.context["form"]["sort"].value() == chosen
    assert text(shown).count("checked") == (2 if asked == "regular" else 1)
    assert "<b>" not in text(shown)


def test_money_is_kept_by_source_and_summed_where_it_is_shown(clerk, cell):
    send(
        clerk,
        "works:record",
        cell,
        work(state_money="1 tỷ 795 triệu", people_money="5.000.000", sponsors_money=""),
    )

    held = Work.objects.get()
    assert (held.state_money, held.people_money, held.sponsors_money) == (
        1_795_000_000,
        5_000_000,
        None,
    )
    assert "1.800.000.000 đồng" in text(clerk.get(page("works:show", held)))


@pytest.mark.parametrize(
    ("code", "typed", "kept", "shown"),
    [
        ("doctors-per-10000", "6,06", 606, "6,06 bác sĩ"),
        ("doctors-per-10000", "6,6", 660, "6,60 bác sĩ"),
        ("income-per-head", "73,5 triệu", 73_500_000, "73.500.000 đồng"),
    ],
)
def test_an_indicator_keeps_its_decimals(code, typed, kept, shown, clerk, cell):
    sort = Sort.objects.get(code=code)

    send(clerk, "indicators:record", cell, indicator(sort=sort.pk, value=typed, whole=""))

    held = Indicator.objects.get()
    assert held.value == kept
    assert shown in text(clerk.get(page("indicators:show", held)))


def test_part_and_whole_are_shown_with_the_share_rounded_half_up(clerk, cell):
    send(clerk, "indicators:record", cell, indicator())

    assert "80,60%" in text(clerk.get(page("indicators:show", Indicator.objects.get())))


def test_a_simulated_unit_says_so_on_its_pages(clerk):
    sample = build.root("Xã mẫu", is_simulated=True)
    reader = signed_in(build.clerk(sample))

    assert "SỐ LIỆU MẪU" in text(reader.get(page("works:record", sample)))
