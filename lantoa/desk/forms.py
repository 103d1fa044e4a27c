"""What the desk's pages ask: a period and a chart."""

from collections.abc import Mapping
from datetime import date

from lantoa.desk.queries.asking import Asked
from lantoa.figures.period import Period
from lantoa.formats.period import PeriodForm


def asked_in(address: Mapping[str, str], *, today: date) -> Asked:
    """Return what an address asks; without a period, the year of today.

    An address that asks for no period is answered with the year of today, and says so: what is
    wrong with it and what was typed stand in the answer.
    """
    usual = Period.year(today.year)
    form = PeriodForm.of(address, usual=usual)
    if form.is_valid():
        return Asked(form.period, form.chart_day)
    return Asked(usual, None, form.complaints, form.typed)
