"""Pages of the desk."""

from lantoa.desk.views.doubts import doubts
from lantoa.desk.views.factor import second_factor
from lantoa.desk.views.figures import measure, silent, unit
from lantoa.desk.views.first import first, units
from lantoa.desk.views.funds import fund, fund_sheet, funds
from lantoa.desk.views.given import given, say_done, tap
from lantoa.desk.views.matters import matter, matters, raise_one
from lantoa.desk.views.moving import go_on
from lantoa.desk.views.paying import (
    decide_payment,
    move_money,
    payment_rule,
    propose_payment,
    reverse_transfer,
)
from lantoa.desk.views.plans import add_task, hand_task, plans, remind_late, task
from lantoa.desk.views.signing import SignIn, sign_out

__all__ = [
    "SignIn",
    "add_task",
    "decide_payment",
    "doubts",
    "first",
    "fund",
    "fund_sheet",
    "funds",
    "given",
    "go_on",
    "hand_task",
    "matter",
    "matters",
    "measure",
    "move_money",
    "payment_rule",
    "plans",
    "propose_payment",
    "raise_one",
    "remind_late",
    "reverse_transfer",
    "say_done",
    "second_factor",
    "sign_out",
    "silent",
    "tap",
    "task",
    "unit",
    "units",
]
