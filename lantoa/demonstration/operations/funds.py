"""Funds that an article counts without naming them: opened one by one, numbered, with no money."""

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.facts import Figure
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.demonstration.operations.numbers import unit_of
from lantoa.money.models import MoneyAccount
from lantoa.money.operations import open_fund
from lantoa.money.queries import funds_of
from lantoa.people.models import User

CARRIER = "fund"
"""The carrier of a figure that is a number of funds; its record is their sort."""
FEWEST_DIGITS = 2


def enter_funds(*, by: User) -> int:
    """Open every fund, those that are there already left as they are; return how many."""
    counted = [each for each in facts.figures() if each.carrier == CARRIER]
    return sum(_open_all(each, by=by) for each in counted)


def _open_all(figure: Figure, *, by: User) -> int:
    count, held = figure.whole_number(0) or 0, {each.name for each in entered_funds(figure)}
    for number in range(1, count + 1):
        entry = _fund(figure, number)
        if entry.name not in held:
            open_fund(by=by, at=WRITTEN_AT, entry=entry)
    return count


def _fund(figure: Figure, number: int) -> MoneyAccount:
    label = MoneyAccount.Sort(figure.record).label
    return MoneyAccount(
        unit=unit_of(figure.unit_code),
        sort=figure.record,
        name=f"{label} số {number:0{FEWEST_DIGITS}} (bài báo không nêu tên)",
        basis=f"Ngày giả định. {facts.articles()[figure.article].citation}",
        opened_on=figure.first_day,
    )


def entered_funds(figure: Figure) -> list[MoneyAccount]:
    """Return the funds that stand for a figure."""
    held = funds_of([unit_of(figure.unit_code).pk])
    return [each for each in held if each.sort == figure.record]
