"""What a report is written from: one unit's figures, and what stands beside them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localtime

from lantoa.acts.crossing import Crossing
from lantoa.figures.period import Period, write_day
from lantoa.figures.question import Question
from lantoa.guidance.models import FrameworkDocument
from lantoa.guidance.queries import leading_documents
from lantoa.prescribed.queries import Form, form_on
from lantoa.records.record.paper import Papers
from lantoa.records.record.queries.movements import movement_of
from lantoa.tally.queries import Answer, Comparison, Sheet, Telling, answer
from lantoa.units.queries import Portrait


@dataclass(frozen=True)
class Facts:
    """Everything that a report may say in numbers, and nothing that it may not."""

    answer: Answer
    papers: Papers
    documents: list[FrameworkDocument]
    form: Form
    movement: str = ""
    """The words of the movement whose records alone are told of; empty is all."""

    @property
    def unit(self) -> Portrait:
        """Return the unit on the day of the chart."""
        return self.answer.portrait

    @property
    def parent(self) -> Portrait | None:
        """Return the unit above on the chart; None above a root."""
        above = self.unit.parent
        return self.answer.names([above])[above] if above else None

    @property
    def period(self) -> Period:
        """Return the period of the report."""
        return self.answer.asked.period

    @property
    def chart(self) -> date:
        """Return the day of the chart."""
        return self.answer.asked.day

    @property
    def as_known(self) -> datetime | None:
        """Return the moment whose knowledge counts; None is now."""
        return self.answer.asked.as_known

    @property
    def counted(self) -> Sheet:
        """Return the figures."""
        return self.answer.sheet

    @property
    def compared(self) -> list[Comparison]:
        """Return published figures beside the computed ones, those of the area behind them."""
        return [*self.answer.comparisons, *self.answer.quoted_of_area]

    @property
    def below(self) -> dict[int, Portrait]:
        """Return the units below that have figures."""
        lines = self.counted.lines.values()
        return self.answer.names({each for line in lines for each in line.below})

    @property
    def crossed(self) -> Crossing:
        """Return the reorganisations that the figures cross."""
        return self.answer.crossing

    def say(self, code: str) -> str | None:
        """Return a total as written, or None where nobody stated it."""
        return self.papers.told.say(code)


def facts_of(asked: Question) -> Facts:
    """Gather the figures of a unit for a period, on one chart, as known at one moment.

    Raises ValidationError where the unit was not known at that moment, or no such movement is.
    """
    movement = movement_of(asked.movement).label if asked.movement else ""
    told = answer(asked)
    papers = Papers(Telling(told))
    if asked.as_known and not told.names([asked.unit]):
        raise ValidationError(f"Đến {known_at(asked.as_known)} chưa ghi đơn vị này.")
    way = [asked.unit, *told.way]
    documents = leading_documents(asked.period, way=way, as_known=asked.as_known)
    return Facts(told, papers, documents, form_on(asked.period.last), movement)


def known_at(moment: datetime) -> str:
    """Write the moment whose knowledge counts: "14:00 ngày 30/6/2026"."""
    here = localtime(moment)
    return f"{here:%H:%M} ngày {write_day(here.date())}"
