"""Funds and transfers for tests, made through operations."""

from datetime import date
from itertools import count

from lantoa.money.models import MoneyAccount
from lantoa.money.operations import Entered, open_fund, outer, transfer
from tests import build

_numbers = count(1)
OPENED = date(2024, 1, 1)


def fund(unit, name="Quỹ khuyến học", *, opened=OPENED, by=None, sort="learning"):
    entry = MoneyAccount(unit=unit, name=name, sort=sort, opened_on=opened)
    return open_fund(by=by or build.recorder(), at=build.NOW, entry=entry)


def side(unit, which, *, by=None):
    """Return an outer side of a unit."""
    return outer([unit], which, by=by or build.recorder(), at=build.NOW)[unit.pk]


def entered(debit, credit, amount, day, **more):
    said = {"key": f"t{next(_numbers)}", "words": "Đóng góp"} | more
    return Entered(debit=debit, credit=credit, amount=amount, day=day, **said)


def taken(of, amount, day, *, by=None, **more):
    """Return a gift into a fund."""
    giver = side(of.unit, MoneyAccount.Side.GIVERS)
    entry = entered(of, giver, amount, day, **more)
    return transfer(by=by or build.recorder(), at=build.NOW, entry=entry)


def paid(of, amount, day, *, by=None, **more):
    """Return a payment out of a fund."""
    served = side(of.unit, MoneyAccount.Side.SERVED)
    entry = entered(served, of, amount, day, **({"words": "Trao học bổng"} | more))
    return transfer(by=by or build.recorder(), at=build.NOW, entry=entry)
