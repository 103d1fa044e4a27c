"""The Vietnamese way of writing numbers: 1.234.567, 99,34%, 1,8 tỷ đồng."""

from collections.abc import Sequence

UNKNOWN = "chưa có số"
FEW = 3
"""Sentences that are written out; beyond, it is said how many more units there are."""


def write_number(number: int | None) -> str:
    """Write a whole number with dots for thousands; None is unknown, not zero."""
    return UNKNOWN if number is None else f"{number:,}".replace(",", ".")


def write_scaled(number: int | None, *, scale: int = 0) -> str:
    """Write a number kept as an integer and a count of decimals: (606, 2) is "6,06"."""
    if number is None or scale == 0:
        return write_number(number)
    whole, rest = divmod(abs(number), 10**scale)
    return f"{'-' if number < 0 else ''}{write_number(whole)},{rest:0{scale}d}"


def rounded(numerator: int, denominator: int, *, scale: int) -> int:
    """Divide and round half away from zero, keeping `scale` decimals in the integer.

    Raises ZeroDivisionError for a denominator of zero.
    """
    shifted: int = abs(numerator) * 10**scale
    result = (2 * shifted + abs(denominator)) // (2 * abs(denominator))
    return -result if (numerator < 0) != (denominator < 0) else result


def percentage(numerator: int | None, denominator: int | None) -> int | None:
    """Return hundredths of a percent, rounded half up; None where either side is unknown."""
    if numerator is None or not denominator:
        return None
    return rounded(numerator * 100, denominator, scale=2)


def write_percentage(numerator: int | None, denominator: int | None) -> str:
    """Write a share with two decimals: 4530 of 4560 is "99,34%"."""
    share = percentage(numerator, denominator)
    return UNKNOWN if share is None else f"{write_scaled(share, scale=2)}%"


def write_dong(amount: int | None) -> str:
    """Write an amount of đồng in full: "1.795.000.000 đồng"."""
    return UNKNOWN if amount is None else f"{write_number(amount)} đồng"


def write_dong_short(amount: int | None) -> str:
    """Write an amount of đồng for a glance: "1,8 tỷ đồng", "143 triệu đồng"."""
    return UNKNOWN if amount is None else f"{write_short(amount)} đồng"


def write_short(amount: int | None) -> str:
    """Write an amount where đồng is already said: "1,8 tỷ", "143 triệu"."""
    if amount is None:
        return UNKNOWN
    for size, word in ((1_000_000_000, "tỷ"), (1_000_000, "triệu")):
        if abs(amount) >= size:
            return f"{_without_nought(rounded(amount, size, scale=1))} {word}"
    return write_number(amount)


def _without_nought(tenths: int) -> str:
    """Write tenths, or a whole number where there are none."""
    whole, rest = divmod(abs(tenths), 10)
    return write_scaled(tenths, scale=1) if rest else write_number(whole if tenths > 0 else -whole)


def few(sentences: Sequence[str]) -> list[str]:
    """Return the first sentences, and how many more there are."""
    left = len(sentences) - FEW
    return [*sentences[:FEW], *([f"và {write_number(left)} đơn vị khác"] if left > 0 else [])]
