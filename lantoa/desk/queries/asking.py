"""The period that a page is about: read from its address, or the one that makes most sense."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.formats.period import Boxes
from lantoa.guidance.queries import leading_documents
from lantoa.records.record.models import PopularMovement
from lantoa.units.models import Placement
from lantoa.units.queries.chart import believed


@dataclass(frozen=True)
class PageQuestion:
    """The question of a page, with what is wrong with its address, and what else may be asked."""

    question: Question
    errors: tuple[str, ...] = ()
    typed: Boxes | None = None
    movements: tuple[PopularMovement, ...] = ()

    @property
    def movement(self) -> str:
        """Return the words of the movement whose records alone are asked for; empty is all."""
        code = self.question.movement
        return next((each.label for each in self.movements if each.code == code), "")

    @property
    def period(self) -> Period:
        """Return the period that is asked about."""
        return self.question.period

    @property
    def chart(self) -> date | None:
        """Return the day of the chart where one was chosen."""
        return self.question.chart

    @property
    def chart_day(self) -> date:
        """Return the day of the chart: the one chosen, or the last of the period."""
        return self.question.day

    @property
    def as_known(self) -> datetime | None:
        """Return the moment whose knowledge counts; None is now."""
        return self.question.as_known

    @property
    def query(self) -> str:
        """Return the end of an address that asks the same."""
        return query_of(self.question)


def query_of(asked: Question) -> str:
    """Return the end of an address that asks a question of whatever unit it leads to."""
    parts = {"from": asked.period.first.isoformat(), "to": asked.period.last.isoformat()}
    chosen = {"chart": asked.chart, "as-known": asked.as_known}
    parts |= {name: each.isoformat() for name, each in chosen.items() if each}
    return urlencode(parts | ({"phong-trao": asked.movement} if asked.movement else {}))


def was_known(asked: Question) -> bool:
    """Tell whether a unit was written down by the moment whose knowledge is asked for."""
    if asked.as_known is None:
        return True
    return Placement.objects.filter(believed(asked.as_known), unit=asked.unit).exists()


def opening_day(unit: int, *, today: date) -> date:
    """Return by the year of which day a page opens: today, or the last one of a unit's life."""
    places = Placement.objects.filter(unit=unit, superseded_at__isnull=True, since__lte=today)
    closed = places.filter(state=Placement.State.CLOSED).values_list("since", flat=True).last()
    return closed - timedelta(days=1) if closed else today


def quick_periods(today: date) -> list[Period]:
    """Return the periods that people ask for most: this month, quarter, half year, years."""
    quarter = (today.month - 1) // 3 * 3 + 1
    half = (1, 6) if today.month <= 6 else (7, 12)
    return [
        Period.months(today.year, today.month, today.month),
        Period.months(today.year, quarter, quarter + 2),
        Period.months(today.year, *half),
        Period.year(today.year),
        Period.year(today.year - 1),
    ]


def quick_links(asked: PageQuestion, *, today: date) -> list[dict[str, object]]:
    """Return the quick periods as links of the period picker, and those of framework documents."""
    named = [(str(period)[:1].upper() + str(period)[1:], period) for period in quick_periods(today)]
    as_known = replace(asked.question, chart=None)
    return [
        {
            "label": label,
            "url": f"?{query_of(as_known.over(period))}",
            "current": period == asked.period,
        }
        for label, period in (*named, *framework_periods(today))
    ]


def before_words(period: Period, before: Period) -> str:
    """Name the period compared with: by its own name, or as the same days a year earlier."""
    first, then = period.first, before.first
    a_year_earlier = (then.year + 1, then.month, then.day) == (first.year, first.month, first.day)
    if str(before).startswith("từ ") and a_year_earlier:
        return f"cùng kỳ năm {then.year}"
    return f"kỳ trước ({before})" if str(before).startswith("từ ") else str(before)


def framework_periods(today: date) -> list[tuple[str, Period]]:
    """Return the stretch of each of the last two framework documents, up to today."""
    ruled = leading_documents(Period(today.replace(year=today.year - 10, day=1), today))[-2:]
    return [
        (str(each.number), Period(each.valid_from, _last_day(each.valid_to, today)))
        for each in ruled
        if each.valid_from
    ]


def _last_day(valid_to: date | None, today: date) -> date:
    return min(valid_to - timedelta(days=1), today) if valid_to else today
