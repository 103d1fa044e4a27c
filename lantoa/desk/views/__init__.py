"""Pages of the desk."""

from lantoa.desk.views.doubts import doubts
from lantoa.desk.views.factor import second_factor
from lantoa.desk.views.figures import measure, silent, unit
from lantoa.desk.views.first import first, units
from lantoa.desk.views.signing import SignIn, sign_out

__all__ = [
    "SignIn",
    "doubts",
    "first",
    "measure",
    "second_factor",
    "sign_out",
    "silent",
    "unit",
    "units",
]
