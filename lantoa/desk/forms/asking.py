"""What the desk's pages ask: a period, a chart, what was known when; funds and their money."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from lantoa.desk.queries.asking import PageQuestion, opening_day, was_known
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.formats.period import PeriodForm
from lantoa.records.record.queries.movements import movements


def asked_in(address: Mapping[str, str], *, unit: int, today: date) -> PageQuestion:
    """Return what an address asks of a unit; without a period, the year of its opening day.

    An address that cannot be read is answered with that year, and says so: what is wrong with it
    and what was typed stand in the answer. The movements are offered to who asks for them.
    """
    names_period = "from" in address or "to" in address
    opens_on = today if names_period else opening_day(unit, today=today)
    usual = Period.year(opens_on.year)
    form = PeriodForm.of(address, usual=usual)
    if form.is_valid() and not was_known(form.question(unit)):
        form.add_error("as_known", "Đến lúc này chưa ghi đơn vị này. Hãy chọn lúc muộn hơn.")
    of = address.get("phong-trao", "")
    known = tuple(movements()) if "phong-trao" in address else ()
    if of and of not in {each.code for each in known}:
        form.add_error(None, "Phong trào này không có. Hãy chọn lại.")
    if form.is_valid():
        return PageQuestion(replace(form.question(unit), movement=of), movements=known)
    return PageQuestion(Question(unit, usual), form.complaints, form.typed, known)
