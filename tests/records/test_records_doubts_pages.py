"""What the pages ask before something odd is saved, where it stands, and how it is settled."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lantoa.records.meetings.models import Meeting
from lantoa.records.record.models import BroughtBack, Doubt
from tests import build
from tests.records.answers import DAY, each_kind, meeting, page, seen, send, text, told
from tests.records.conftest import signed_in

REASON = "hai buổi, sáng và chiều"


def still(answer, answers):
    return {**answers, "still": answer.context["question"].marks}


@each_kind
def test_a_likely_double_is_asked_about_with_all_that_was_typed_and_saved_by_a_second_word(
    kind, asked, model, clerk, cell
):
    send(clerk, f"{kind}:record", cell, asked())
    first, again = model.objects.get(), asked(note="ghi chú còn nguyên", source="Biên bản")

    shown = send(clerk, f"{kind}:record", cell, again)

    assert (shown.status_code, model.objects.count()) == (200, 1)
    assert "giống như vậy" in text(shown)
    assert f'href="{page(f"{kind}:show", first)}"' in text(shown)
    assert "ghi chú còn nguyên" in text(shown)
    assert not shown.context["errors"]
    saved = send(clerk, f"{kind}:record", cell, still(shown, again))
    assert saved.status_code == 302
    assert model.objects.count() == 2
    assert send(clerk, f"{kind}:record", cell, again).status_code == 302
    assert model.objects.count() == 2


def test_saving_again_without_that_word_asks_again(clerk, cell):
    send(clerk, "meetings:record", cell, meeting())
    again = meeting()

    for _ in range(2):
        assert "Vẫn ghi" in text(send(clerk, "meetings:record", cell, again))

    assert Meeting.objects.count() == 1


def test_the_enter_key_saves_and_does_not_insist(clerk, cell):
    send(clerk, "meetings:record", cell, meeting())
    form = text(send(clerk, "meetings:record", cell, meeting())).split('enctype="multipart')[1]

    assert form.index("<button hidden") < form.index('name="still"')


def test_a_card_is_asked_the_same_and_finds_it_on_its_first_page(card, cell):
    gap = meeting(members_invited="45", members_present="40", absent_excused="1")
    shown = send(card, "meetings:record", cell, gap)

    send(card, "meetings:record", cell, still(shown, gap))

    home = text(card.get(reverse("phone:home")))
    assert "còn 4 đảng viên chưa rõ" in home
    assert page("meetings:show", Meeting.objects.get()) in home


def odd(clerk, cell):
    """Record the same twice, as somebody does who means it."""
    send(clerk, "meetings:record", cell, meeting())
    again = meeting()
    shown = send(clerk, "meetings:record", cell, again)
    send(clerk, "meetings:record", cell, still(shown, again))
    return Meeting.objects.latest("pk"), Doubt.objects.get()


def confirm_page(held, doubt):
    return reverse("meetings:confirm", args=[held.uuid, doubt.uuid])


def test_what_stands_is_on_the_pages_of_unit_list_and_both_records_until_it_is_right(
    clerk, commune, cell
):
    held, doubt = odd(clerk, cell)
    first = Meeting.objects.earliest("pk")
    unit_page, listing = page("desk:unit", commune), page("desk:doubts", commune)

    assert "1 bản ghi có thể đã ghi hai lần" in text(clerk.get(unit_page))
    assert page("meetings:show", held) in text(clerk.get(listing))
    for one in (held, first):
        assert confirm_page(held, doubt) in text(clerk.get(page("meetings:show", one)))

    sent = {"reason": REASON, "seen": held.digest}
    assert clerk.post(confirm_page(held, doubt), sent).url == page("meetings:show", held)

    assert "ghi hai lần" not in text(clerk.get(unit_page))
    assert page("meetings:show", held) not in text(clerk.get(listing))
    shown = text(clerk.get(page("meetings:show", held)))
    assert REASON in shown
    assert confirm_page(held, doubt) not in shown


def test_why_it_is_right_must_be_said(clerk, cell):
    held, doubt = odd(clerk, cell)

    shown = clerk.post(confirm_page(held, doubt), {"reason": " ", "seen": held.digest})

    assert "Hãy ghi lý do." in text(shown)
    assert Doubt.objects.get().settled_at is None


def test_a_stranger_finds_neither_list_nor_question(clerk, commune, cell):
    held, doubt = odd(clerk, cell)
    viewer = signed_in(build.clerk(commune, right="view"))
    strangers = [signed_in(build.person()), signed_in(build.clerk(build.unit("Khác")))]

    for stranger in strangers:
        hidden = stranger.get(page("desk:doubts", commune))
        absent = stranger.get(reverse("desk:doubts", args=[uuid4()]))
        assert hidden.status_code == absent.status_code == 403
        assert seen(hidden) == seen(absent)
        for name in ("bring-back", "show"):
            assert stranger.get(page(f"meetings:{name}", held)).status_code == 403
    for one in (viewer, *strangers):
        sent = {"reason": REASON, "seen": held.digest}
        assert one.post(confirm_page(held, doubt), sent).status_code == 403
    assert clerk.get(reverse("meetings:confirm", args=[held.uuid, uuid4()])).status_code == 403
    assert Doubt.objects.get().settled_at is None


@each_kind
def test_a_withdrawn_record_is_offered_to_come_back_and_comes_back_once(
    kind, asked, model, clerk, cell
):
    send(clerk, f"{kind}:record", cell, asked())
    held = model.objects.get()
    said = {"reason": "nhầm", "seen": held.digest}
    send(clerk, f"{kind}:withdraw", held, said)
    show, back = page(f"{kind}:show", held), page(f"{kind}:bring-back", held)

    assert back in text(clerk.get(show))
    assert "Khôi phục" in text(clerk.get(back))
    for _ in range(2):
        assert clerk.post(back, said | {"reason": "hủy nhầm"}).url == show

    shown = text(clerk.get(show))
    assert (model.objects.count(), BroughtBack.objects.count()) == (2, 1)
    assert "Lý do khôi phục: hủy nhầm" in shown
    assert "Lý do: nhầm" in shown
    assert back not in shown
    assert "đã hủy ghi" not in text(clerk.get(page(f"{kind}:list", cell)))


def test_coming_back_beside_its_like_is_asked_about(clerk, cell):
    send(clerk, "meetings:record", cell, meeting())
    held = Meeting.objects.get()
    send(clerk, "meetings:withdraw", held, {"reason": "nhầm", "seen": held.digest})
    send(clerk, "meetings:record", cell, meeting())
    back, said = page("meetings:bring-back", held), {"reason": "hủy nhầm", "seen": held.digest}

    shown = clerk.post(back, said)
    saved = clerk.post(back, still(shown, said))

    assert "hủy nhầm" in text(shown)
    assert saved.status_code == 302
    assert Meeting.objects.filter(superseded_at__isnull=True).count() == 2


def test_a_correction_is_asked_about_on_its_page(clerk, cell):
    send(clerk, "meetings:record", cell, meeting())
    other = build.meeting(at=cell, on=DAY, sort="thematic", topic="Khác", members_present=42)
    said = {**meeting(), "reason": "đếm lại", "seen": other.digest}

    shown = send(clerk, "meetings:correct", other, said)
    saved = send(clerk, "meetings:correct", other, still(shown, said))

    assert "giống như vậy" in text(shown)
    assert saved.status_code == 302
    assert told(saved)[0].startswith("Đã đính chính")


@pytest.mark.parametrize("count", [0, 1])
def test_a_unit_without_anything_odd_says_nothing_of_it(count, clerk, commune, cell):
    if count:
        odd(clerk, cell)

    assert ("Chờ trả lời" in text(clerk.get(page("desk:unit", commune)))) is bool(count)
    assert ("Không còn bản ghi nào" in text(clerk.get(page("desk:doubts", commune)))) is not bool(
        count
    )
