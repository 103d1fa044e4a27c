"""A number with what follows it: scale words, money, a percentage, a measure, the counted noun."""

import re
from decimal import Decimal
from typing import NamedTuple

from lantoa.reading.nouns import CountedNoun, noun_at
from lantoa.reading.numerals import NUMBER_WORDS, SCALES, read_digits, read_point

IN_WORDS = re.compile(rf"[ ]?\((?:{NUMBER_WORDS}|[ ])+\)")
REPEATED = re.compile(rf"[ .]{{0,2}}\([ ]?(?:{NUMBER_WORDS})[^()\n]{{0,90}}\)")
PERCENT = re.compile(r"[ ]{0,2}(?:%|(?:điểm )?phần trăm(?!\w)|điểm[ ]?%)")
SCALE = re.compile(rf"[ ]{{0,2}}({'|'.join(SCALES)})(?:\.?(?=đ(?!\w))|(?!\w))")
ENGLISH = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
SMALLER = re.compile(rf"[ ]{{1,2}}([0-9]{{1,3}}(?:,[0-9]+)?)[ ]{{0,2}}({'|'.join(SCALES)})(?!\w)")
HALF = re.compile(r"[ ]rưỡi(?!\w)")
DONG = r"đồng(?! chí| bào| đội|\w)|đ(?!\w|/c(?!\w)|\.c)|₫|vn[dđ](?!\w)"
DOLLAR = r"usd(?!\w)|đô[ -]?la(?: mỹ)?(?!\w)|\$"
CURRENCY = re.compile(rf"[ ]{{0,2}}(?:(?P<VND>{DONG})|(?P<USD>{DOLLAR}))")
PER = re.compile(r"(?:[ ]?/[ ]?(?:[^\W\d_]+(?: (?:gia đình|sinh|viên|bộ|hội))?)){1,3}")
SHARE = re.compile(r"[ ]?\([0-9]{1,3}(?:[.,][0-9]{1,2})?[ ]?%\)(?=[ ])")
PER_TEN_THOUSAND = re.compile(r"[ ]?(?:/|trên)[ ]?(?:10\.000|10000|1 vạn|vạn) (?:dân|người)(?!\w)")
PEOPLE_AHEAD = 45
OF_PEOPLE = re.compile(r"[^\d\n.,;()]{1,30}?(?=[ ]?(?:/|trên)[ ]?(?:10\.000|10000|vạn) )")
MONEY_FROM = 10**6
"""A bare "21 tỷ" or "5 triệu" is money; a bare "5 nghìn" may be anything."""


class Amount(NamedTuple):
    """A number read with its surroundings on the right; the unit is "" while no noun shows."""

    end: int
    value: Decimal
    unit: str = ""
    noun: CountedNoun | None = None
    scaled: bool = False

    @property
    def measured(self) -> bool:
        """Tell whether money, a percentage or a measure follows, so that it is no name."""
        return self.unit in MEASURES


MEASURES = frozenset(
    (
        *("VND", "USD", "percent", "per_10000", "times"),
        *("tonne", "kilogram", "metre", "kilometre", "sqm", "sqkm", "hectare"),
    )
)


def read_amount(low: str, token: str, end: int) -> Amount | None:
    """Read the number `token`, which ends at `end`, with its scale and unit."""
    value = read_digits(token)
    if value is None or _is_point(low, token, end):
        pointed = read_point(token)
        amount = pointed if pointed is None else amount_of(low, pointed, end)
        usual = amount and (amount.scaled or amount.measured or amount.unit == "other")
        return amount if usual else None
    return _thousands_of_things(token, amount_of(low, value, end))


def _is_point(low: str, token: str, end: int) -> bool:
    """Tell whether the dot before a percentage can only be a decimal point."""
    return "." in token and "," not in token and PERCENT.match(low, end) is not None


def _thousands_of_things(token: str, amount: Amount) -> Amount:
    """Nobody counts thousandths of people: "1,250 người" groups as English does."""
    english = "," in token and ENGLISH.fullmatch(token)
    if english and amount.noun and not amount.measured and not amount.scaled:
        return amount._replace(value=amount.value * 1000)
    return amount


def amount_of(low: str, value: Decimal, end: int) -> Amount:
    """Return the amount that a number ending at `end` writes with the words behind it."""
    spelled = IN_WORDS.match(low, end)
    end = spelled.end() if spelled else end
    percent = PERCENT.match(low, end)
    if percent:
        return Amount(percent.end(), value, "percent")
    value, after, scaled = _scaled(low, value, end)
    money = _money(low, value, after)
    return money or _of_noun(low, Amount(after, value, scaled=scaled))


def _scaled(low: str, value: Decimal, end: int) -> tuple[Decimal, int, bool]:
    """Multiply by scale words and add smaller ones: 1 tỷ 795 triệu, 3 nghìn tỷ, 2 tỷ rưỡi."""
    found = SCALE.match(low, end)
    if found is None:
        return value, end, False
    scale = SCALES[found.group(1)]
    value, end = value * scale, found.end()
    wider = SCALE.match(low, end)
    if wider:
        value, scale, end = value * SCALES[wider.group(1)], SCALES[wider.group(1)], wider.end()
    half = HALF.match(low, end)
    if half:
        return value + Decimal(scale) / 2, half.end(), True
    value, end = _with_smaller(low, value, scale, end)
    return value, end, True


def _with_smaller(low: str, value: Decimal, scale: int, end: int) -> tuple[Decimal, int]:
    """Add the parts in ever smaller scales that follow."""
    part = SMALLER.match(low, end)
    while part and SCALES[part.group(2)] < scale:
        scale = SCALES[part.group(2)]
        value += Decimal(part.group(1).replace(",", ".")) * scale
        end = part.end()
        part = SMALLER.match(low, end)
    return value, end


def _money(low: str, value: Decimal, end: int) -> Amount | None:
    """Return the amount as money if a currency follows."""
    found = CURRENCY.match(low, end)
    unit = found.lastgroup if found else None
    if found is None or unit is None:
        return None
    return Amount(_with_rate(low, found.end()), value, unit, scaled=True)


def _with_rate(low: str, end: int) -> int:
    """Return the end with "/người/năm" if it is written on."""
    rate = PER.match(low, end)
    return rate.end() if rate else end


def _of_noun(low: str, amount: Amount) -> Amount:
    """Return the amount with the noun it counts."""
    rate = PER_TEN_THOUSAND.match(low, amount.end)
    if rate:
        return amount._replace(end=rate.end(), unit="per_10000")
    noun = noun_at(low, amount.end)
    if noun is None or _is_a_year(low, noun):
        return _without_noun(low, amount)
    counted = amount._replace(end=noun.end, unit=noun.unit, noun=noun)
    return _per_ten_thousand(low, counted)


def _is_a_year(low: str, noun: CountedNoun) -> bool:
    """Tell whether "năm" opens a year ("45 năm 2023"), so that it is not counted."""
    dated = noun.unit in {"year_count", "month_count"}
    return (
        dated
        and re.match(
            r"[ ]{1,2}(?:1[0-2]|0?[1-9]|[12][0-9]{3})(?![\w.,])", low[noun.end : noun.end + 8]
        )
        is not None
    )


def _per_ten_thousand(low: str, amount: Amount) -> Amount:
    """Return a rate if the noun goes on "… trên 10.000 dân"."""
    between = OF_PEOPLE.match(low, amount.end)
    start = between.end() if between else amount.end
    rate = PER_TEN_THOUSAND.match(low, start)
    if rate:
        return amount._replace(end=rate.end(), unit="per_10000")
    return amount._replace(end=_with_rate(low, amount.end))


def _without_noun(low: str, amount: Amount) -> Amount:
    """Return a large bare amount as money, any other with the noun behind "(75%)", or bare."""
    if amount.scaled and amount.value >= MONEY_FROM:
        return amount._replace(end=_with_rate(low, amount.end), unit="VND")
    share = SHARE.match(low, amount.end)
    noun = noun_at(low, share.end()) if share else None
    return amount._replace(unit=noun.unit) if noun else amount
