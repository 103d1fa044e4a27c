"""The pages that every kind of record has: ask, correct, withdraw, bring back, show and list."""

from lantoa.records.record.views.asking import correct_page, record_page
from lantoa.records.record.views.bringing import bring_back_page
from lantoa.records.record.views.doubting import confirm_page
from lantoa.records.record.views.keeping import end_page, kept_page
from lantoa.records.record.views.listing import list_page
from lantoa.records.record.views.nothing import nothing_page, unsay_page
from lantoa.records.record.views.reaching import record_for, versions_seen
from lantoa.records.record.views.showing import show_page, showing
from lantoa.records.record.views.spreadsheet import sheet_page
from lantoa.records.record.views.stepping import step_page, unstep_page
from lantoa.records.record.views.withdrawing import withdraw_page

__all__ = [
    "bring_back_page",
    "confirm_page",
    "correct_page",
    "end_page",
    "kept_page",
    "list_page",
    "nothing_page",
    "record_for",
    "record_page",
    "sheet_page",
    "show_page",
    "showing",
    "step_page",
    "unsay_page",
    "unstep_page",
    "versions_seen",
    "withdraw_page",
]
