"""The marks of state secrets: seen where a paper bears one, and nowhere else."""

from time import process_time

import pytest

from lantoa.figures.secrecy import mark_of


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("ĐẢNG BỘ XÃ\nMẬT\nSố 12-BC/ĐU", "Mật"),
        ("  [TỐI MẬT]  ", "Tối mật"),
        ("Báo cáo (mật) về tình hình", "Mật"),
        ("Độ mật: Tuyệt mật", "Tuyệt mật"),
        ("Độ bảo mật - tối mật", "Tối mật"),
        ("TÀI LIỆU TUYỆT MẬT", "Tuyệt mật"),
        ("TÀI LIỆU TỐI  MẬT", "Tối mật"),
        ("Mật", "Mật"),
        ("Công văn\n\n \n — TỐI MẬT —\r\n\nSố 3", "Tối mật"),
        ("Công văn\n__mật__\n", "Mật"),
        ("TỐI\nMẬT\nSố 3", "Tối mật"),
        ("Độ mật\n–\nmật", "Mật"),
        ("Độ mật   tối mật", "Tối mật"),
    ],
)
def test_a_paper_that_bears_a_mark_is_seen(text, mark):
    assert mark_of(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "Giữ bí mật nhà nước",
        "Tuyên truyền Luật Bảo vệ bí mật nhà nước",
        "Tặng 20 chai mật ong",
        "MÔ HÌNH NUÔI ONG LẤY MẬT",
        "Bảo mật thông tin; mật khẩu",
        "Phối hợp mật thiết với Mặt trận",
        "Lớp tập huấn về độ bảo mật của mạng",
        "",
    ],
)
def test_the_word_inside_a_sentence_is_no_mark(text):
    assert mark_of(text) == ""


def spent(text: str) -> float:
    """Return how long the machine itself was busy with looking, at best."""
    return min(_spent_once(text) for _ in range(5))


def _spent_once(text: str) -> float:
    start = process_time()
    assert mark_of(text) == ""
    return process_time() - start


@pytest.mark.parametrize(
    ("before", "piece"),
    [("", "\n"), ("", " \n"), ("", "\r\n"), ("", "- "), ("Độ mật", " "), ("Độ mật:", "\n"),
     ("Tuyệt", "\n"), ("(", " "), ("", "Độ mật ")],
)  # fmt: skip
def test_ten_times_as_much_of_nothing_takes_about_ten_times_as_long(before, piece):
    short = before + piece * 5000

    assert spent(before + piece * 50_000) < 40 * spent(short)


@pytest.mark.parametrize("piece", ["\n", " \n", "Độ mật\n "])
def test_a_million_blank_lines_are_looked_through_to_the_mark_at_their_end(piece):
    text = piece * (1_000_000 // len(piece))

    assert mark_of(text) == ""
    assert mark_of(f"{text}\n[TỐI MẬT]\n") == "Tối mật"
