"""Numbers and money as people type them: 1.234, 1 234, 6,06, 1 tỷ 795 triệu, 26 triệu."""

import re
from decimal import Decimal

from lantoa.figures.words import composed
from lantoa.figures.writing import write_dong
from lantoa.reading.amounts import read_amount
from lantoa.reading.numerals import LONGEST, read_digits
from lantoa.reading.typed.mistyped import Mistyped

SMALLEST_AMOUNT = 1000
"""Below a thousand đồng, somebody meant thousands or millions."""

SPACED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,])")
SIGNED = re.compile(r"[-−–]\s*[0-9]")
TYPED = re.compile(r"[0-9][0-9.,]*")
MONEY_WORDS = re.compile(
    r"(?:[0-9][0-9.,]*| |(?:tỷ|tỉ|triệu|tr|nghìn|ngàn|rưỡi|đồng|vnđ|vnd|đ|₫)(?!\w))+"
)


def read_exact(text: str) -> Decimal:
    """Return the number that digits write, decimals behind a comma.

    Raises Mistyped for what is negative or no number.
    """
    low = _lowered(text)
    is_typed = TYPED.fullmatch(low) is not None
    if is_typed and len(low) > LONGEST:
        raise Mistyped(f"Số này dài quá {LONGEST} ký tự, lớn quá mức ghi được. Hãy xem lại.")
    number = read_digits(low) if is_typed else None
    if number is None:
        raise Mistyped(f"“{text}” không phải là một số. Hãy ghi bằng chữ số, ví dụ 1.234.")
    return number


def read_whole(text: str) -> int:
    """Return a whole number; raises Mistyped for decimals too."""
    number = read_exact(text)
    if number != int(number):
        raise Mistyped(
            f"“{text}” không phải số nguyên. Nếu là hàng nghìn, hãy ghi dấu chấm: 1.234."
        )
    return int(number)


def read_dong(text: str) -> int:
    """Return an amount of đồng, in digits or with tỷ, triệu, nghìn behind them.

    Raises Mistyped for what is negative, unreadable, or too small to be money.
    """
    amount = _amount(_lowered(text))
    if amount is None or amount != int(amount):
        raise Mistyped(
            f"Không đọc được số tiền “{text}”. Hãy ghi 26.000.000, “26 triệu” "
            "hoặc “1 tỷ 795 triệu”."
        )
    if 0 < amount < SMALLEST_AMOUNT:
        raise Mistyped(
            f"Chỉ có {write_dong(int(amount))}? Nếu là {text} triệu, hãy ghi “{text} triệu”."
        )
    return int(amount)


def read_number(text: str) -> Decimal:
    """Return a number in digits, or an amount of đồng in words; raises Mistyped."""
    return read_exact(text) if TYPED.fullmatch(_lowered(text)) else Decimal(read_dong(text))


def _lowered(text: str) -> str:
    """Return text ready to be read, with dots in place of spaces between thousands."""
    low = composed(text).casefold()
    if SIGNED.match(low):
        raise Mistyped("Số không được âm.")
    return SPACED.sub(lambda found: found.group().replace(" ", "."), low)


def _amount(low: str) -> Decimal | None:
    typed = TYPED.match(low)
    if typed is None or not MONEY_WORDS.fullmatch(low):
        return None
    found = read_amount(low, typed.group(), typed.end())
    return found.value if found and found.end == len(low) else None
