"""Lists of cells as wards send them."""

import io

import xlsxwriter

HEAD = ["Tên chi bộ", "Loại", "Số đảng viên", "Chức danh người ghi"]


def spreadsheet(*rows, head=HEAD, above=0, sheets=1):
    """Return a spreadsheet with a head, after some empty rows, and rows under it."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        for _ in range(sheets):
            sheet = book.add_worksheet()
            for number, row in enumerate([head, *rows], start=above):
                sheet.write_row(number, 0, row)
    return written.getvalue()


def cells(count):
    """Return the rows of a ward with so many cells."""
    return [[f"Chi bộ khóm {n}", "chi bộ", 20 + n % 7, "Bí thư"] for n in range(1, count + 1)]
