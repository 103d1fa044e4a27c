"""Which noun a bare number stands for: one named before it, or that of its neighbour."""

import re
from collections.abc import Sequence

from lantoa.reading.folding import Folded
from lantoa.reading.nouns import CountedNoun, noun_at
from lantoa.reading.quantity import PLACES, TIMES, Quantity
from lantoa.reading.refusals import NEXT_WORD
from lantoa.reading.vocabulary import LABELS

REACH = 80
APART = 300
CLAUSE = re.compile(r"[.;,()\n0-9%]")
SENTENCE = re.compile(
    r"[.!?](?=\s|$)(?!\s{1,3}[-+]? ?(?:trong đó|trong số đó|cụ thể|gồm)(?!\w))|\n\s*\n"
)
"""Where a sentence ends and takes its noun with it; "… 865 đảng viên. Trong đó: …" goes on."""
WORD = re.compile(r"[^\W\d_]+")
NUMBER_OF = re.compile(
    r"(?<!\w)(?<!dân )(?<!chỉ )(?<!tỷ )(?<!tỉ )(?<!đổi )(?<!thiểu )số (?:lượng )?"
)
LABELLED = re.compile(r"[^:]{3,}(?=:[^:]+:[ ]*$)")
"""What a list is of: "các vi phạm" in "… các vi phạm: tham nhũng: 5"."""
LED_IN = re.compile(r"[ :]*(?:(?:trong đó|và|có|với|gồm|riêng|còn)[ :]+){0,2}")
LEADERS = 4
NAMED_KIND = re.compile(r"[ ]?[“\"][ ]?(?=[^\W\d_])")
SHARE_OF = re.compile(
    r"%[ ](?:tổng số |số |các )?(?!kế hoạch|chỉ tiêu|nghị quyết|dự toán|nhiệm vụ)"
)
MEAN_AGE = re.compile(r"tuổi(?: đời| đảng)?(?: bình quân| trung bình)?[ :]*(?:là |khoảng )?$")
RATE = re.compile(r"(?<!\w)(?:tỷ|tỉ) lệ(?!\w)")
SEXES = frozenset(("nam", "nữ"))
UNCOUNTED = frozenset(("percent", "VND", "USD", "times", "rank", "per_10000")) | TIMES
NEVER_BEFORE = PLACES | UNCOUNTED | {"other"}


def settle(folded: Folded, quantities: Sequence[Quantity]) -> Sequence[Quantity]:
    """Return the quantities with a unit each; "other" where the text names no noun."""
    for place, quantity in enumerate(quantities):
        if not quantity.unit:
            follower = quantities[place + 1] if place + 1 < len(quantities) else None
            leader = _leader(folded, quantities[max(0, place - LEADERS) : place], quantity)
            _give_unit(folded, quantity, leader=leader, follower=follower)
    return quantities


def _leader(folded: Folded, earlier: Sequence[Quantity], bare: Quantity) -> Quantity | None:
    """Return the nearest quantity of the same sentence that counts things of a known kind."""
    bracketed: Quantity | None = None
    for quantity in reversed(earlier):
        if _lends(folded, quantity, quantity.end, bare.start):
            if not _bracketed_off(folded, quantity.end, bare.start):
                return quantity
            bracketed = bracketed or quantity
    return bracketed


def _bracketed_off(folded: Folded, start: int, end: int) -> bool:
    """Tell whether a bracket closes between two places that opened before both."""
    closing = folded.low.find(")", start, end)
    return closing >= 0 and folded.low.find("(", start, closing) < 0


def _give_unit(
    folded: Folded, bare: Quantity, *, leader: Quantity | None, follower: Quantity | None
) -> None:
    """Give a bare quantity its unit: noun after it, before it, then its neighbours'."""
    unknown = _unknown_noun(folded, bare)
    if unknown and not (follower and unknown.end > follower.start):
        bare.end, bare.unit, bare.noun = unknown.end, "other", unknown
        return
    clause = _clause_before(folded, bare)
    named = _named_beside(folded, bare, clause) or _said_to_be_counted(clause) or _of_list(clause)
    named = named or (leader.unit if leader else _named_last(clause))
    if not named and follower and _lends(folded, follower, bare.end, follower.start):
        named = follower.unit
    bare.unit = named or (
        "person" if SEXES.intersection(clause.rstrip(" :").split()[-1:]) else "other"
    )


def _named_beside(folded: Folded, bare: Quantity, clause: str) -> str:
    """Return the unit of a noun in quotation marks or behind brackets, or of a bare rate, or ""."""
    if bare.of is None and bare.value != int(bare.value) and RATE.search(clause):
        return "percent"
    if "tuổi" in clause and MEAN_AGE.search(clause):
        return "age"
    quoted = NAMED_KIND.match(folded.low, bare.end)
    noun = noun_at(folded.low, quoted.end()) if quoted else None
    if noun:
        return noun.unit
    alone = folded.low[bare.start - 1 : bare.start] == "(" and folded.low.startswith(")", bare.end)
    return _named_around(folded, bare) if alone else ""


def _named_around(folded: Folded, bare: Quantity) -> str:
    """Return the unit for a number alone in brackets: "(61/61) thôn", "100% TCCSĐ (47/47)"."""
    behind = noun_at(folded.low, bare.end + 1)
    if behind:
        return behind.unit
    window = folded.low[max(0, bare.start - REACH) : bare.start - 1]
    shares = [*SHARE_OF.finditer(window)]
    noun = noun_at(window, shares[-1].end()) if shares else None
    return noun.unit if noun else ""


def _unknown_noun(folded: Folded, bare: Quantity) -> CountedNoun | None:
    """Return the word behind the number if it can only be a noun we do not know."""
    following = NEXT_WORD.match(folded.low, bare.end)
    if following is None or following.group(1) in LABELS["going on"]:
        return None
    if (
        folded.cased[following.start(1)].isupper()
        and folded.low[bare.start - 1 : bare.start] == ":"
    ):
        return None
    return CountedNoun(following.start(1), following.end(), "other")


def _clause_before(folded: Folded, bare: Quantity) -> str:
    """Return the words before the number, up to the last comma, bracket or number."""
    window = folded.low[max(0, bare.start - REACH) : bare.start]
    return CLAUSE.split(window)[-1]


def _said_to_be_counted(clause: str) -> str:
    """Return the unit of the noun behind "số", or of one with which the clause begins, or ""."""
    counted = NUMBER_OF.search(clause) or LED_IN.match(clause)
    noun = noun_at(clause, counted.end()) if counted else None
    return noun.unit if noun and noun.unit not in NEVER_BEFORE and not _is_sex(clause, noun) else ""


def _of_list(clause: str) -> str:
    """Return the unit of what a list is of, before the label of its first number, or ""."""
    head = LABELLED.match(clause)
    return _named_last(head.group()) if head else ""


def _is_sex(clause: str, noun: CountedNoun) -> bool:
    """Tell whether the noun is "nam" or "nữ", which only qualify what is counted."""
    return clause[noun.start : noun.end] in SEXES


def _named_last(clause: str) -> str:
    """Return the unit of the last noun of the clause, or ""."""
    units = [noun.unit for noun in _nouns_in(clause)]
    return units[-1] if units else ""


def _nouns_in(clause: str) -> list[CountedNoun]:
    """Return the nouns of a clause that a number behind them can stand for."""
    found, read = [], 0
    for word in WORD.finditer(clause):
        if word.start() < read or word.group() in SEXES:
            continue
        noun = noun_at(clause, word.start())
        if noun:
            read = noun.end
            found.append(noun)
    return [noun for noun in found if noun.unit not in NEVER_BEFORE]


def _lends(folded: Folded, neighbour: Quantity, start: int, end: int) -> bool:
    """Tell whether a neighbour in the same sentence counts things of a known kind."""
    if not neighbour.unit or neighbour.unit in UNCOUNTED or end - start > APART:
        return False
    return SENTENCE.search(folded.low, start, end) is None
