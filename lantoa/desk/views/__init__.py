"""Pages of the desk."""

from lantoa.desk.views.doubts import doubts
from lantoa.desk.views.factor import second_factor
from lantoa.desk.views.figures import measure, silent, unit
from lantoa.desk.views.first import first, units
from lantoa.desk.views.funds import fund, fund_sheet, funds
from lantoa.desk.views.moving import (
    decide_payment,
    move_money,
    payment_rule,
    propose_payment,
    reverse_transfer,
)
from lantoa.desk.views.signing import SignIn, sign_out

__all__ = [
    "SignIn",
    "decide_payment",
    "doubts",
    "first",
    "fund",
    "fund_sheet",
    "funds",
    "measure",
    "move_money",
    "payment_rule",
    "propose_payment",
    "reverse_transfer",
    "second_factor",
    "sign_out",
    "silent",
    "unit",
    "units",
]
