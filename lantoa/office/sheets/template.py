"""The empty list that a ward fills in to open its cells."""

import io

import xlsxwriter

from lantoa.office.sheets.opening import COLUMNS, EXAMPLE, KINDS, MOST_MEMBERS, MOST_ROWS
from lantoa.units.models import Kind

HEAD_ROW = 4
EXPLAINED = (
    "Mỗi đơn vị một dòng. Cột Loại: bấm vào ô rồi chọn. Số đảng viên chưa rõ thì để trống.",
    f"Dòng bắt đầu bằng “{EXAMPLE}” chỉ để xem, không mở đơn vị nào; xóa đi cũng được.",
)
EXAMPLE_ROW = (f"{EXAMPLE} Chi bộ khóm Đông Sơn 1", Kind.CELL.label, 25, "Bí thư chi bộ")
WIDTHS = (44, 26, 14, 28)


def opening_template() -> bytes:
    """Return a spreadsheet with the head of the list, one example, and the kinds to choose from."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        _write_list(book)
        _write_kinds(book)
    return written.getvalue()


def _write_list(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Danh sách")
    title = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format(
        {"bold": True, "border": 1, "bg_color": "#EFE8DC", "text_wrap": True, "valign": "vcenter"}
    )
    quiet = book.add_format({"italic": True, "font_color": "#52606D"})
    sheet.write(0, 0, "DANH SÁCH ĐƠN VỊ TRỰC THUỘC CẦN MỞ", title)
    for place, words in enumerate(EXPLAINED, start=1):
        sheet.write(place, 0, words, quiet)
    sheet.write_row(HEAD_ROW, 0, list(COLUMNS), head)
    sheet.write_row(HEAD_ROW + 1, 0, EXAMPLE_ROW, quiet)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    _lay_checks(sheet)


def _lay_checks(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    first, last = HEAD_ROW + 1, HEAD_ROW + MOST_ROWS
    sheet.data_validation(
        first,
        1,
        last,
        1,
        {
            "validate": "list",
            "source": f"='Các loại đơn vị'!$A$2:$A${len(KINDS) + 1}",
            "error_title": "Loại đơn vị",
            "error_message": "Chọn một loại trong danh sách.",
        },
    )
    sheet.data_validation(
        first,
        2,
        last,
        2,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": MOST_MEMBERS,
            "error_title": "Số đảng viên",
            "error_message": "Ghi một số nguyên, hoặc để trống nếu chưa rõ.",
        },
    )


def _write_kinds(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Các loại đơn vị")
    sheet.write(0, 0, "Các loại được mở bằng danh sách này", book.add_format({"bold": True}))
    sheet.write_column(1, 0, [kind.label for kind in KINDS])
    sheet.set_column(0, 0, 44)
