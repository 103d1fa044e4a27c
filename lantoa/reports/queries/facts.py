"""What a report is written from: one unit's figures, and what stands beside them."""

from dataclasses import dataclass
from datetime import date, datetime

from lantoa.acts.crossing import Asked, Crossing, crossing
from lantoa.figures.period import Period
from lantoa.guidance.models import FrameworkDocument
from lantoa.guidance.queries import leading_documents
from lantoa.prescribed.queries import Form, form_on
from lantoa.records.meetings.queries import Taught, by_content
from lantoa.records.works.models import Work
from lantoa.records.works.queries import rows as works_of
from lantoa.tally.queries import Comparison, Sheet, comparisons, sheet
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, parents_under, portrait, portraits


@dataclass(frozen=True)
class Facts:
    """Everything that a report may say in numbers, and nothing that it may not."""

    unit: Portrait
    parent: Portrait | None
    period: Period
    chart: date
    as_known: datetime | None
    counted: Sheet
    taught: list[Taught]
    works: list[tuple[Work, str]]
    compared: list[Comparison]
    below: dict[int, Portrait]
    documents: list[FrameworkDocument]
    form: Form
    crossed: Crossing

    def say(self, code: str) -> str | None:
        """Return a total as written, or None where nobody stated it."""
        total = self.counted.total(code)
        return None if total is None else self.counted.lines[code].written(total)


def facts_of(unit: int, *, period: Period, chart: date, as_known: datetime | None = None) -> Facts:
    """Gather the figures of a unit for a period, on one chart, as known at one moment."""
    counted = sheet(unit=unit, period=period, chart=chart, as_known=as_known)
    units = parents_under(unit, on=chart, as_known=as_known)
    shown = portrait(unit, on=chart, as_known=as_known)
    works = works_of(units=units, period=period, as_known=as_known)
    names = portraits({work.unit_id for work in works}, on=chart, as_known=as_known)
    below = {each for line in counted.lines.values() for each in line.below}
    return Facts(
        unit=shown,
        parent=portrait(shown.parent, on=chart, as_known=as_known) if shown.parent else None,
        period=period,
        chart=chart,
        as_known=as_known,
        counted=counted,
        taught=by_content(units=units, period=period, as_known=as_known),
        works=[(work, names[work.unit_id].full_name) for work in works],
        compared=comparisons(unit=unit, period=period, as_known=as_known),
        below=portraits(below, on=chart, as_known=as_known),
        documents=leading_documents(period),
        form=form_on(period.last),
        crossed=crossing(Unit.objects.get(pk=unit), Asked(period, chart, as_known=as_known)),
    )
