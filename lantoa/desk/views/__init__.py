"""Pages of the desk."""

from lantoa.desk.views.doubts import doubts
from lantoa.desk.views.factor import second_factor
from lantoa.desk.views.figures import measure, silent, unit
from lantoa.desk.views.first import first, units
from lantoa.desk.views.matters import matter, matters, raise_one
from lantoa.desk.views.moving import go_on
from lantoa.desk.views.signing import SignIn, sign_out

__all__ = [
    "SignIn",
    "doubts",
    "first",
    "go_on",
    "matter",
    "matters",
    "measure",
    "raise_one",
    "second_factor",
    "sign_out",
    "silent",
    "unit",
    "units",
]
