"""What a report is written from: one unit's figures, and what stands beside them."""

from dataclasses import dataclass
from datetime import date, datetime

from lantoa.acts.crossing import Crossing
from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.guidance.models import FrameworkDocument
from lantoa.guidance.queries import leading_documents
from lantoa.prescribed.queries import Form, form_on
from lantoa.records.meetings.queries import Taught, by_content
from lantoa.records.works.models import Work
from lantoa.records.works.queries import rows as works_of
from lantoa.tally.queries import Answer, Comparison, Sheet, answer
from lantoa.units.queries import Portrait


@dataclass(frozen=True)
class Facts:
    """Everything that a report may say in numbers, and nothing that it may not."""

    answer: Answer
    parent: Portrait | None
    taught: list[Taught]
    works: list[tuple[Work, str]]
    documents: list[FrameworkDocument]
    form: Form

    @property
    def unit(self) -> Portrait:
        """Return the unit on the day of the chart."""
        return self.answer.portrait

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
        """Return published figures beside the computed ones."""
        return self.answer.comparisons

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
        total = self.counted.total(code)
        return None if total is None else self.counted.lines[code].written(total)


def facts_of(asked: Question) -> Facts:
    """Gather the figures of a unit for a period, on one chart, as known at one moment."""
    told = answer(asked)
    works = works_of(units=told.units, asked=asked)
    told.meet(work.unit_id for work in works)
    names = told.names({work.unit_id for work in works})
    return Facts(
        answer=told,
        parent=_parent(told),
        taught=by_content(units=told.units, asked=asked),
        works=[(work, names[work.unit_id].full_name) for work in works],
        documents=leading_documents(asked.period),
        form=form_on(asked.period.last),
    )


def _parent(told: Answer) -> Portrait | None:
    above = told.portrait.parent
    return told.names([above])[above] if above else None
