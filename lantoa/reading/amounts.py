"""A number with what follows it: scale words, money, a percentage, a measure, the counted noun."""

import re
from dataclasses import dataclass
from decimal import Decimal

from lantoa.reading.nouns import CountedNoun, noun_at
from lantoa.reading.numerals import NUMBER_WORDS, SCALES, read_digits, read_point

REPEATED = re.compile(rf"[ .]{{0,2}}\([ ]?(?:{NUMBER_WORDS})[^()\n]{{0,90}}\)")
SCALE_WORDS = "|".join(SCALES)
ENGLISH = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
SMALLER = re.compile(rf"[ ]{{1,2}}([0-9]{{1,3}}(?:,[0-9]+)?)[ ]{{0,2}}({SCALE_WORDS})(?!\w)")
MONTH_OR_YEAR = re.compile(r"[ ]{1,2}(?:1[0-2]|0?[1-9]|[12][0-9]{3})(?![\w.,])")
HALF = re.compile(r"[ ]rưỡi(?!\w)")
DONG = r"đồng(?! chí| bào| đội|\w)|đ(?!\w|/c(?!\w)|\.c)|₫|vn[dđ](?!\w)"
DOLLAR = r"usd(?!\w)|đô[ -]?la(?: mỹ)?(?!\w)|\$"
MONEY = f"(?P<VND>{DONG})|(?P<USD>{DOLLAR})"
PERCENT = r"(?P<percent>%|(?:điểm )?phần trăm(?!\w)|điểm[ ]?%)"
SCALE = rf"(?P<scale>{SCALE_WORDS})(?:\.?(?=đ(?!\w))|(?!\w))"
IN_WORDS = rf"(?P<words>\((?:{NUMBER_WORDS}|[ ])+\))"
PEOPLE = r"(?:/|trên)[ ]?(?:10\.000|10000|1 vạn|vạn) (?:dân|người)(?!\w)"
RATE = f"(?P<per_10000>{PEOPLE})"
FIRST_LETTERS = r"(?=[ %(/$₫cđnptuv])"
"""Of what is searched for next: where another stands, the search ends at once."""
FOLLOWING = re.compile(
    rf"[ ]?+{FIRST_LETTERS}(?:[ ]?+(?:{PERCENT}|{SCALE}|{MONEY})|{IN_WORDS}|{RATE})"
)
SCALED = re.compile(rf"[ ]?+{FIRST_LETTERS}(?:[ ]?+(?:{MONEY})|{RATE})")
WIDER = re.compile(f"[ ]{{0,2}}{SCALE}")
PER = re.compile(r"(?:[ ]?/[ ]?(?:[^\W\d_]+(?: (?:gia đình|sinh|viên|bộ|hội))?)){1,3}")
ASIDE = re.compile(r"[ ]?\([^()\n]{1,40}\)(?=[ ])")
SQUARED = re.compile(r"[ ]?\n[ ]?2(?![\w.,]?\w)")
AREAS = {"metre": "sqm", "kilometre": "sqkm"}
PER_TEN_THOUSAND = re.compile(f"[ ]?{PEOPLE}")
AHEAD = 45
"""How far behind a noun "trên 10.000 dân" can still begin."""
OF_PEOPLE = re.compile(r"[^\d\n.,;()]{1,30}?(?=[ ]?(?:/|trên)[ ]?(?:10\.000|10000|vạn) )")
MONEY_FROM = 10**6
"""A bare "21 tỷ" or "5 triệu" is money; a bare "5 nghìn" may be anything."""


@dataclass(slots=True)
class Amount:
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
    if value is None or ("." in token and _is_point(low, token, end)):
        return _with_point(low, token, end)
    amount = amount_of(low, value, end)
    return _thousands_of_things(token, amount) if "," in token else amount


def _with_point(low: str, token: str, end: int) -> Amount | None:
    """Read the number with its dot as a decimal point, which only some units are written with."""
    pointed = read_point(token)
    amount = pointed if pointed is None else amount_of(low, pointed, end)
    usual = amount and (amount.scaled or amount.measured or amount.unit == "other")
    return amount if usual else None


def _is_point(low: str, token: str, end: int) -> bool:
    """Tell whether the dot before a percentage can only be a decimal point."""
    if "," in token:
        return False
    found = FOLLOWING.match(low, end)
    return found is not None and found.lastgroup == "percent"


def _thousands_of_things(token: str, amount: Amount) -> Amount:
    """Nobody counts thousandths of people: "1,250 người" groups as English does."""
    english = ENGLISH.fullmatch(token)
    if english and amount.noun and not amount.measured and not amount.scaled:
        amount.value *= 1000
    return amount


def amount_of(low: str, value: Decimal, end: int) -> Amount:
    """Return the amount that a number ending at `end` writes with the words behind it."""
    found = FOLLOWING.match(low, end)
    if found and found.lastgroup == "words":
        end = found.end()
        found = FOLLOWING.match(low, end)
    if found is None or found.lastgroup == "words":
        return _of_noun(low, Amount(end, value))
    if found.lastgroup == "percent":
        return Amount(found.end(), value, "percent")
    if found.lastgroup == "scale":
        value, end = _scaled(low, value, found)
        return _with_unit(low, Amount(end, value, scaled=True), SCALED.match(low, end))
    return _with_unit(low, Amount(end, value), found)


def _scaled(low: str, value: Decimal, found: re.Match[str]) -> tuple[Decimal, int]:
    """Multiply by scale words and add smaller ones: 1 tỷ 795 triệu, 3 nghìn tỷ, 2 tỷ rưỡi."""
    scale, end = SCALES[found["scale"]], found.end()
    value *= scale
    wider = WIDER.match(low, end)
    if wider:
        scale, end = SCALES[wider["scale"]], wider.end()
        value *= scale
    half = HALF.match(low, end)
    if half:
        return value + Decimal(scale) / 2, half.end()
    return _with_smaller(low, value, scale, end)


def _with_smaller(low: str, value: Decimal, scale: int, end: int) -> tuple[Decimal, int]:
    """Add the parts in ever smaller scales that follow."""
    part = SMALLER.match(low, end)
    while part and SCALES[part.group(2)] < scale:
        scale = SCALES[part.group(2)]
        value += Decimal(part.group(1).replace(",", ".")) * scale
        end = part.end()
        part = SMALLER.match(low, end)
    return value, end


def _with_unit(low: str, amount: Amount, found: re.Match[str] | None) -> Amount:
    """Return the amount as the money or the rate that was found behind it, or with its noun."""
    if found is None or found.lastgroup is None:
        return _of_noun(low, amount)
    amount.unit, amount.end = found.lastgroup, found.end()
    if amount.unit != "per_10000":
        amount.end, amount.scaled = _with_rate(low, amount.end), True
    return amount


def _with_rate(low: str, end: int) -> int:
    """Return the end with "/người/năm" if it is written on."""
    rate = PER.match(low, end)
    return rate.end() if rate else end


def _of_noun(low: str, amount: Amount) -> Amount:
    """Return the amount with the noun it counts."""
    noun = noun_at(low, amount.end)
    if noun is None or _is_a_year(low, noun):
        return _without_noun(low, amount)
    amount.end, amount.unit, amount.noun = noun.end, noun.unit, noun
    if noun.unit in AREAS:
        _square(low, amount)
    return _per_ten_thousand(low, amount)


def _square(low: str, amount: Amount) -> None:
    """Make a length the area that it is if pages put the small 2 on a line of its own."""
    found = SQUARED.match(low, amount.end)
    if found:
        amount.end, amount.unit = found.end(), AREAS[amount.unit]


def _is_a_year(low: str, noun: CountedNoun) -> bool:
    """Tell whether "năm" opens a year ("45 năm 2023"), so that it is not counted."""
    dated = noun.unit in {"year_count", "month_count"}
    return dated and MONTH_OR_YEAR.match(low[noun.end : noun.end + 8]) is not None


def _per_ten_thousand(low: str, amount: Amount) -> Amount:
    """Return a rate if the noun goes on "… trên 10.000 dân"."""
    rate = _rate_ahead(low, amount.end)
    if rate:
        amount.end, amount.unit = rate.end(), "per_10000"
    else:
        amount.end = _with_rate(low, amount.end)
    return amount


def _rate_ahead(low: str, place: int) -> re.Match[str] | None:
    """Return "trên 10.000 dân" where it follows a noun within a few words."""
    ahead = low[place : place + AHEAD]
    if "10" not in ahead and "vạn" not in ahead:
        return None
    between = OF_PEOPLE.match(low, place)
    return PER_TEN_THOUSAND.match(low, between.end() if between else place)


def _without_noun(low: str, amount: Amount) -> Amount:
    """Return a large bare amount as money, any other with the noun behind "(…)", or bare."""
    if amount.scaled and amount.value >= MONEY_FROM:
        amount.end, amount.unit = _with_rate(low, amount.end), "VND"
        return amount
    aside = ASIDE.match(low, amount.end)
    noun = noun_at(low, aside.end()) if aside else None
    amount.unit = noun.unit if noun else ""
    return amount
