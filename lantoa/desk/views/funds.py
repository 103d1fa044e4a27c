"""Funds of a unit and below, one fund with its movements, and the same as a spreadsheet."""

from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import xlsxwriter
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_GET

from lantoa.desk.forms import FundForm, MoveForm, ProposeForm, ReversalForm
from lantoa.desk.navigation import reach
from lantoa.figures.period import Period, write_day
from lantoa.figures.writing import write_dong
from lantoa.formats.refusals import put
from lantoa.money import queries
from lantoa.money.models import MoneyAccount
from lantoa.money.operations import open_fund
from lantoa.money.queries import Movement
from lantoa.posts.access import REFUSAL, Purpose
from lantoa.posts.queries.way import way_seen
from lantoa.reading.typed import Mistyped, read_day
from lantoa.records.record.kinds import kind_of
from lantoa.units.models import Unit
from lantoa.units.queries import parents_under, portrait, portraits

NOT_A_LEDGER = "Số liệu theo dõi, không thay sổ kế toán."
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MONEY_HEADS = ("Thu", "Chi", "Còn lại")


def period_in(request: HttpRequest) -> Period:
    """Return the days that an address asks for; by default this year up to today."""
    today = localdate()
    first, last = (_day(request.GET.get(name, "")) for name in ("from", "to"))
    end = last or today
    begin = first or date(end.year, 1, 1)
    return Period(min(begin, end), end)


def _day(text: str) -> date | None:
    try:
        return read_day(text) if text else None
    except Mistyped:
        return None


@login_required
def funds(request: HttpRequest, unit: UUID) -> HttpResponse:
    """List the funds of a unit and of those below, with sums free of moves among them."""
    reached, today = reach(request), localdate()
    place = reached.unit_for(unit, work=Purpose.VIEW)
    keeps = reached.may(place.pk, work=Purpose.KEEP)
    form = FundForm(request.POST or None, initial={"opened_on": today})
    if request.method == "POST" and not keeps:
        raise PermissionDenied(REFUSAL)
    if form.is_valid():
        try:
            entry = MoneyAccount(unit=place, **form.cleaned_data)
            made = open_fund(by=reached.user, at=now(), entry=entry)
        except ValidationError as refusal:
            put(refusal, on=form)
        else:
            messages.success(request, f"Đã lập {made.name}.")
            return redirect("desk:fund", fund=made.uuid)
    period = period_in(request)
    found = queries.funds_of({place.pk, *parents_under(place.pk, on=period.last)})
    shown = {"form": form, "keeps": keeps, "period": period, "not_a_ledger": NOT_A_LEDGER}
    shown |= {"unit": portrait(place, on=today), "simulated": place.is_simulated}
    shown |= {"way": _way(request, place)}
    shown |= {"administers": reached.may(place.pk, work=Purpose.ADMINISTER)}
    return render(request, "desk/funds.html", shown | _table(found, period))


def _way(request: HttpRequest, unit: Unit) -> list[dict[str, str]]:
    """Return the way from the top down to a unit, as far as the asker may look."""
    way = way_seen(reach(request).user, unit, on=localdate())
    return [_step(each.name, "desk:unit", each.uuid) for each in way]


def _step(label: str, page: str, key: UUID) -> dict[str, str]:
    return {"label": label, "url": reverse(page, args=[key])}


def _table(found: list[MoneyAccount], period: Period) -> dict[str, Any]:
    keys = [each.pk for each in found]
    each_one = queries.turnovers(keys, period)
    whole = queries.turnover(keys, period)
    units = portraits({each.unit_id for each in found}, on=period.last)
    rows = [
        _row(
            {"text": each.name, "url": reverse("desk:fund", args=[each.uuid])},
            units[each.unit_id].name,
            each_one[each.pk],
        )
        for each in found
    ]
    foot = _row({"text": "Cộng, không tính chuyển giữa các quỹ"}, "", whole)["cells"]
    heads = ("Quỹ", "Đơn vị", "Đầu kỳ", *MONEY_HEADS)
    numeric = [{"text": head, "numeric": place > 1} for place, head in enumerate(heads)]
    return {"heads": numeric, "rows": rows, "foot": foot if rows else None}


def _row(first: dict[str, str], unit: str, told: queries.Turnover) -> dict[str, Any]:
    figures = (told.before, told.taken, told.paid, told.after)
    cells: list[dict[str, Any]] = [first, {"text": unit}]
    return {"cells": [*cells, *({"text": write_dong(n), "numeric": True} for n in figures)]}


def fund_seen(request: HttpRequest, fund: UUID, *, work: Purpose) -> MoneyAccount:
    """Return a fund at whose unit some work is allowed; the refusal is the same for all else."""
    held = queries.fund(fund)
    if held is None or not reach(request).may(held.unit.pk, work=work):
        raise PermissionDenied(REFUSAL)
    return held


@login_required
def fund(request: HttpRequest, fund: UUID) -> HttpResponse:
    """Show what a fund holds, and each movement of a period."""
    return show_fund(request, fund_seen(request, fund, work=Purpose.VIEW))


def show_fund(request: HttpRequest, held: MoneyAccount, **forms: Any) -> HttpResponse:
    """Show a fund, with what was typed and refused where a form was sent."""
    today, period = localdate(), period_in(request)
    unit = portrait(held.unit, on=today)
    told = queries.turnover([held.pk], period)
    day = unit.closed_on or today
    shown = {
        "fund": held,
        "unit": unit,
        "way": [*_way(request, held.unit), _step("Quỹ", "desk:funds", held.unit.uuid)],
        "simulated": held.unit.is_simulated,
        "period": period,
        "told": told,
        "day": write_day(period.last),
        "movements": [(each, about(each)) for each in queries.movements(held, period)],
        "keeps": reach(request).may(held.unit.pk, work=Purpose.KEEP),
        "needs_two": held.unit_id in queries.needs_two([held.unit_id], on=today),
        "proposals": queries.proposals_waiting([held.pk]),
        "is_ended": bool(unit.closed_on) and told.after > 0,
        "ended_on": write_day(day),
        "reversing": ReversalForm(initial={"day": today}),
        "proposing": ProposeForm(),
        "moving": MoveForm(funds=offered(request, held), initial=_handed(told.after, unit, day)),
        "not_a_ledger": NOT_A_LEDGER,
    }
    return render(request, "desk/fund.html", shown | forms)


def _handed(left: int, unit: Any, day: date) -> dict[str, Any]:
    """Return what the form offers: where the unit has ended, all that is left, on that day."""
    words = {"amount": left, "words": "Bàn giao số dư"} if unit.closed_on and left > 0 else {}
    return {"day": day, **words}


def offered(request: HttpRequest, held: MoneyAccount) -> Any:
    """Return the other funds in use to which the asker may move money."""
    reached, today = reach(request), localdate()
    top = [each for each, _ in reached.posts if reached.may(each, work=Purpose.RECORD)]
    units = {below for each in top for below in parents_under(each, on=today)}
    return queries.funds_open(units, on=today).exclude(pk=held.pk)


def about(movement: Movement) -> str:
    """Return the address of the record that a transfer was written with; empty without one."""
    row = movement.transfer
    if not row.record_kind or row.record is None:
        return ""
    return reverse(f"{kind_of(row.record_kind).code}:show", args=[row.record])


@require_GET
@login_required
def fund_sheet(request: HttpRequest, fund: UUID) -> HttpResponse:
    """Hand out the movements of a fund as a spreadsheet."""
    held, period = fund_seen(request, fund, work=Purpose.VIEW), period_in(request)
    answer = HttpResponse(written(held, period), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="quy.xlsx"'
    return answer


def written(held: MoneyAccount, period: Period) -> bytes:
    """Return the movements of a fund as the bytes of an .xlsx; no text is read as a formula."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet, bold = book.add_worksheet("Quỹ"), book.add_format({"bold": True})
    sample = "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT" if held.unit.is_simulated else ""
    for place, words in enumerate((held.name, f"{period}. {NOT_A_LEDGER}", sample)):
        sheet.write_string(place, 0, words, bold)
    for place, head in enumerate(("Ngày", "Nội dung", *MONEY_HEADS)):
        sheet.write_string(3, place, head, bold)
    before = queries.turnover([held.pk], period).before
    sheet.write_string(4, 1, "Đầu kỳ")
    sheet.write_number(4, 4, before)
    for line, each in enumerate(queries.movements(held, period), start=5):
        sheet.write_string(line, 0, write_day(each.transfer.day))
        sheet.write_string(line, 1, each.transfer.words)
        for place, amount in enumerate((each.taken, each.paid, each.left), start=2):
            if amount is not None:
                sheet.write_number(line, place, amount)
    sheet.set_column(0, 4, 18)
    book.close()
    return content.getvalue()
