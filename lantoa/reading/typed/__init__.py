"""What people type into boxes, lists, commands and addresses: days, numbers, amounts of money.

One reader of each, so that what one page takes no command refuses. All raise Mistyped, in
Vietnamese words that say what to write instead.
"""

from lantoa.reading.typed.days import calendar_day, read_day
from lantoa.reading.typed.mistyped import Mistyped
from lantoa.reading.typed.numbers import read_dong, read_exact, read_number, read_whole

__all__ = [
    "Mistyped",
    "calendar_day",
    "read_day",
    "read_dong",
    "read_exact",
    "read_number",
    "read_whole",
]
