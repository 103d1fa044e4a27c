"""Spreadsheets: each visible sheet as a table, each stretch with its cell."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetVisibleEnum,
)

from lantoa.intake.answer import FileContents
from lantoa.intake.limits import LARGEST_UNPACKED, MOST_CELLS, MOST_SHEETS
from lantoa.intake.openers.safety import counted
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.archive import BROKEN, UNPACKING, parts_of
from lantoa.intake.texts.table import write_table
from lantoa.intake.texts.text import Text, Writing

TOO_WIDE = "Bảng tính quá lớn. Hãy xóa các dòng, cột thừa ở cuối, rồi lưu lại."
DECIMALS = 6
SHARE = re.compile(r"^\s*(?:tỷ|tỉ) lệ|^\s*%\s*$|\(%\)", re.IGNORECASE)


def opened(content: bytes) -> FileContents:
    """Return the text of a file, ready to be sent."""
    return read(content).answer()


def read(content: bytes) -> Text:
    """Return the text of a .xlsx with sheet and cell of each stretch."""
    with parts_of(content) as parts:
        looked_at = _counted(parts)
    writing = Writing()
    try:
        _write_sheets(writing, CalamineWorkbook.from_filelike(BytesIO(looked_at)))
    except (CalamineError, OSError, ValueError, OverflowError) as refusal:
        if isinstance(refusal, Unreadable):
            raise
        raise Unreadable(BROKEN) from None
    if not "".join(writing.pieces).strip():
        raise Unreadable("Bảng tính trống, không có gì để đọc.")
    return writing.finished()


def _counted(parts: ZipFile) -> bytes:
    """Return the workbook with those parts alone whose cells were counted."""
    try:
        return counted(parts, largest=LARGEST_UNPACKED)
    except Unreadable:
        raise
    except (*UNPACKING, ValueError):
        raise Unreadable(BROKEN) from None


def _write_sheets(writing: Writing, workbook: CalamineWorkbook) -> None:
    """Add the visible sheets; a hidden one is named."""
    known = workbook.sheets_metadata
    if len(known) > MOST_SHEETS:
        raise Unreadable(f"Tệp có {len(known)} trang tính; chỉ đọc đến {MOST_SHEETS}.")
    cells = 0
    for each in known:
        if each.visible != SheetVisibleEnum.Visible:
            writing.remarks.append(f"Không đọc trang tính ẩn “{each.name}”.")
            continue
        sheet = workbook.get_sheet_by_name(each.name)
        cells += sheet.total_height * sheet.total_width
        if cells > MOST_CELLS:
            raise Unreadable(TOO_WIDE)
        _write_sheet(writing, sheet)


def _write_sheet(writing: Writing, sheet: CalamineSheet) -> None:
    """Add one sheet: its name, then its rows."""
    rows = sheet.to_python(skip_empty_area=True)
    top, left = sheet.start or (0, 0)
    if not rows:
        return
    writing.line(sheet.name, f"tên trang tính “{sheet.name}”")
    shares = _share_columns(rows)
    write_table(
        writing,
        [_as_written(row, shares) for row in rows],
        lambda row, column: f"trang tính “{sheet.name}”, ô {cell_name(top + row, left + column)}",
    )
    writing.add("\n")


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell counted from 0: (3, 27) is "AB4"."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def _share_columns(rows: Sequence[Sequence[Any]]) -> set[int]:
    """Return the columns whose head says that percentages stand under it."""
    return {
        column
        for row in rows
        for column, cell in enumerate(row)
        if isinstance(cell, str) and SHARE.search(cell)
    }


def _as_written(row: Sequence[Any], shares: set[int]) -> list[str]:
    """Return a row as written; a number under a head that says "tỷ lệ" is a percentage."""
    return [
        _share(cell) if column in shares and isinstance(cell, float) else written(cell)
        for column, cell in enumerate(row)
    ]


def _share(number: float) -> str:
    """Return a percentage: Excel keeps 99,34% as 0.9934, and people type 99.34."""
    return f"{written(round(number * 100, DECIMALS) if 0 < number <= 1 else number)}%"


def written(cell: Any) -> str:
    """Return a cell as Vietnamese writes it: 4.489, 0,5, 19/5/2026."""
    if isinstance(cell, bool | time | timedelta):
        return ""
    if isinstance(cell, datetime | date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    if isinstance(cell, int | float):
        return _number(cell)
    return " ".join(str(cell).split())


def _number(number: float) -> str:
    """Return a number with dots and comma; what may be a year has no dot."""
    if number == int(number):
        whole = int(number)
        return str(whole) if 1900 <= whole <= 2099 else f"{whole:,}".replace(",", ".")
    decimals = f"{number:,.{DECIMALS}f}".rstrip("0")
    return decimals.translate(str.maketrans(",.", ".,"))
