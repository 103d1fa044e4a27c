"""Whatever is read: nothing raises, places are true, numbers come back as they were written."""

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lantoa.figures.writing import (
    write_dong,
    write_dong_short,
    write_number,
    write_percentage,
    write_scaled,
)
from lantoa.reading import as_document, checks_in, figures_in

SENTENCES = [
    line.rpartition("||")[0].strip()
    for path in sorted((Path(__file__).parent / "sentences").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if "||" in line and not line.startswith("#")
]
CRUMBS = [
    "12", "1.204", "3,5", "9.2", "2023", "05", "0", "1/2", "54/67", "18/5/2021", "3-5", "7:30",
    "2/11", "10.000", " ", " ", " ", "\n", "\u00a0", "\t", "\r\n", "(", ")", "“", "”", '"',
    ";", ",", ". ", ":", "-", "–", "/", "%", "tỷ", "triệu", "đồng", "USD", "hộ", "đảng viên",
    "chi bộ", "lượt", "đối thoại", "gồm", "trong đó", "cụ thể", "trong tổng số", "trên", "gần",
    "hơn", "từ", "đến", "thứ", "hạng", "top", "gấp", "lần", "năm", "tháng", "ngày", "khóm",
    "số", "Điều", "hai", "mười", "năm", "ba mươi", "rưỡi", "trở lên", "đạt", "chiếm", "-KL/TW",
    "Châu Long", "İ", "e\u0301", "\u0301", "\u200b", "²", "m²", "dân",
]  # fmt: skip
AMOUNTS = st.integers(min_value=0, max_value=10**15)


def assert_reading_is_sound(text: str) -> None:
    document = as_document("any", text)
    figures, end = document["figures"], 0
    for figure in figures:
        assert end <= figure["start"] < figure["end"] <= len(text)
        assert figure["text"] == text[figure["start"] : figure["end"]]
        end = figure["end"]
    for check in document["checks"]:
        assert {*check["members"], check["total"]} <= set(range(len(figures)))
        assert check["total"] not in check["members"]
    json.dumps(document, allow_nan=False)


@given(text=st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert_reading_is_sound(text)


@settings(max_examples=500)
@given(crumbs=st.lists(st.sampled_from(CRUMBS), max_size=60))
@example(crumbs=["54/67 USD / top 2023", "12 top 12"])
@example(crumbs=["5 chi bộ: 0 hộ (60%), 0 hộ (40%)"])
@example(crumbs=["3 hộ, chiếm 5% trong tổng số 0 hộ; 0/5 hộ (0%), 0 hộ (5%)"])
@example(crumbs=["0 hộ, 0 hộ (100%), đạt 100% kế hoạch (KH 0 hộ)"])
def test_any_heap_of_crumbs_can_be_read(crumbs: list[str]) -> None:
    assert_reading_is_sound("".join(crumbs))
    assert_reading_is_sound(" ".join(crumbs))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_spelling_does_not_change_what_is_read(sentence: str) -> None:
    plain = figures_in(sentence)

    loose = figures_in(unicodedata.normalize("NFD", sentence))
    hard = figures_in(sentence.replace(" ", "\u00a0").replace("–", "\u2013"))
    older = figures_in(sentence.replace("òa", "oà").replace("ủy", "uỷ").replace("óa", "oá"))

    meanings = [(f.value, f.of, f.to, f.unit, f.approx) for f in plain]
    for other in (loose, hard, older):
        assert [(f.value, f.of, f.to, f.unit, f.approx) for f in other] == meanings
    assert [unicodedata.normalize("NFC", f.text) for f in loose] == [f.text for f in plain]


def test_what_cannot_be_seen_is_read_over() -> None:
    text = "Có 1\u200b.204 đảng\u00ad viên dự."

    (figure,) = figures_in(text)

    assert (figure.value, figure.unit) == (1204, "party_member")
    assert figure.text == "1\u200b.204 đảng\u00ad viên"


def test_a_line_broken_inside_a_sentence_is_read_on() -> None:
    text = "Toàn xã có 45\r\nđảng viên và 12\nchi bộ.\nĐã họp."

    assert [(f.value, f.unit) for f in figures_in(text)] == [(45, "party_member"), (12, "unit_org")]


@given(number=AMOUNTS)
def test_a_number_is_read_as_it_was_written(number: int) -> None:
    (figure,) = figures_in(f"Huyện có {write_number(number)} đảng viên dự học.")

    assert (figure.value, figure.unit) == (number, "party_member")


@given(number=AMOUNTS, scale=st.integers(min_value=1, max_value=4))
def test_a_decimal_is_read_as_it_was_written(number: int, scale: int) -> None:
    (figure,) = figures_in(f"Thu được {write_scaled(number, scale=scale)} tấn lúa.")

    assert figure.value == pytest.approx(number / 10**scale)
    assert figure.unit == "tonne"


@given(part=st.integers(0, 10**6), whole=st.integers(1, 10**6))
def test_a_percentage_is_read_and_found_right(part: int, whole: int) -> None:
    ratio = f"{write_number(part)}/{write_number(whole)}"
    text = f"Có {ratio} đảng viên dự, đạt {write_percentage(part, whole)}."

    figures = figures_in(text)

    assert (figures[0].value, figures[0].of) == (part, whole)
    assert all(check.holds for check in checks_in(text, figures))


@given(amount=st.integers(min_value=1, max_value=10**15))
def test_money_is_read_as_it_was_written(amount: int) -> None:
    (full,) = figures_in(f"Kinh phí {write_dong(amount)}.")
    (short,) = figures_in(f"Kinh phí {write_dong_short(amount)}.")

    assert (full.value, full.unit) == (amount, "VND")
    assert short.unit == "VND"
    assert short.value == pytest.approx(amount, rel=0.051)


@pytest.mark.parametrize(
    "crumb",
    [
    "1.", "(", "7", "1 ", "1/", " 1-2", '"', "“", "a", "5 a", " ", "\n", "hai ", "mười ",
    "1 tỷ ", "(1", "5 hộ; ", "5% ", "\u0301", "5 hộ (", "- 5 hộ\n", "www.", "gồm 5 hộ ",
    "1 trong tổng số ", "\u200b", "x@", "5 hộ gồm 3 hộ, trong đó 2 hộ và 1 hộ ", "từ 1 đến ",
    "năm 2023, ", "khóm 1, ",
    ],
)  # fmt: skip
def test_time_grows_with_length_and_no_faster(crumb: str) -> None:
    def seconds(length: int) -> float:
        text = crumb * (length // len(crumb))
        before = time.process_time()
        checks_in(text, figures_in(text))
        return time.process_time() - before

    seconds(1_000)
    short, long = min(seconds(3_000), seconds(3_000)), seconds(30_000)

    assert long < 30 * short + 0.5


def test_a_small_two_on_its_own_line_makes_an_area() -> None:
    text = "Bị chặt 1.250 m\n2, mất 3 km\n2 rừng."

    read = [(f.value, f.unit) for f in figures_in(text)]

    assert read == [(1250, "sqm"), (3, "sqkm")]
