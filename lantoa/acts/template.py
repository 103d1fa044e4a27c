"""Writing the list of a decision as a spreadsheet: empty to be filled in, or with its steps."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from lantoa.acts.steps import Sort
from lantoa.acts.table import COLUMNS

TITLE = "DANH SÁCH CÁC BƯỚC CỦA QUYẾT ĐỊNH SẮP XẾP ĐƠN VỊ"
EXPLAINED = (
    "Mỗi việc một dòng. Hợp nhất: mỗi đơn vị cũ một dòng, cùng mã mới. "
    "Chia: mỗi phần một dòng, cùng mã đơn vị bị chia; ghi đơn vị kế thừa chính.",
    "Mã đơn vị: mã đang dùng trước ngày quyết định có hiệu lực; "
    "nơi trực thuộc mới, đơn vị kế thừa: mã trong ngày ấy. "
    "Đơn vị trực thuộc đơn vị bị chia hoặc kết thúc: ghi thêm dòng Chuyển cho từng đơn vị.",
)
HEAD_ROW = 4
LAST_ROW = 5000
WIDTHS = (14, 14, 12, 34, 22, 20, 22, 40)


def act_template(rows: Iterable[Sequence[str]] = ()) -> bytes:
    """Return a spreadsheet with the head of the list and some rows, in the order of its columns."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Các bước")
        sheet.write(0, 0, TITLE, book.add_format({"bold": True, "font_size": 14}))
        quiet = book.add_format({"italic": True, "font_color": "#52606D"})
        for place, words in enumerate(EXPLAINED, start=1):
            sheet.write(place, 0, words, quiet)
        _write_rows(book, sheet, rows)
        _lay_out(sheet)
    return written.getvalue()


def _write_rows(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, rows: Iterable[Sequence[str]]
) -> None:
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#EFE8DC", "text_wrap": True})
    text = book.add_format({"num_format": "@"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width, text)
    sheet.write_row(HEAD_ROW, 0, list(COLUMNS), head)
    for place, values in enumerate(rows, start=HEAD_ROW + 1):
        for column, value in enumerate(values):
            sheet.write_string(place, column, value, text)


def _lay_out(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.data_validation(
        HEAD_ROW + 1,
        0,
        LAST_ROW,
        0,
        {
            "validate": "list",
            "source": [sort.label for sort in Sort],
            "error_title": "Việc",
            "error_message": "Chọn một việc trong danh sách.",
        },
    )
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
