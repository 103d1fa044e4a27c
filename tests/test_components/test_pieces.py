"""Tables, ways, notes and cards: empty ones invite, cards fit a sheet."""

import re
from datetime import date

import pytest
from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from lantoa.formats.period import Boxes
from tests.test_components import FACE, piece, words


def test_a_table_without_rows_invites_to_make_the_first():
    html = piece(
        "table",
        caption="Buổi",
        heads=[],
        rows=[],
        empty="Chưa ghi buổi nào.",
        empty_url="/ghi/",
        empty_label="Ghi buổi đầu tiên",
    )

    assert "<table" not in html
    assert "Chưa ghi buổi nào." in html
    assert ">Ghi buổi đầu tiên</a>" in html


def test_a_table_names_its_rows_and_columns():
    rows = [{"cells": [{"text": "Chi bộ A", "url": "/a"}, {"text": "chưa có số", "numeric": True}]}]

    html = piece(
        "table",
        caption="Ai",
        heads=[{"text": "Đơn vị"}, {"text": "Buổi", "numeric": True}],
        rows=rows,
    )

    assert '<th scope="row"><a href="/a">Chi bộ A</a></th>' in html
    assert '<td class="number"><span class="unknown">chưa có số</span></td>' in html
    assert html.count('<th scope="col"') == 2


def test_the_pager_keeps_the_question_and_writes_pages_without_dots_in_addresses():
    page = Paginator(range(60_000), 25).page(1201)

    html = piece("pager", page=page, query="q=an")

    assert 'href="?q=an&amp;page=1202"' in html
    assert "Trang 1.201 trên 2.400" in html


def test_one_page_needs_no_pager():
    assert piece("pager", page=Paginator([1], 25).page(1)) == ""


def test_the_period_is_sent_as_days_and_opens_when_it_was_refused():
    days = {
        "first": date(2026, 1, 1),
        "last": date(2026, 6, 30),
        "quick": [{"label": "Năm", "url": "?"}],
    }

    calm, refused = (
        piece("period", **days),
        piece(
            "period",
            **days,
            errors=["Không đọc được ngày “mai”."],
            typed=Boxes("mai", "1.7.2026", "", ""),
        ),
    )

    assert 'name="from" value="1/1/2026"' in calm
    assert 'name="to" value="30/6/2026"' in calm
    assert '<details class="disclosure">' in calm
    assert '<details class="disclosure" open>' in refused
    assert 'name="from" value="mai"' in refused
    assert 'name="to" value="1.7.2026"' in refused


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("success", "Đã xong."),
        ("warning", "Cần xem lại."),
        ("error", "Chưa được."),
        ("info", "Lưu ý."),
    ],
)
def test_a_message_has_an_icon_and_a_word_for_its_colour(state, said):
    html = piece("notice", state=state, text="Tệp không phải là bảng tính.")

    assert said in html
    assert '<svg class="icon"' in html


def test_no_page_ends_the_title_of_a_notice_twice():
    """The notice puts the full stop after its title itself."""
    sources = [path.read_text() for path in FACE.rglob("templates/**/*.html")]

    ended = [re.findall(r'notice.html" [^%]*title="[^"]*\."', source) for source in sources]

    assert len(ended) > 100
    assert not any(ended)


def test_a_closed_unit_names_its_last_day_and_its_successor():
    html = words(piece("life", until=date(2025, 7, 1), successor="Xã Thoại Sơn"))

    assert "Không còn từ 1/7/2025 ; tiếp nối là Xã Thoại Sơn" in html


def card(unit):
    return {
        "unit": unit,
        "digits": "048291",
        "qr": mark_safe("<svg></svg>"),
        "address": "http://a/the",
    }


def test_a_card_shows_six_digits_in_two_groups_the_code_and_what_to_do():
    html = piece("card", **card("Chi bộ khóm 1"))

    assert "048 291" in words(html)
    assert "<svg></svg>" in html
    assert html.count("<li>") == 3


@pytest.mark.parametrize(("count", "sheets"), [(0, 0), (1, 1), (8, 1), (9, 2), (60, 8)])
def test_eight_cards_make_a_sheet(count, sheets):
    html = piece("cards", cards=[card(f"Chi bộ {number}") for number in range(count)])

    assert html.count('<div class="sheet">') == sheets
    assert html.count("<div") == html.count("</div>")
    assert html.count("<article") == count


def test_a_sample_card_says_so_on_every_card():
    assert piece("cards", cards=[card("A"), card("B")], simulated=True).count("THẺ MẪU") == 2
