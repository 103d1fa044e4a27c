"""A report as a Word file, read back."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from lantoa.reports import word
from lantoa.reports.document import Document, Issuer, Section
from lantoa.reports.profiles import profiles

MARK = "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"
TEMPLATE = profiles()[-1].template


def read(document: Document, template=TEMPLATE):
    return docx.Document(BytesIO(word.render(document, template)))


def lines(found) -> list[str]:
    texts = ("".join(p.itertext(qn("w:t"))) for p in found.element.body.iter(qn("w:p")))
    return [text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.key)
def test_every_part_of_the_report_stands_in_its_order(document: Document, profile):
    found = lines(read(document, profile.template))

    wanted = [
        "ĐẢNG BỘ TỈNH AN GIANG", "HUYỆN ỦY THOẠI SƠN", "*", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số         -BC/HU", "Thoại Sơn, ngày 05 tháng 02 năm 2026", "BÁO CÁO",
        "kết quả thực hiện Kết luận số 01-KL/TW", "-----", "Ban Thường vụ báo cáo như sau:",
        "(Đơn vị viết thêm: đặc điểm tình hình)", "I. CÔNG TÁC LÃNH ĐẠO", "1. Quán triệt, học tập",
        "Có 956 hội nghị với 17.489 lượt đảng viên dự.", "2. Văn bản", "Chưa có số.",
        "II. KIẾN NGHỊ", "(Đơn vị viết thêm: kiến nghị với cấp trên)", "Nơi nhận:",
        "- Thường trực Tỉnh ủy,", "- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "PHỤ LỤC 1",
        "Đơn vị tính: hội nghị, lượt", "Nguồn: bản ghi của đơn vị", "PHỤ LỤC 2", "PHỤ LỤC 3",
        "chưa có số", "Theo sơ đồ tổ chức ngày 30/6/2024.",
    ]  # fmt: skip
    assert [line for line in found if line in wanted and line != "chưa có số"] == [
        line for line in wanted if line != "chưa có số"
    ]
    assert not [line for line in found if "{" in line or "}" in line]


def test_a_number_already_given_is_printed(document: Document):
    assert "Số 12-BC/HU" in lines(read(replace(document, number="12")))


def test_signs_of_the_format_and_tags_in_a_text_stay_plain_text(document: Document):
    text = "Thu < chi & “{{ so }}” {% raw %} <w:p/>"

    found = lines(read(replace(document, sections=(Section(text, (text,)),))))

    assert text in found


def test_every_row_of_an_annex_is_there_with_figures_at_the_right(document: Document):
    table = read(document).tables[2]

    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert rows[1][3:6] == ["Số lượt", "Tổng số", "Tỷ lệ"]
    assert rows[2][:4] == ["1", "Toàn khóa", "275", "4.489"]
    assert rows[2][4:] == ["chưa có số", "chưa có số", "99,75%"]
    assert rows[3][5] == "99,34%"
    assert rows[4][3] == "17.489"
    assert table.rows[4].cells[3].paragraphs[0].runs[0].bold
    assert rows[5][0] == "Bài báo ghi 17.939; lệch 450."
    assert table.rows[2].cells[3].paragraphs[0].style.name == "Ô số"


def test_heads_repeat_and_no_row_splits(document: Document):
    for table in read(document).tables[2:]:
        rows = table._tbl.findall(qn("w:tr"))
        repeating = [row for row in rows if row.find(f".//{qn('w:tblHeader')}") is not None]

        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        assert repeating == rows[: len(repeating)]
        assert repeating


def test_wide_tables_lie_across_and_every_table_fills_the_text(document: Document):
    found = read(document)

    turned = [section.orientation for section in found.sections]
    portrait, landscape = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE

    assert turned == [portrait, landscape, portrait, portrait]
    for section, table in zip(found.sections[1:], found.tables[2:], strict=True):
        text_width = section.page_width - section.left_margin - section.right_margin
        assert sum(column.width for column in table.columns) == pytest.approx(text_width, abs=700)


def test_the_first_page_has_no_number_and_every_page_has_the_mark(document: Document):
    found = read(document)

    first = found.sections[0]

    assert first.different_first_page_header_footer
    assert MARK in [p.text for p in first.first_page_header.paragraphs]
    assert "PAGE" not in first.first_page_header._element.xml
    for section in found.sections:
        assert MARK in [p.text for p in section.header.paragraphs]
        assert 'w:instr="PAGE"' in section.header._element.xml
    assert not any(section.different_first_page_header_footer for section in found.sections[1:])


def test_a_report_without_annexes_marks_and_origin_leaves_no_trace_of_them(document: Document):
    plain = replace(document, annexes=(), marks=(), provenance="")

    found = read(plain)

    assert len(found.sections) == 1
    assert len(found.tables) == 2
    assert MARK not in found.sections[0].header._element.xml
    assert not [line for line in lines(found) if "phu luc" in line]


def test_the_file_says_what_it_is(document: Document):
    properties = read(document).core_properties

    assert properties.title == "BÁO CÁO kết quả thực hiện Kết luận số 01-KL/TW"
    assert properties.language == "vi-VN"
    assert properties.author == "HUYỆN ỦY THOẠI SƠN"
    assert properties.created.date() == document.day


def test_the_same_report_gives_the_same_bytes(document: Document):
    assert word.render(document, TEMPLATE) == word.render(document, BytesIO(TEMPLATE.read_bytes()))


def test_a_clerk_may_change_the_wording_and_the_look(document: Document, tmp_path):
    changed = docx.Document(str(TEMPLATE))
    changed.tables[1].cell(0, 0).paragraphs[0].text = "Kính gửi:"
    changed.styles["Ô số"].font.italic = True
    changed.save(str(tmp_path / "changed.docx"))

    found = read(document, tmp_path / "changed.docx")

    assert "Kính gửi:" in lines(found)
    assert found.styles["Ô số"].font.italic


def test_a_long_name_of_a_committee_changes_nothing_else(document: Document):
    long = Issuer("ĐẢNG BỘ TỈNH AN GIANG", "ĐẢNG ỦY " + "CÁC CƠ QUAN ĐẢNG VÀ ĐOÀN THỂ " * 4)

    found = read(replace(document, issuer=long))

    assert long.committee in lines(found)
    assert "I. CÔNG TÁC LÃNH ĐẠO" in lines(found)
