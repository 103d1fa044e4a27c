"""Pages of practices beyond those of every kind."""

from lantoa.records.practices.views.finding import find
from lantoa.records.practices.views.keeping import end_on_list, lists, put_on_list
from lantoa.records.practices.views.monthly import add_output, monthly, withdraw_output
from lantoa.records.practices.views.spreading import spread_beside

__all__ = [
    "add_output",
    "end_on_list",
    "find",
    "lists",
    "monthly",
    "put_on_list",
    "spread_beside",
    "withdraw_output",
]
