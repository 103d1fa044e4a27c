"""Two numbers that make one figure: ratios, ranks, rates and ranges."""

import re
from decimal import Decimal

from lantoa.reading.amounts import Amount, read_amount
from lantoa.reading.folding import Folded
from lantoa.reading.nouns import noun_at
from lantoa.reading.numerals import read_digits
from lantoa.reading.quantity import Quantity
from lantoa.reading.refusals import is_a_year
from lantoa.reading.shapes import RUN, Run, run_of
from lantoa.reading.surroundings import Left, start_of
from lantoa.reading.vocabulary import ENDINGS, by_last_word

RATES = {Decimal(1000): "other", Decimal(10_000): "per_10000", Decimal(100_000): "other"}
SHARE_OF = re.compile(r"[ ](?:tổng )?số(?=[ ])")
PER_PEOPLE = re.compile(r"[ ](?:dân|người|trẻ|phụ nữ|lao động)(?!\w)")
RANKS = by_last_word(("thứ", "hạng", "vị trí", "thứ hạng", "hạng thứ", "vị trí thứ"))
PEOPLE = frozenset(("person", "party_member"))
"""Of units that differ only these make a ratio: 5 đảng viên/12 cán bộ; not 5 vụ/12 đối tượng."""
REACHED = frozenset(("đạt", "có", "được", "thành", "với", "là", "lệ", "còn", "gồm", "tốt", "dự"))
PUBLIC_DAYS = frozenset(
    [
        "3/2",
        "27/2",
        "8/3",
        "26/3",
        "30/4",
        "1/5",
        "7/5",
        "15/5",
        "19/5",
        "1/6",
        "21/6",
        "28/6",
        "27/7",
        "28/7",
        "19/8",
        "2/9",
        "13/10",
        "15/10",
        "20/10",
        "18/11",
        "20/11",
        "6/12",
        "22/12",
    ]
)
IN_PERCENT = re.compile(r"[ ]?(?:\([^()\d]{0,12}[0-9]{1,3}(?:[.,][0-9]+)?[ ]?%|=[ ]?[0-9])")
NUMBER_AHEAD = re.compile(r"[^0-9.,;:()\n]*+[0-9]")
UP_TO = re.compile(r"[ ]{0,2}(?:đến|tới|-)[ ]{0,2}(?:gần |hơn |trên |dưới )?(?=[0-9])")
OUT_OF = re.compile(
    r"(?P<more>(?:[ ][^\W\d_]++){0,3}?)"
    r"(?:[ ]?/[ ]?(?:tổng số )?|[ ](?:trong|trên) tổng số |(?P<bare>[ ](?:trong số|trên) ))"
    r"(?=[0-9])"
)
RANK_OF = re.compile(r"[ ](?:trong|trên)(?: tổng)?(?: số)? ([0-9]{1,4})(?![\w.,/%])")


def slashed(folded: Folded, run: Run, left: Left) -> Quantity | None:
    """Return the ratio, rank or rate that "n/m" writes; None for a date or a document."""
    value, whole = (read_digits(number) for number in run.numbers)
    amount = read_amount(folded.low, run.numbers[1], run.end)
    if value is None or whole is None or amount is None or amount.unit == "percent":
        return None
    if left.ends_with(RANKS):
        return _rank(folded, left, value=value, of=whole, end=run.end)
    if whole in RATES and PER_PEOPLE.match(folded.low, run.end):
        end = amount.end if amount.noun else run.end
        return Quantity(run.start, end, value, unit=RATES[whole], digits=run.start)
    share = SHARE_OF.match(folded.low, run.end)
    noun = noun_at(folded.low, share.end()) if share else None
    if noun:
        return Quantity(
            run.start, noun.end, value, noun.unit, of=whole, noun=noun, digits=run.start
        )
    if _is_a_day(folded, run, left, amount) or whole == 0:
        return None
    return _ratio(run.start, value, whole, amount)


def _rank(folded: Folded, left: Left, *, value: Decimal, of: Decimal | None, end: int) -> Quantity:
    """Return a rank; its "thứ" belongs to it."""
    start = start_of(folded.low, left.word, left.start)
    return Quantity(start, end, value, unit="rank", of=of, digits=left.start)


def _ratio(start: int, value: Decimal, whole: Decimal, amount: Amount) -> Quantity:
    """Return a ratio; a scale word behind it holds for both numbers."""
    factor = amount.value / whole
    return Quantity(
        start=start,
        end=amount.end,
        value=value * factor,
        unit=amount.unit,
        of=amount.value,
        noun=amount.noun,
        digits=start,
    )


def _is_a_day(folded: Folded, run: Run, left: Left, amount: Amount) -> bool:
    """Tell whether n/m is a day and month, or a month and year."""
    first, second = run.numbers
    if is_a_year(second):
        return len(first) <= 2 or amount.noun is None
    if not (first.isdigit() and second.isdigit()):
        return False
    if not (1 <= int(first) <= 31 and 1 <= int(second) <= 12):
        return False
    if left.ends_with(ENDINGS["dates"]) or (
        "/".join(run.numbers) in PUBLIC_DAYS and left.word not in REACHED
    ):
        return True
    rated = IN_PERCENT.match(folded.low, run.end)
    return not (amount.unit or rated) and left.word not in REACHED


def dashed(folded: Folded, run: Run, left: Left) -> Quantity | None:
    """Return the range that "n - m" writes; None for dates, terms and numbers of documents."""
    low, high = (read_digits(number) for number in run.numbers)
    amount = read_amount(folded.low, run.numbers[1], run.end)
    if amount is None or low is None or high is None or any(map(is_a_year, run.numbers)):
        return None
    exact = left.ends_with(ENDINGS["dates"]) or left.ends_with(ENDINGS["always"])
    if exact or not amount.unit:
        return None
    return _range(run.start, low, amount, high)


def _range(start: int, low: Decimal, amount: Amount, high: Decimal) -> Quantity | None:
    """Return a range whose ends share the scale and unit written once."""
    factor = amount.value / high if high else Decimal(1)
    value = low * factor if low * factor < amount.value else low
    if value >= amount.value:
        return None
    return Quantity(
        start, amount.end, value, amount.unit, to=amount.value, noun=amount.noun, digits=start
    )


def joined_in_words(folded: Folded, run: Run, left: Left, first: Amount) -> Quantity | None:
    """Return the range or the ratio that words make with a second number; None without one."""
    if not NUMBER_AHEAD.match(folded.low, first.end):
        return None
    return _ranged(folded, run, left, first) or _out_of(folded, run, first)


def _ranged(folded: Folded, run: Run, left: Left, first: Amount) -> Quantity | None:
    """Return the range if words go on "… đến m"; None if the number stands alone."""
    joint = UP_TO.match(folded.low, first.end)
    second = _amount_at(folded, joint.end()) if joint else None
    if second is None or not second[0].unit:
        return None
    amount, high = second
    if first.unit not in {"", amount.unit}:
        return None
    if first.noun and left.word != "từ":
        return None
    return _range(run.start, first.value, amount, high if not first.scaled else amount.value)


def _amount_at(folded: Folded, place: int) -> tuple[Amount, Decimal] | None:
    """Return the amount that begins at a place, and its bare number."""
    found = RUN.match(folded.low, place)
    run = run_of(found) if found else None
    if run is None or len(run.numbers) != 1:
        return None
    amount = read_amount(folded.low, run.numbers[0], run.end)
    bare = read_digits(run.numbers[0])
    return None if amount is None or bare is None else (amount, bare)


def _out_of(folded: Folded, run: Run, first: Amount) -> Quantity | None:
    """Return the ratio if words go on "… trong tổng số m" or "…/m"; None otherwise."""
    joint = OUT_OF.match(folded.low, first.end)
    second = _amount_at(folded, joint.end()) if joint else None
    if joint is None or second is None or first.unit == "percent":
        return None
    if not second[0].unit and is_a_year(folded.low[joint.end() : second[0].end]):
        return None
    measures = {first.unit, second[0].unit} if first.measured or second[0].measured else set()
    if len(measures) > 1 or first.scaled != second[0].scaled:
        return None
    if joint.group("bare") and (first.noun or joint.group("more")):
        return None
    return _whole(run, first, second[0])


def _whole(run: Run, first: Amount, whole: Amount) -> Quantity | None:
    """Return the ratio of two amounts of one thing; the first noun decides the unit."""
    kinds = {first.unit, whole.unit}
    if first.noun and whole.noun and len(kinds) > 1 and not kinds <= PEOPLE:
        return None
    unit, noun = (first.unit, first.noun) if first.noun else (whole.unit, whole.noun)
    return Quantity(
        run.start, whole.end, first.value, unit, of=whole.value, noun=noun, digits=run.start
    )


def ranked(folded: Folded, run: Run, left: Left, first: Amount) -> Quantity | None:
    """Return the rank that "thứ 3 trong 11" or "top 10" writes; None for a mere order."""
    if left.before != " ":
        return None
    if left.word == "top":
        return _rank(folded, left, value=first.value, of=None, end=run.end)
    total = RANK_OF.match(folded.low, run.end) if left.ends_with(RANKS) else None
    if total is None:
        return None
    whole = Decimal(total.group(1))
    return _rank(folded, left, value=first.value, of=whole, end=total.end())
