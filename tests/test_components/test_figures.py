"""Figures, their differences and their charts: always a link, and unknown is never zero."""

import re

import pytest

from lantoa.desk import charts
from tests.test_components import piece, words


@pytest.mark.parametrize(
    ("value", "before", "said"),
    [
        (956, 842, "tăng so với 842 của năm 2025"),
        (842, 956, "giảm so với 956 của năm 2025"),
        (14, 14, "bằng với năm 2025"),
        (14, None, "năm 2025: chưa có số"),
        (None, 1234, "năm 2025: 1.234"),
    ],
)
def test_a_change_is_said_in_a_word_beside_its_arrow(value, before, said):
    html = piece(
        "figure", label="Buổi", value=value, url="/x", before=before, before_period="năm 2025"
    )

    assert said in words(html)


@pytest.mark.parametrize(
    ("value", "shown"), [(17489, "17.489 lượt"), (0, "0 lượt"), (None, "chưa có số")]
)
def test_a_figure_is_always_a_link_and_unknown_is_not_zero(value, shown):
    html = piece("figure", label="Lượt dự", value=value, word="lượt", url="/nguon/")

    link = re.search(r'<a href="/nguon/">(.*?)</a>', html)

    assert link
    assert words(link[1]).startswith(shown)


def test_money_is_short_over_its_exact_amount():
    html = words(piece("figure", label="Tiền", value=1_795_000_000, money=True, url="/"))

    assert "1,8 tỷ đồng" in html
    assert "1.795.000.000 đồng" in html


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (1_240_000_000, "giảm so với 1.240.000.000 đồng của năm 2025"),
        (1_795_000_000, "giảm so với 1,8 tỷ đồng của năm 2025"),
    ],
)
def test_sums_that_round_to_the_same_are_compared_in_full(before, said):
    money = {"value": 1_217_000_000, "before": before, "before_period": "năm 2025"}

    assert said in words(piece("figure", label="Tiền", money=True, url="/", **money))


def test_a_percentage_already_written_is_shown_as_it_is():
    assert "99,34%" in piece("figure", label="Tỷ lệ", text="99,34%", url="/")


@pytest.mark.parametrize(
    ("counted", "silent", "said"),
    [(3, 94, "từ 3 đơn vị; 94 trong 97 đơn vị phải ghi chưa ghi"), (97, 0, "từ 97 đơn vị")],
)
def test_a_total_says_how_many_units_it_comes_from(counted, silent, said):
    html = piece("figure", label="x", value=5, url="/", counted=counted, owed=97, silent=silent)

    assert words(html).replace(" ;", ";").endswith(said)


@pytest.mark.parametrize(
    ("agrees", "said", "icon"),
    [
        (False, "cộng các phần được 17.489 ; lệch 450 .", "#warn"),
        (True, "cộng các phần được 17.489 ; khớp .", "#check"),
        (None, "không tính lại được .", "#ask"),
    ],
)
def test_a_published_number_says_whether_the_parts_come_to_it(agrees, said, icon):
    html = piece(
        "difference",
        source="Bài báo",
        published="17.939",
        computed="17.489",
        gap="450",
        agrees=agrees,
    )

    assert "Bài báo ghi 17.939" in words(html)
    assert said in words(html)
    assert icon in html


def test_own_and_total_stand_side_by_side_and_open():
    lines = [{"label": "Buổi", "own": None, "total": 956, "url": "/tong/"}]

    html = piece("lines", caption="Số liệu", lines=lines)

    assert "chưa có số" in html
    assert '<a href="/tong/">956</a>' in html
    assert 'role="region"' in html


def test_bars_write_lengths_with_a_dot_and_keep_the_unknown_apart():
    rows = charts.bars([("A", 3, "/a"), ("B", 1, "/b"), ("C", None, "/c")])

    html = piece("bars", title="Lượt", rows=rows)

    assert 'width="33.3%"' in html
    assert html.count('class="missing"') == 1
    assert html.count("chưa có số") == 2


def test_columns_have_the_table_behind_them_and_name_the_break():
    chart = charts.columns(
        [("6/2025", 1234, "/a"), ("7/2025", None, "/b")], breaks=[(1, "Sắp xếp 1/7/2025")]
    )

    html = piece("columns", title="Buổi", chart=chart)

    assert "<table>" in html
    assert 'class="break"' in html
    assert not re.search(r'(?:x|y|width|height|viewBox)="[^"]*,', html)
    assert '<td class="number"><a href="/b">chưa có số</a></td>' in html


@pytest.mark.parametrize("name", ["bars", "columns"])
def test_a_chart_of_nothing_says_so(name):
    assert "chưa có số để vẽ" in piece(name, title="Buổi", rows=[], chart=charts.columns([]))


def test_a_period_before_that_nobody_gave_is_unknown_and_not_the_same():
    html = words(piece("figure", label="Buổi", value=5, url="/", before_period="năm 2025"))

    assert "năm 2025: chưa có số" in html
    assert "bằng" not in html
