"""What a unit recorded of one kind, as a spreadsheet to be kept or worked on."""

from io import BytesIO
from typing import Any
from uuid import UUID

import xlsxwriter
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.timezone import localdate

from lantoa.figures.words import fold
from lantoa.people.access import SignedIn
from lantoa.records.record.kinds import KindConfig
from lantoa.records.record.queries import listed
from lantoa.records.record.queries.tied import TIED, name_partners
from lantoa.records.record.views.listing import of_year, year_in
from lantoa.records.record.views.reaching import unit_seen
from lantoa.units.queries import Album, Portrait, portrait

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SIMULATED = "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"
HEAD_ROW = 3
WIDTH = 18
"""Signs of a column."""


@login_required
def sheet_page(request: SignedIn, kind: KindConfig, *, unit: UUID) -> HttpResponse:
    """Hand out what a unit recorded of a kind, all of it or one year, as a spreadsheet."""
    today, year = localdate(), year_in(request.GET)
    place = unit_seen(user=request.user, unit=unit, on=today)
    rows = of_year(listed(kind.done.model, place), year).filter(superseded_at__isnull=True)
    rows = rows.prefetch_related(*kind.done.model.several())
    shown = portrait(place, on=today)
    listing = list(rows.prefetch_related(TIED).order_by("last_day", "pk"))
    name_partners(listing, Album())
    content = written(kind, listing, shown, year=year)
    answer = HttpResponse(content, content_type=XLSX)
    name = f"{kind.pages.word}_{fold(shown.name).replace(' ', '-')}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def written(kind: KindConfig, rows: list[Any], unit: Portrait, *, year: int | None) -> bytes:
    """Return records of one unit as the bytes of an .xlsx; no text is read as a formula."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet, columns = book.add_worksheet(kind.pages.many[:31]), kind.sheet.columns()
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    of = f"{unit.name}, năm {year}" if year else unit.name
    for place, words in enumerate((kind.pages.many, of, SIMULATED if unit.is_simulated else "")):
        sheet.write_string(place, 0, words, bold)
    for place, column in enumerate(columns):
        sheet.write_string(HEAD_ROW, place, column.head, bold)
    for line, row in enumerate(rows, start=HEAD_ROW + 1):
        for place, column in enumerate(columns):
            _write(sheet, line, place, column.say(row))
    sheet.set_column(0, len(columns) - 1, WIDTH)
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    book.close()
    return content.getvalue()


def _write(sheet: Any, line: int, place: int, cell: str | int | None) -> None:
    if isinstance(cell, bool | str):
        sheet.write_string(line, place, str(cell))
    elif cell is not None:
        sheet.write_number(line, place, cell)
