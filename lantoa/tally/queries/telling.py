"""An answer as kinds of record read it, to say on paper what is theirs."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from lantoa.figures.measure import Measure
from lantoa.figures.question import Question
from lantoa.tally.queries.answer import Answer
from lantoa.tally.queries.stating import GoalReached
from lantoa.units.queries import Portrait


def _goal(each: GoalReached) -> str:
    target = f"mức năm {each.goal.year}: {each.target} ({each.goal.source})"
    return f"{each.line.measure.label}: {each.figure}; {target}; {each.light.words.lower()}"


class Telling:
    """The question, its figures and the names of units, and no more of an answer than that."""

    def __init__(self, answer: Answer) -> None:
        """Take the answer."""
        self.answer = answer

    @property
    def asked(self) -> Question:
        """Return the question."""
        return self.answer.asked

    @property
    def units(self) -> Collection[int]:
        """Return the unit and everything under it on the chart."""
        return self.answer.units

    def measures(self, kind: str) -> Sequence[Measure]:
        """Return the measures of a kind of record; none of one that is not counted."""
        family = self.answer.families.get(kind)
        return family.measures if family else ()

    def total(self, code: str) -> int | None:
        """Return a total; None where nobody stated it."""
        return self.answer.sheet.total(code)

    def share(self, code: str) -> tuple[int | None, int | None]:
        """Return numerator and denominator of a share."""
        return self.answer.sheet.share(code)

    def say(self, code: str) -> str | None:
        """Return a total as written; None where nobody stated it."""
        total = self.total(code)
        return None if total is None else self.answer.sheet.lines[code].written(total)

    def stated(self, code: str) -> Sequence[str]:
        """Say who stated a figure: what, the unit, the day, the agency."""
        return self.answer.stated(code)

    def is_anothers(self, code: str) -> bool:
        """Tell whether one unit alone stated a figure, and not the one that is asked about."""
        return self.answer.stating.is_anothers(code)

    def goals(self) -> Sequence[str]:
        """Say what figures are to come to in the year, and how far they are."""
        return [_goal(each) for each in self.answer.stating.goals]

    def meet(self, units: Iterable[int]) -> None:
        """Ask for the names of everything that a paper tells, and of some units."""
        self.answer.meet(units)

    def names(self, units: Iterable[int]) -> Mapping[int, Portrait]:
        """Return units as they were on the day of the chart."""
        return self.answer.names(units)
