"""The list of a ward: what it may look like, and how each mistake is named."""

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from python_calamine import load_workbook

from lantoa.intake.limits import LARGEST_LIST
from lantoa.office.sheets import opening_template, read_cells
from lantoa.posts.operations.opening import RECORDER, NewCell
from lantoa.units.models import Kind
from lantoa.units.queries.places import spelling
from lantoa.units.sheets import ListMistakes
from tests.office.lists import cells, spreadsheet

GOOD = ["Chi bộ khóm Đông", "chi bộ", 25, "Bí thư chi bộ"]


def refusal(content, **taken):
    with pytest.raises(ValidationError) as raised:
        read_cells(content, taken=taken)
    return raised.value.messages


def packed(**members):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return written.getvalue()


def test_a_list_opens_what_its_rows_say():
    content = spreadsheet(GOOD, ["Trường THCS Núi Sập", "Trường học", "", ""])

    reading = read_cells(content, taken={})

    assert reading.cells == [
        NewCell("Chi bộ khóm Đông", Kind.CELL, 25, "Bí thư chi bộ"),
        NewCell("Trường THCS Núi Sập", Kind.SCHOOL, None, RECORDER),
    ]


def test_the_head_may_stand_lower_down_without_marks_and_in_another_order():
    head = ["STT", "SO DANG VIEN", "Tên  đơn vị", "chức danh", "loai"]
    content = spreadsheet(
        [1, 25, "Chi bộ khóm Đông", "Bí thư chi bộ", "CHI BỘ"], head=head, above=6
    )

    reading = read_cells(content, taken={})

    assert reading.cells == [NewCell("Chi bộ khóm Đông", Kind.CELL, 25, "Bí thư chi bộ")]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("chi bộ", Kind.CELL),
        ("Chi Bo", Kind.CELL),
        ("đảng bộ bộ phận", Kind.DIVISION),
        ("Đảng bộ cơ sở", Kind.BASE),
        ("trường học", Kind.SCHOOL),
        ("khóm/ấp", Kind.NEIGHBOURHOOD),
        ("ấp", Kind.NEIGHBOURHOOD),
        ("khóm, ấp, thôn, tổ dân phố", Kind.NEIGHBOURHOOD),
        ("Đoàn Thanh niên", Kind.YOUTH),
        ("Hội Cựu chiến binh", Kind.VETERANS),
        ("UBND", Kind.GOVERNMENT),
    ],
)
def test_kinds_are_known_by_their_vietnamese_words(written, kind):
    content = spreadsheet(["Đơn vị A", written, 1, ""])

    assert read_cells(content, taken={}).cells[0].kind == kind


@pytest.mark.parametrize(
    ("written", "members"), [(25, 25), ("25", 25), ("1.025", 1025), ("", None), (0, 0), (12.0, 12)]
)
def test_members_may_be_typed_as_number_or_text_or_left_out(written, members):
    content = spreadsheet(["Đơn vị A", "chi bộ", written, ""])

    assert read_cells(content, taken={}).cells[0].members == members


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (["", "chi bộ", 5, ""], "cột Tên chi bộ: chưa ghi tên."),
        (["Tổng cộng", "chi bộ", 5, ""], "“Tổng cộng” là dòng cộng. Xóa dòng này."),
        (["123", "chi bộ", 5, ""], "“123” không phải là tên."),
        (["x" * 121, "chi bộ", 5, ""], "dài 121 chữ, nhiều nhất 120 chữ."),
        (["Đơn vị\ue000A", "chi bộ", 5, ""], "có ký tự lạ không đọc được."),
        (["Đơn vị A", "", 5, ""], "cột Loại: chưa ghi loại."),
        (["Đơn vị A", "câu lạc bộ", 5, ""], "không có loại “câu lạc bộ”"),
        (["Đơn vị A", "đảng bộ xã", 5, ""], "không có loại “đảng bộ xã”"),
        (
            ["Đơn vị A", "chi bộ", "hai mươi", ""],
            "cột Số đảng viên: “hai mươi” không phải là một số.",
        ),
        (["Đơn vị A", "chi bộ", "1.02", ""], "“1.02” không phải là một số."),
        (["Đơn vị A", "chi bộ", -3, ""], "cột Số đảng viên: là số âm."),
        (["Đơn vị A", "chi bộ", "-3", ""], "cột Số đảng viên: Số không được âm."),
        (["Đơn vị A", "chi bộ", 2.5, ""], "2,5 không phải là số nguyên."),
        (["Đơn vị A", "chi bộ", True, ""], "“True” không phải là số."),
        (["Đơn vị A", "chi bộ", 100_001, ""], "lớn quá"),
        (["Đơn vị A", "chi bộ", 5, "x" * 121], "cột Chức danh người ghi: dài 121 chữ"),
    ],
)
def test_each_mistake_is_named_by_row_and_column(row, words):
    messages = refusal(spreadsheet(GOOD, row, above=2))

    assert len(messages) == 1
    assert messages[0].startswith("Dòng 5, ")
    assert words in messages[0]


def test_all_mistakes_are_named_at_once():
    messages = refusal(spreadsheet(["", "x", "y", ""], GOOD, ["Đơn vị B", "chi bộ", -1, ""]))

    assert [message.split(":")[0] for message in messages] == [
        "Dòng 2, cột Tên chi bộ",
        "Dòng 2, cột Loại",
        "Dòng 2, cột Số đảng viên",
        "Dòng 4, cột Số đảng viên",
    ]


def test_a_name_twice_is_refused_with_the_row_where_it_stood_first():
    again = ["CHI BỘ  KHÓM ĐÔNG", "chi bộ", 3, ""]

    messages = refusal(spreadsheet(GOOD, again))

    assert messages == [
        "Dòng 3, cột Tên chi bộ: “CHI BỘ KHÓM ĐÔNG” đã có ở dòng 2. Sửa tên hoặc xóa một dòng."
    ]


def test_a_name_that_an_open_unit_bears_is_refused():
    taken = {spelling("Chi bộ khóm Đông"): "Chi bộ khóm Đông"}

    messages = refusal(spreadsheet(GOOD), **taken)

    assert messages == [
        "Dòng 2, cột Tên chi bộ: “Chi bộ khóm Đông” đang hoạt động rồi. Xóa dòng này."
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ấp Hoà Bình", "ấp  Hòa bình", True),
        ("Ấp Hòa", "Ấp Hóa", False),
        ("Ấp An Phú", "Ấp An Phu", False),
        ("Ấp Đông", "Ấp Dông", False),
        ("Bà Ba", "Ba Bà", False),
    ],
)
def test_names_are_one_when_only_the_way_of_writing_differs(one, other, same):
    assert (spelling(one) == spelling(other)) is same


def test_the_template_read_back_is_a_list_without_rows():
    messages = refusal(opening_template())

    assert messages == ["Danh sách chưa có dòng nào. Ghi mỗi đơn vị một dòng, dưới hàng tiêu đề."]


def test_the_example_row_left_in_opens_nothing():
    example = ["VÍ DỤ: Chi bộ khóm Đông Sơn 1", "chi bộ", 25, "Bí thư"]

    reading = read_cells(spreadsheet(example, GOOD), taken={})

    assert [cell.name for cell in reading.cells] == ["Chi bộ khóm Đông"]
    assert reading.examples == [2]


def test_every_kind_in_the_template_is_understood():
    sheet = load_workbook(io.BytesIO(opening_template())).get_sheet_by_index(1)
    kinds = [row[0] for row in sheet.to_python()[1:]]

    reading = read_cells(spreadsheet(*[[f"Đơn vị {k}", k, "", ""] for k in kinds]), taken={})

    assert [cell.kind.label for cell in reading.cells] == kinds
    assert len(kinds) == 14


def test_a_thousand_rows_are_read_and_one_more_is_refused():
    assert len(read_cells(spreadsheet(*cells(1000)), taken={}).cells) == 1000
    assert refusal(spreadsheet(*cells(1001))) == [
        "Danh sách có 1001 dòng; mỗi lần mở nhiều nhất 1.000 đơn vị."
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 not a sheet", "không phải bảng tính Excel"),
        (b"", "không phải bảng tính Excel"),
        (packed(word__document="<w/>"), "không phải bảng tính Excel"),
        (packed(xl__workbook="<broken"), "không phải bảng tính Excel"),
        (spreadsheet(GOOD)[:-400], "không phải bảng tính Excel"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "Excel đời cũ (.xls)"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "Tệp có mật khẩu",
        ),
        (bytes(LARGEST_LIST + 1), "Tệp lớn hơn 2 MB"),
        (packed(xl__workbook="x" * 51 * 1024 * 1024), "Tệp quá lớn khi mở ra"),
        (
            packed(xl__workbook="<w/>", xl__elsewhere__a='<w><c r="XFD1048576"><v>1</v></c></w>'),
            "hàng 1048576, cột thứ 16384",
        ),
        (spreadsheet(["a", "b"], head=["Một", "Hai"]), "Không tìm thấy hàng tiêu đề"),
        (spreadsheet(GOOD, head=["Tên chi bộ", "Loại", "x", "y"]), "thiếu cột: Số đảng viên"),
        (spreadsheet(GOOD, sheets=2), "nhiều trang cùng chứa danh sách"),
    ],
)
def test_a_file_that_is_not_what_it_claims_is_refused_in_words(content, words):
    messages = refusal(content)

    assert len(messages) == 1
    assert words in messages[0]


def test_a_member_locked_with_a_password_is_refused():
    content = bytearray(spreadsheet(GOOD))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + flags] |= 1
            place = content.find(mark, place + 4)

    assert refusal(bytes(content)) == ["Tệp nén kiểu lạ hoặc có mật khẩu. Hãy lưu lại rồi gửi."]


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_read_or_refused_but_never_breaks(seed):
    content = bytearray(spreadsheet(*cells(5)))
    for step in range(1 + seed % 4):
        content[(seed * 7919 + step * 104_729) % len(content)] ^= 1 + seed

    try:
        read = len(read_cells(bytes(content), taken={}).cells)
    except ValidationError:
        read = 0

    assert read in {0, 5}


def test_a_day_in_a_number_column_is_a_mistake_of_its_own():
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Tên chi bộ", "Loại", "Số đảng viên", "Chức danh người ghi"])
        sheet.write_row(1, 0, ["Đơn vị A", "chi bộ"])
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime(1, 2, date(2026, 3, 1), day)

    assert refusal(written.getvalue()) == [
        "Dòng 2, cột Số đảng viên: “2026-03-01” không phải là số."
    ]


def test_mistakes_are_refusals_that_people_can_mend():
    assert issubclass(ListMistakes, ValidationError)
