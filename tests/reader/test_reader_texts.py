"""Files become text, and every stretch of it knows its place in the file."""

import unicodedata

import pytest

from lantoa.intake.documents import text_of
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.sheet import cell_name
from lantoa.reading import checks_in, figures_in
from tests.reader import files

TABLE = [
    ["TT", "Nội dung", "Số buổi", "Số lượt đảng viên dự"],
    ["1", "Chuyên đề toàn khóa", "275", "4.489"],
    ["2", "Chuyên đề năm 2022", "211", "4.416"],
]


def found(name: str, content: bytes) -> list[tuple[str, str, str]]:
    """Return words, unit and place of each figure of a file."""
    text = text_of(name, content)
    return [(f.text, f.unit, text.place_of(f.start)) for f in figures_in(text.content)]


def test_plain_text_is_read_as_it_is():
    content = "\ufeffDòng đầu.\r\nMở 275 hội nghị.\r\n".encode()

    text = text_of("bài.txt", content)
    figure = figures_in(text.content)[0]

    assert text.content == content.decode()
    assert text.content[figure.start : figure.end] == "275 hội nghị"
    assert text.place_of(figure.start) == "dòng 2"


def test_loose_marks_keep_their_offsets():
    loose = unicodedata.normalize("NFD", "Uỷ ban mở 12 hội nghị.")

    text = text_of("a.txt", loose.encode())
    figure = figures_in(text.content)[0]

    assert text.content == loose
    assert unicodedata.normalize("NFC", loose[figure.start : figure.end]) == "12 hội nghị"


def test_a_word_file_gives_paragraphs_and_tables_in_their_order():
    content = files.word("Mở 956 hội nghị.", TABLE, "Cất 12 căn nhà.")

    assert found("báo cáo.docx", content) == [
        ("956 hội nghị", "conference", "đoạn 1"),
        ("275", "event", "bảng 1, dòng 2, cột 3"),
        ("4.489", "attendance", "bảng 1, dòng 2, cột 4"),
        ("211", "event", "bảng 1, dòng 3, cột 3"),
        ("4.416", "attendance", "bảng 1, dòng 3, cột 4"),
        ("12 căn nhà", "house", "đoạn 2"),
    ]


def test_what_was_deleted_in_word_is_not_read_and_what_was_inserted_is():
    body = (
        "<w:p><w:del><w:r><w:t>99 hội nghị</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>Mở 1</w:t></w:r></w:ins><w:r><w:t>2 hội nghị</w:t></w:r></w:p>"
    )

    assert text_of("a.docx", files.word_of_xml(body)).content == "Mở 12 hội nghị\n"


def test_money_of_a_column_is_money():
    rows = [["Đơn vị", "Kinh phí (triệu đồng)"], ["Ấp Đông", "40"]]

    text = text_of("a.docx", files.word(rows))

    assert [f.value for f in figures_in(text.content)] == [40_000_000]


def test_a_spreadsheet_gives_the_cell_of_each_figure():
    rows = [["BẢNG TỔNG HỢP"], ["TT", "Nội dung", "Số buổi", "Tỷ lệ dự"]]
    content = files.sheet([*rows, [1, "Chuyên đề", 1275, 0.9934]])

    assert found("a.xlsx", content) == [
        ("1.275", "event", "trang tính “Tổng hợp”, ô C3"),
        ("99,34%", "percent", "trang tính “Tổng hợp”, ô D3"),
    ]


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (3, 27, "AB4"), (0, 702, "AAA1")]
)
def test_cells_are_named_as_in_the_program(row, column, name):
    assert cell_name(row, column) == name


def test_a_pdf_gives_the_page_of_each_figure():
    content = files.pdf("Trang đầu kể về phong trào học Bác ở cơ sở.", "Mở 275 hội nghị học tập.")

    assert found("a.pdf", content) == [("275 hội nghị", "conference", "trang 2")]


def test_a_page_of_a_pdf_without_words_is_named():
    content = files.pdf("Một trang dài có đủ chữ để đọc, mở 275 hội nghị học tập trong năm.", "")

    assert text_of("a.pdf", content).remarks == ("Không có chữ ở trang 2: có thể là ảnh quét.",)


def test_a_web_page_gives_the_article_without_its_furniture():
    text = text_of("bài.html", files.PAGE.encode())

    assert text.content.startswith("Học Bác ở Thoại Sơn\n")
    for furniture in ("Trang chủ", "45.120", "Chia sẻ", "300", "0296", "99 hội nghị"):
        assert furniture not in text.content
    assert "Cất 12 căn nhà.\n" in text.content
    assert "Chuyên đề: Số buổi: 275" in text.content


def test_the_wrong_total_is_found_in_every_kind_of_file():
    kinds = {
        "a.txt": files.STORY.encode(),
        "a.docx": files.word(files.STORY),
        "a.pdf": files.pdf(files.STORY),
        "a.html": files.PAGE.encode(),
        "a.xlsx": files.sheet([[files.STORY]]),
    }

    for name, content in kinds.items():
        text = text_of(name, content).content
        wrong = [check for check in checks_in(text, figures_in(text)) if not check.holds]

        assert [check.note.partition(" [")[0] for check in wrong] == [
            "các phần cộng lại 17.489, văn bản ghi 17.939 (lệch 450)"
        ], name


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_FONT = "§¶ng bé x· më héi nghÞ häc tËp chuyªn ®Ò n¨m §¶ng"
REFUSED = {
    "empty": ("a.txt", b" \n", "Tệp trống"),
    "other encoding": ("a.txt", "Đảng bộ".encode("cp1258", "replace") + b"\xff", "UTF-8"),
    "binary": ("a.txt", b"abc\x00def", "không phải tệp chữ"),
    "old word": ("a.doc", OLE, "Word đời cũ"),
    "picture": ("a.jpg", b"\xff\xd8\xff", "ảnh"),
    "unknown": ("a.exe", b"MZ", "đuôi “.exe”"),
    "no suffix": ("bai", b"abc", "không có đuôi"),
    "encrypted word": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "old word renamed": ("a.docx", OLE + b"x", "đời cũ"),
    "pdf renamed": ("a.docx", b"%PDF-1.4 x", "thật ra là tệp PDF"),
    "packed renamed": ("a.txt", files.packed({"a": b"b"}), "thật ra là tệp nén"),
    "no pdf": ("a.pdf", b"xin chao", "hỏng"),
    "broken pdf": ("a.pdf", b"%PDF-1.4\nxin ch\xc3\xa0o", "hỏng"),
    "encrypted pdf": ("a.pdf", files.pdf("Mở 12 hội nghị", password=True), "mật khẩu"),
    "scan": ("a.pdf", files.scan(), "bản quét"),
    "broken word": ("a.docx", files.word("a")[:300], "hỏng"),
    "packed but no word": ("a.docx", files.packed({"a": b"b"}), "không có văn bản Word"),
    "word without words": ("a.docx", files.word_of_xml("<w:p/>"), "không có chữ nào"),
    "no sheet": ("a.xlsx", files.packed({"a": b"b"}), "hỏng"),
    "empty sheet": ("a.xlsx", files.sheet([]), "trống"),
    "page without article": ("a.html", b"<html><body><nav>Menu</nav></body></html>", "bài viết"),
    "old font": ("a.txt", OLD_FONT.encode() * 9, "TCVN3"),
}


@pytest.mark.parametrize("sort", REFUSED)
def test_what_cannot_be_read_is_refused_in_words_to_act_on(sort):
    name, content, words = REFUSED[sort]

    with pytest.raises(Unreadable, match=words):
        text_of(name, content)


def test_a_file_with_an_encrypted_part_is_refused():
    content = bytearray(files.word("Mở 12 hội nghị"))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = content.find(mark)
        content[start + place] |= 1

    with pytest.raises(Unreadable, match="mật khẩu"):
        text_of("a.docx", bytes(content))


def test_control_signs_of_a_broken_page_do_no_harm():
    page = "<html><body><p>Mở 12 hội nghị.<script>a</script>\x01\x7fCất 3 căn nhà.</p></html>"

    assert [words for words, _, _ in found("a.html", page.encode())] == ["12 hội nghị", "3 căn nhà"]
