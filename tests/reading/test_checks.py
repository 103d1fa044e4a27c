"""The sums and percentages of `checks/` are found, and wrong ones are told from right ones."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from lantoa.reading import Check, FoundFigure, checks_in, figures_in

FOLDER = Path(__file__).parent / "checks"


def rows() -> Iterator[ParameterSet]:
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if "||" in line and not line.startswith("#"):
                text, _, expected = line.rpartition("||")
                yield pytest.param(
                    text.strip().replace(r"\n", "\n"), expected.strip(), id=f"{path.stem}-{number}"
                )


def shown(check: Check, figures: list[FoundFigure]) -> str:
    members = " + ".join(figures[member].text for member in check.members)
    return f"{members} = {figures[check.total].text} {'yes' if check.holds else 'no'}"


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_a_text_is_checked(text: str, expected: str) -> None:
    figures = figures_in(text)

    checks = checks_in(text, figures)

    found = sorted(shown(check, figures) for check in checks)
    assert found == sorted(filter("-".__ne__, expected.split("; ")))


def test_a_note_ends_with_the_computed_and_the_stated_value() -> None:
    text = "Kỷ luật 37 đảng viên (khiển trách 28, cảnh cáo 5, khai trừ 3)."

    (check,) = checks_in(text, figures_in(text))

    assert check.kind == "sum"
    assert check.note.startswith("các phần cộng lại 36, văn bản ghi 37 (lệch 1)")
    assert check.note.endswith("[sum=36 total=37]")


@pytest.mark.parametrize(
    ("stated", "holds"),
    [("80,59%", True), ("80,60%", True), ("80,6%", True), ("81%", True), ("80,5%", True),
     ("80,58%", False), ("80,4%", False), ("82%", False), ("79%", False)],
)  # fmt: skip
def test_a_last_digit_may_be_cut_or_rounded(stated: str, holds: bool) -> None:
    text = f"Có 54/67 ấp đạt chuẩn, đạt {stated}."

    (check,) = checks_in(text, figures_in(text))

    assert check.holds is holds
    assert check.kind == "percent"
    assert check.note.startswith("54/67 = 80,597%; văn bản ghi ")
    assert re.search(r"\[pct=80\.5970 stated=[\d.]+\]$", check.note)


def test_a_sum_that_holds_says_so_and_names_the_total() -> None:
    text = "Kinh phí 1.500 triệu đồng (ngân sách 1.200 triệu đồng, nhân dân 300 triệu đồng)."

    (check,) = checks_in(text, figures_in(text))

    assert check.note.startswith("các phần cộng lại đúng bằng tổng 1.500.000.000 [sum=1500000000 ")
    assert (check.holds, check.approximate) == (True, False)


def test_a_total_that_is_only_near_is_checked_nearly() -> None:
    text = "Huy động hơn 500 ngày công (thanh niên 260 ngày công, phụ nữ 250 ngày công)."

    (check,) = checks_in(text, figures_in(text))

    assert check.holds
    assert check.approximate


def test_a_text_without_figures_has_no_checks() -> None:
    assert checks_in("Chi bộ họp lệ.", []) == []
