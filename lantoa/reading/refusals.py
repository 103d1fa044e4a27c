"""What is a number and yet no figure: names, documents, dates, orders, mottoes."""

import re

from lantoa.reading.amounts import Amount
from lantoa.reading.folding import Folded
from lantoa.reading.quantity import PLACES, TIMES
from lantoa.reading.shapes import Run
from lantoa.reading.surroundings import Left, name_before
from lantoa.reading.vocabulary import ENDINGS, LABELS

DOCUMENT = r"[ ]{0,2}-[ ]{0,2}[^\W\d_]{1,10}/[^\W\d_]|/[A-ZĐ]{2}|-[A-ZĐ]{2}|[ ]-[ ][A-ZĐ]{2,5}/"
FILE = r"\.[a-z]{2,4}(?!\w)|_|@"
DOCUMENT_OR_FILE = re.compile(f"{DOCUMENT}|{FILE}")
HEADING = re.compile(r"(?:[.)/]|[ ]?-|:(?=[ ]?[A-ZĐ]))(?=[ \n]|$|[^\W\d_])")
CELL = re.compile(r"[ ]*(?:\n|$|[A-ZĐ])|[ ][0-9]{1,3}(?=[ \n]|$)")
INLINE_ITEM = re.compile(r"(?:\)|\.(?=[ ][A-ZĐ“]))[ ]?")
CLOSED = re.compile(r"\)[ ]{0,2}[^\W\d_“\"]")
NOTE = re.compile(r"\)")
SQUARE_NOTE = re.compile(r"\]")
UNTIL = ("đến", "tới", "và")
UNTIL_A_DAY = re.compile(
    rf"[ ](?:{'|'.join(UNTIL)})(?: hết)?(?: ngày)?[ ][0-9]{{1,2}}[ ]?"
    r"(?:[-/.][ ]?[0-9]{1,2}(?:[-/.]|(?![\w%/]))|tháng)"
)
ONE_OF = re.compile(r"0?1 (?:trong (?!tổng số)|số (?!bản|báo|tạp))")
VIEWS = re.compile(r"[ ]{0,2}(?:lượt (?:xem|truy cập|thích|chia sẻ)|view)")
VIEWED = frozenset(("", "lượt", "view"))
"""With what the next word begins where views are counted; "" where no space is before it."""
NEXT_WORD = re.compile(r"[ ]{1,2}([^\W\d_]+)")
CALENDAR = {"tháng": 12, "ngày": 31, "quý": 4}
CLOCK = {"giờ": 24, "phút": 60}
ITEMS_AT_MOST = 30
NAMED = PLACES | TIMES
"""What a number may name as well as count: khóm 3, năm 5."""


def is_a_year(number: str) -> bool:
    """Tell whether a number can be a year that anyone reports about."""
    return len(number) == 4 and number.isdigit() and number[:2] in {"19", "20"}


def counted(amount: Amount) -> bool:
    """Tell whether the number counts a thing, not a place or a stretch of time."""
    if amount.measured or amount.scaled:
        return True
    return amount.noun is not None and amount.unit not in NAMED


def refused(folded: Folded, run: Run, left: Left, amount: Amount) -> bool:
    """Tell whether a single number is part of a name, a date, a document or a list mark."""
    word = _word_behind(folded, run)
    return (
        _sticks_to_letters(folded, run, left, amount)
        or _opens_an_item(folded, run, left, amount)
        or _is_a_date(folded, run, left, amount, word)
        or labelled(left, amount)
        or (not counted(amount) and name_before(folded, left, counts=amount.noun is not None))
        or _is_a_motto(folded, run, amount, word)
    )


def _word_behind(folded: Folded, run: Run) -> str:
    """Return the word behind a number, or "" if another sign stands there."""
    following = NEXT_WORD.match(folded.low, run.end)
    return following.group(1) if following else ""


def part_of_a_name(folded: Folded, run: Run) -> bool:
    """Tell whether letters or further signs touch a pair of numbers: 12/2024/QĐ, 67A-12/3."""
    before = folded.low[max(0, run.start - 2) : run.start]
    if before[-1:].isalnum() or before[-1:] in {"/", "_"}:
        return True
    if before[-1:] == "-" and before[:1].isalnum():
        return True
    after = folded.low[run.end : run.end + 2]
    return after[:1] in {"/", "-"} and after[1:].isalnum()


def _sticks_to_letters(folded: Folded, run: Run, left: Left, amount: Amount) -> bool:
    """Tell whether letters touch the number: PC07, Covid-19, 05-CT/TW, 20h, tin-45.html."""
    if left.before != " " and _follows_letters(folded, run, left.before, amount):
        return True
    if DOCUMENT_OR_FILE.match(folded.cased, run.end):
        return True
    if amount.unit or amount.end != run.end:
        return False
    after = folded.low[run.end : run.end + 1]
    return after.isalpha() or after == "_"


def _follows_letters(folded: Folded, run: Run, sign: str, amount: Amount) -> bool:
    """Tell whether letters stand before the number, or before the sign that it follows."""
    if sign.isalnum() or sign in {"_", "#", "@"}:
        return True
    joined = sign in {"-", "/", ".", "+", "="} and run.start > 1
    if not joined or not folded.low[run.start - 2].isalnum():
        return False
    if sign == "=":
        return folded.low[run.start - 2].isalpha()
    return not (sign in {".", "/"} and counted(amount))


def _opens_an_item(folded: Folded, run: Run, left: Left, amount: Amount) -> bool:
    """Tell whether the number numbers a heading, an item or a note: "2. ", "(3) ", "[4]"."""
    if left.at_line_start and not amount.unit and CELL.match(folded.cased, run.end):
        return run.numbers[0].isdigit()
    if left.before == "[" and not amount.unit:
        return SQUARE_NOTE.match(folded.low, run.end) is not None
    if len(run.numbers[0]) > 2 or int(run.numbers[0]) > ITEMS_AT_MOST:
        return False
    if left.at_line_start:
        return HEADING.match(folded.cased, run.end) is not None
    if left.before == "(":
        touching = not folded.low[max(0, run.start - 2) : run.start - 1].isspace()
        mark = NOTE if touching else CLOSED
        return mark.match(folded.low, run.end) is not None
    opens = left.word[-1:] in {":", ";", "."}
    return opens and INLINE_ITEM.match(folded.cased, run.end) is not None


def _is_a_date(folded: Folded, run: Run, left: Left, amount: Amount, word: str) -> bool:
    """Tell whether the number is a year, a day, a month or an hour; a word stands behind it."""
    if is_a_year(run.numbers[0]) and not (counted(amount) and not _dated(left)):
        return True
    if not amount.unit and (word == "tháng" or _lasts_until(folded, run, word)):
        return True
    if word in CLOCK:
        return amount.value <= CLOCK[word]
    limit = CALENDAR.get(left.word)
    if limit is None or amount.value > limit or amount.measured or amount.scaled:
        return False
    return not (counted(amount) and left.before_phrase(left.word) in LABELS["each"])


def _lasts_until(folded: Folded, run: Run, word: str) -> bool:
    """Tell whether a day follows that makes the number one: "từ 5 đến 12/3"."""
    return word in UNTIL and UNTIL_A_DAY.match(folded.low, run.end) is not None


def _dated(left: Left) -> bool:
    """Tell whether the word before a number of four digits makes it a year."""
    return left.word in {"năm", "từ", "đến", "-", "và"} or bool(
        left.ends_with(ENDINGS["unless counted"])
    )


def labelled(left: Left, amount: Amount) -> bool:
    """Tell whether a word before the number makes it a name: khóm 3, Chỉ thị 05, số 12."""
    phrase = left.ends_with(ENDINGS["always"])
    if phrase and not left.ends_with(ENDINGS["no label"]):
        shared = left.before_phrase(phrase) in LABELS["each"]
        return not (amount.measured or amount.scaled or (shared and amount.noun))
    phrase = left.ends_with(ENDINGS["unless counted"])
    if not phrase or counted(amount) or _lists_kinds(left, phrase):
        return False
    if left.ends_with(ENDINGS["no label"]):
        return False
    allowed = LABELS["sums"] if phrase == "số" else LABELS["each"]
    return left.before_phrase(phrase) not in allowed


def _lists_kinds(left: Left, phrase: str) -> bool:
    """Tell whether a kind of school opens its clause: "tiểu học 12, THCS 8" counts schools."""
    if phrase not in LABELS["kinds"]:
        return False
    before = left.line.rstrip().removesuffix(phrase).rstrip()
    return before[-1:] in set(",;:(") or before.endswith(" và")


def _is_a_motto(folded: Folded, run: Run, amount: Amount, word: str) -> bool:
    """Tell whether the number opens a motto or a text, or counts views of a page.

    Mottoes: "4 tại chỗ", "3 sao"; texts: "6 điều"; "1 số" is some, "1 trong 33" one of them.
    """
    if word[:4] in VIEWED and VIEWS.match(folded.low, run.end):
        return True
    if not amount.value and amount.unit in {"", "VND"}:
        return True
    if run.numbers[0] in {"1", "01"} and ONE_OF.match(folded.low, run.start):
        return True
    if amount.unit:
        return False
    return word in LABELS["articles"] or (len(run.numbers[0]) == 1 and word in LABELS["mottoes"])
