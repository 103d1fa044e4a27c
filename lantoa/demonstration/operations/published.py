"""The published figures, entered: records where a kind exists for them, quotations otherwise."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import transaction

from lantoa.demonstration.operations import facts
from lantoa.demonstration.operations.deeds import enter_deeds
from lantoa.demonstration.operations.facts import Article, Figure
from lantoa.demonstration.operations.funds import enter_funds
from lantoa.demonstration.operations.guiding import enter_guidance
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.demonstration.operations.numbers import numbers_of, units_of
from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.people.models import User
from lantoa.records.indicators import operations as indicators
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.meetings import operations as meetings
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations import operations as quotations
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.models import Record
from lantoa.records.works import operations as works
from lantoa.records.works.models import Work

QUOTED = ("quotation", "chart")
PERCENT = "%"
E = TypeVar("E", bound=Record)


@transaction.atomic
def enter_figures(*, by: User) -> int:
    """Enter every published figure under its unit and period; return how many there are.

    What was entered before stays as it is, corrections included: each bears a key of its own.
    """
    figures = facts.figures()
    published = PublishedFigures(figures)
    held = _not_yet(Meeting, published.meeting_entries())
    made = _not_yet(Work, published.work_entries())
    stated = _not_yet(Indicator, published.indicator_entries())
    quoted = _not_yet(Quotation, published.quotation_entries())
    meetings.record_many(by=by, at=WRITTEN_AT, entries=held)
    works.record_many(by=by, at=WRITTEN_AT, entries=made)
    indicators.record_many(by=by, at=WRITTEN_AT, entries=stated)
    quotations.record_many(by=by, at=WRITTEN_AT, entries=quoted)
    enter_guidance(by=by)
    enter_deeds(by=by)
    enter_funds(by=by)
    return len(figures)


def _not_yet(model: type[Record], entries: Sequence[E]) -> list[E]:
    """Return the entries whose key no record bears yet."""
    keys = [entry.key for entry in entries]
    held = set(model._default_manager.filter(key__in=keys).values_list("key", flat=True))
    return [entry for entry in entries if entry.key not in held]


class PublishedFigures:
    """Published figures with the units, articles and words they need to become entries."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        """Take the figures, and find the units they speak of."""
        self.figures = figures
        self.units = units_of(figures)
        self.articles = facts.articles()
        self.words = facts.records()

    def meeting_entries(self) -> list[Meeting]:
        """Return one entry for all figures of the same meetings."""
        documents = {each.number: each for each in FrameworkDocument.objects.all()}
        themes = {each.short: each for each in Theme.objects.all()}
        return [
            Meeting(
                **words
                | {
                    "documents": [documents[number] for number in words["documents"]],
                    "themes": [themes[short] for short in words["themes"]],
                }
            )
            for words in self._gathered("meeting")
        ]

    def work_entries(self) -> list[Work]:
        """Return one entry for all figures of the same work."""
        return [Work(**words) for words in self._gathered("work")]

    def indicator_entries(self) -> list[Indicator]:
        """Return one entry for each figure of an area."""
        sorts = {sort.code: sort for sort in Sort._default_manager.all()}
        return [self._indicator(each, sorts[each.record]) for each in self._carried("indicator")]

    def quotation_entries(self) -> list[Quotation]:
        """Return one entry for each figure that is quoted, alone or beside a computed one."""
        return [self._quotation(each) for each in self._carried(*QUOTED)]

    def _carried(self, *carriers: str) -> list[Figure]:
        return [each for each in self.figures if each.carrier in carriers]

    def _gathered(self, carrier: str) -> Iterable[dict[str, Any]]:
        together: dict[str, list[Figure]] = {}
        for each in self._carried(carrier):
            together.setdefault(each.record, []).append(each)
        for record, figures in together.items():
            words = self.words[record]
            shared = self._shared(figures, key=record, note=words.get("note", ""))
            yield words | shared | numbers_of(figures)

    def _indicator(self, figure: Figure, sort: Sort) -> Indicator:
        value = figure.whole_number(sort.scale)
        if value is None:
            raise ValueError(f"Figure {figure.number} states no value for an indicator.")
        return Indicator(
            sort=sort,
            value=value,
            whole=figure.of,
            approximation=figure.approximation,
            **self._shared([figure], key=str(figure.number)),
        )

    def _quotation(self, figure: Figure) -> Quotation:
        return Quotation(
            what=figure.what,
            measured_in=figure.measured_in,
            measure=figure.held_against,
            is_share=figure.measured_in == PERCENT,
            value=figure.whole_number(figure.decimals),
            scale=figure.decimals,
            whole=figure.of,
            approximation=figure.approximation,
            **self._shared([figure], key=str(figure.number)),
        )

    def _shared(self, figures: Sequence[Figure], *, key: str, note: str = "") -> dict[str, Any]:
        """Return what every entry has: unit, days, source, and the notes of all its figures."""
        first, article = figures[0], self._article(figures[0])
        notes = dict.fromkeys(filter(None, [*(each.note for each in figures), note]))
        return {
            "unit": self.units[first.unit_code],
            "key": f"an-giang.{key}",
            "first_day": first.first_day,
            "last_day": first.last_day,
            "source": article.citation,
            "source_url": article.url,
            "note": "; ".join(notes),
        }

    def _article(self, figure: Figure) -> Article:
        return self.articles[figure.article]
