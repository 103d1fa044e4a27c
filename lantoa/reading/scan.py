"""From a text to its quantities: each run of numbers is read once, from left to right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.reading.amounts import MEASURES, REPEATED, Amount, amount_of, read_amount
from lantoa.reading.figure import Approximation
from lantoa.reading.folding import Folded
from lantoa.reading.numerals import read_words
from lantoa.reading.pairs import dashed, joined_in_words, ranked, slashed
from lantoa.reading.quantity import TIMES, Quantity
from lantoa.reading.refusals import counted, labelled, part_of_a_name, refused
from lantoa.reading.shapes import Run, runs
from lantoa.reading.surroundings import Left, approximation, left_of, start_of
from lantoa.reading.vocabulary import LABELS

GOES_ON = re.compile(r"\)?[ ]{0,2}(?:,|và|-|&|\.|đến|hoặc|)[ ]{0,2}$")
UPWARD = re.compile(r"(?:[ ][^\W\d_]++){0,4}?[ ]trở (lên|xuống)(?!\w)")
FAR_UPWARD = re.compile(r"(?:[ ][^\W\d_]++){0,8}?[ ]trở (lên|xuống)(?!\w)")
INSIDE = r"[^“”\"\n]*+[”\"]"
QUOTED = re.compile(rf"“{INSIDE}|\"{INSIDE}|‘[^‘’\n]*+’|«[^«»\n]*+»")
ADDRESS = re.compile(r"(?:https?://|www\.)\S++")
AHEAD = 200
"""No noun between a number and its "trở lên" is longer."""
LONGEST_NAME = 80
"""A quotation no longer than this is a name or a motto; a longer one is speech."""
LOCATIVES = frozenset(("trên", "dưới"))
SMALL = 10
UNCOUNTED = MEASURES | TIMES
BEFORE_FIVE = frozenset(("có", "gồm", "với", "là", "cả", "đủ", "nêu", "ra", "chọn", "định", "được"))


@dataclass(slots=True)
class Reader:
    """Reads one text; remembers where the last refused number ended, for lists of names."""

    folded: Folded
    refused_until: int = -99

    def quantities(self) -> Iterator[Quantity]:
        """Yield the quantities of the text in order, none inside another or inside a name."""
        names = _names(self.folded)
        name = next(names, None)
        done = 0
        for run in runs(self.folded.low):
            while name and name[1] <= run.start:
                name = next(names, None)
            if run.start < done or (name and name[0] <= run.start):
                continue
            quantity = self._read(run)
            if quantity:
                repeated = REPEATED.match(self.folded.low, quantity.end)
                quantity.start = max(quantity.start, done)
                done = repeated.end() if repeated else quantity.end
                yield quantity

    def _read(self, run: Run) -> Quantity | None:
        """Return the quantity of a run, or remember that it was refused."""
        quantity = self._spelled(run) if run.spelled else self._written(run)
        if quantity is None and not run.spelled:
            self.refused_until = run.end
        return quantity

    def _written(self, run: Run) -> Quantity | None:
        """Return the quantity that digits write."""
        left = left_of(self.folded, run.start)
        if len(run.numbers) == 1:
            quantity = self._single(run, left)
        elif len(run.numbers) == 2 and run.joints[0] in "/-":
            quantity = self._pair(run, left)
        else:
            return None
        return self._with_approximation(quantity, left) if quantity else None

    def _pair(self, run: Run, left: Left) -> Quantity | None:
        """Return the quantity of two numbers joined by a sign."""
        if part_of_a_name(self.folded, run):
            return None
        read = slashed if run.joints[0] == "/" else dashed
        return read(self.folded, run, left)

    def _single(self, run: Run, left: Left) -> Quantity | None:
        """Return the quantity of one number and what joins it in words."""
        amount = read_amount(self.folded.low, run.numbers[0], run.end)
        if amount is None:
            return None
        rank = ranked(self.folded, run, left, amount)
        if rank:
            return rank
        if self._goes_on_refused(run, amount) or refused(self.folded, run, left, amount):
            return None
        joined = joined_in_words(self.folded, run, left, amount)
        return joined or _times(self.folded, left, _quantity(run, amount))

    def _goes_on_refused(self, run: Run, amount: Amount) -> bool:
        """Tell whether the number goes on a list of names: khóm 1, 2 và 3."""
        if self.refused_until < run.start - 8 or counted(amount):
            return False
        between = self.folded.low[self.refused_until : run.start]
        return GOES_ON.match(between) is not None

    def _with_approximation(self, quantity: Quantity, left: Left) -> Quantity:
        """Return the quantity with "gần", "hơn" or "trở lên" taken in."""
        kind, start = approximation(left, self.folded.low)
        if left.word in LOCATIVES and _is_small_count(quantity):
            kind, start = "exact", quantity.start
        if kind == "exact":
            kind = self._upward(quantity.end, FAR_UPWARD if left.word == "từ" else UPWARD)
        if quantity.to is not None and left.word == "từ":
            start = start_of(self.folded.low, "từ", quantity.digits)
        quantity.approx, quantity.start = kind, min(start, quantity.start)
        return quantity

    def _upward(self, end: int, upward: re.Pattern[str]) -> Approximation:
        """Return what "trở lên" or "trở xuống" behind a number makes of it."""
        if self.folded.low.find(" trở ", end, end + AHEAD) < 0:
            return "exact"
        found = upward.match(self.folded.low, end)
        if found is None:
            return "exact"
        return "over" if found.group(1) == "lên" else "under"

    def _spelled(self, run: Run) -> Quantity | None:
        """Return the quantity that number words write, where they plainly count."""
        read = read_words(self.folded.low, run.start)
        if read is None or self._is_a_name(run):
            return None
        amount = amount_of(self.folded.low, *read)
        left = left_of(self.folded, run.start)
        plain = amount.noun.counted_in_words if amount.noun else amount.measured
        if not plain or labelled(left, Amount(0, amount.value)):
            return None
        if left.word in LABELS["no words"] or _is_the_year(self.folded, run, left):
            return None
        return self._with_approximation(_quantity(run, amount), left)

    def _is_a_name(self, run: Run) -> bool:
        """Tell whether a capital inside the sentence makes the number word a name: Ba Vì."""
        if not self.folded.cased[run.start].isupper():
            return False
        earlier = self.folded.cased[max(0, run.start - 3) : run.start].strip(' “"-+•')
        return bool(earlier) and earlier[-1] not in ".!?:;\n"


def _quantity(run: Run, amount: Amount) -> Quantity:
    """Return an amount at its place."""
    return Quantity(run.start, amount.end, amount.value, amount.unit, amount.noun, run.start)


def _is_small_count(quantity: Quantity) -> bool:
    """Tell whether "trên" before the number is a place: nobody says "over 3 fields of work"."""
    counted = quantity.noun is not None and quantity.unit not in UNCOUNTED
    return counted and quantity.value < SMALL and quantity.of is None and quantity.to is None


def _times(folded: Folded, left: Left, quantity: Quantity) -> Quantity:
    """Return "gấp 2 lần" as times; "2 lần" alone counts occasions."""
    multiplied = left.word == "gấp"
    repeated = quantity.noun is not None and folded.low.startswith("lần", quantity.noun.start)
    if not multiplied and not (repeated and _compared(left, quantity)):
        return quantity
    quantity.unit = "times"
    if multiplied:
        quantity.start = start_of(folded.low, "gấp", quantity.start)
    return quantity


def _compared(left: Left, quantity: Quantity) -> bool:
    """Tell whether "lần" multiplies: a fraction of a time, or "gấp", "tăng" before it."""
    words = {"gấp", "tăng", "giảm", "bằng"}
    return quantity.value != int(quantity.value) or bool(words.intersection(left.words[-3:]))


def _is_the_year(folded: Folded, run: Run, left: Left) -> bool:
    """Tell whether "năm" is the year, not five: only after a verb that counts is it five."""
    return folded.low.startswith("năm ", run.start) and left.word not in BEFORE_FIVE


def _names(folded: Folded) -> Iterator[tuple[int, int]]:
    """Yield stretches whose numbers are never figures: short quotations and addresses."""
    quotes = (found.span() for found in QUOTED.finditer(folded.cased))
    names = [(start, end) for start, end in quotes if end - start <= LONGEST_NAME]
    names += [found.span() for found in ADDRESS.finditer(folded.low)]
    yield from sorted(names)
