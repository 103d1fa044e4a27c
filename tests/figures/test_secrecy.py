"""The marks of state secrets: seen where a paper bears one, and nowhere else."""

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
