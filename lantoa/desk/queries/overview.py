"""A unit's first page: its figures for a period, what changed, what differs, and the way down."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, cast

from django.urls import reverse
from django.utils.timezone import localtime

from lantoa.acts.crossing import line_name
from lantoa.acts.living import Successors, successors
from lantoa.desk.queries.asking import PageQuestion, before_words
from lantoa.desk.queries.stating import total_text
from lantoa.desk.queries.together import TookPart, joined_by, shown_together
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.measure import Measure
from lantoa.figures.period import Period
from lantoa.figures.writing import few, write_number, write_percentage
from lantoa.records.record.counting import ShareShown, in_turn
from lantoa.records.record.kinds import KindConfig, kinds, quoting
from lantoa.tally.catalogue import Family
from lantoa.tally.queries import Answer, Comparison, Coverage, Line, Sheet, answer
from lantoa.units.queries import Portrait

MOST_HEADLINES = 8
MOST_COLUMNS = 6
"""What a page of paper is wide enough for, beside the names of the units."""


@dataclass(frozen=True)
class Overview:
    """Everything that a unit's page shows of one period."""

    asked: PageQuestion
    answer: Answer
    above: Sequence[Portrait]
    ended: Successors | None = None
    together: Sequence[TookPart] = ()

    @property
    def unit(self) -> Portrait:
        """Return the unit on the day of the chart."""
        return self.answer.portrait

    @property
    def counted(self) -> Sheet:
        """Return its figures."""
        return self.answer.sheet

    @cached_property
    def below(self) -> dict[int, Portrait]:
        """Return the units directly below."""
        return self.answer.names(self.answer.children)

    @property
    def way(self) -> list[dict[str, str]]:
        """Return the units above, from the top down, as far as the user may go up."""
        return way_up(self.above, self.asked.query)

    @property
    def kinds(self) -> list[KindConfig]:
        """Return the kinds of record that are counted."""
        return [each.kind for each in self.answer.families.values() if each.kind]

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody recorded anything that the page could show."""
        return all(
            line.total is None and line.own is None
            for line in self.counted.lines.values()
            if self.answer.families[line.family].kind
        )


def overview(
    asked: PageQuestion, *, seen: Callable[[Collection[int]], set[int]], today: date
) -> Overview:
    """Count a unit's figures for a period and for the one before it, on one and the same chart.

    `seen` tells which of some units the user may see.
    """
    as_of = localtime(asked.as_known).date() if asked.as_known else today
    told = answer(asked.question, before=asked.period.before_as_of(min(as_of, today)))
    ended = successors(asked.question.unit, on=today) if told.closed_on else None
    heirs = ended.units if ended else set()
    joined = joined_by(asked)
    hosts = {each.unit for each in joined}
    told.meet({*heirs, *hosts})
    among = seen({*told.way, *heirs, *hosts})
    above = [each for each in reversed(told.way) if each in among]
    together = shown_together(joined, told.album, seen=among)
    return Overview(asked, told, list(told.names(above).values()), ended, together)


def way_up(above: Iterable[Portrait], query: str) -> list[dict[str, str]]:
    """Return the units above, from the top down, as links for the same question."""
    return [{"label": each.name, "url": unit_address(each, query)} for each in above]


def unit_address(unit: Portrait, query: str) -> str:
    """Return the address of a unit's page for the same period."""
    return f"{reverse('desk:unit', args=[unit.uuid])}?{query}"


def measure_address(unit: Portrait, code: str, query: str) -> str:
    """Return the address of what a figure is made of."""
    return f"{reverse('desk:measure', args=[unit.uuid, code])}?{query}"


def buttons(unit: Portrait) -> list[dict[str, str]]:
    """Return what may be recorded at a unit, as buttons, what is recorded most first."""
    return [
        {"label": kind.pages.button, "url": kind.at("record", unit)}
        for kind in kinds()
        if kind.pages.button
    ]


def headlines(page: Overview) -> list[dict[str, Any]]:
    """Return the first figures, each with its change and how complete it is: a few of each kind.

    All others stand under their kind.
    """
    return in_turn([list(_headlines_of(page, kind)) for kind in page.kinds], most=MOST_HEADLINES)


def _headlines_of(page: Overview, kind: KindConfig) -> Iterator[dict[str, Any]]:
    shown = kind.counted.shown
    for code in shown.headlines:
        if _is_shown(page, code):
            yield _headline(page, code, kind.code)
    for share in shown.shares:
        if page.counted.share(share.code)[0] is not None:
            yield _share(page, share)


def _share(page: Overview, share: ShareShown) -> dict[str, Any]:
    part, whole = page.counted.share(share.code)
    return {
        "label": share.label,
        "text": write_percentage(part, whole),
        "value": part,
        "url": measure_address(page.unit, share.code, page.asked.query),
        "note": share.note.format(*map(write_number, page.counted.share(share.of))),
    }


def _is_shown(page: Overview, code: str) -> bool:
    return page.counted.total(code) is not None or page.answer.before[code] is not None


def _headline(page: Overview, code: str, kind: str) -> dict[str, Any]:
    line, coverage = page.counted.lines[code], page.counted.coverage.get(kind, Coverage())
    return {
        "label": line.measure.label,
        "value": line.total,
        "word": "" if line.measure.is_money else line.measure.unit,
        "money": line.measure.is_money,
        "url": measure_address(page.unit, code, page.asked.query),
        "before": page.answer.before[code],
        "before_period": before_words(page.asked.period, cast(Period, page.answer.earlier)),
        "counted": line.units,
        "owed": coverage.owed,
        "silent": len(coverage.silent),
    }


def groups(page: Overview) -> list[dict[str, Any]]:
    """Return every measure with a figure, by family, as lines of own and total."""
    return [
        {"label": family.label, "lines": lines}
        for family in page.answer.families.values()
        if (lines := [_line(page, page.counted.lines[m.code]) for m in _said_of(page, family)])
    ]


def _said_of(page: Overview, family: Family) -> list[Measure]:
    return [measure for measure in family.measures if _said(page, measure.code)]


def _said(page: Overview, code: str) -> bool:
    line = page.counted.lines.get(code)
    if line is None:
        return False
    stated = code in page.answer.stating.by_code
    return stated or line.own is not None or line.total is not None


def _line(page: Overview, line: Line) -> dict[str, Any]:
    measure = line.measure
    address = measure_address(page.unit, measure.code, page.asked.query)
    return {
        "label": measure.label,
        "own_text": line.written(line.own),
        "total_text": total_text(page.answer, line),
        "stated": few(page.answer.stated(measure.code)),
        "share": page.counted.written_share(measure.code) if measure.share_of else "",
        "word": "" if measure.is_money else measure.unit,
        "url": address,
    }


def child_columns(page: Overview) -> list[tuple[str, str]]:
    """Return the measures that stand beside the units below, each with its head."""
    known = [
        [
            (code, head)
            for code, head in kind.counted.shown.of_children
            if any(figure is not None for figure in page.counted.lines[code].below.values())
        ]
        for kind in page.kinds
    ]
    return in_turn(known, most=MOST_COLUMNS)


def child_heads(page: Overview) -> list[dict[str, Any]]:
    """Return the heads of the table of the units below."""
    heads = [{"text": head, "numeric": True} for _, head in child_columns(page)]
    return [{"text": "Đơn vị"}, *heads]


def children_rows(page: Overview) -> list[dict[str, Any]]:
    """Return the units below that have figures: those that counted most come first."""
    codes = [code for code, _ in child_columns(page)]
    spoke = units_that_spoke(page)
    said = [
        (unit, _figures_of(page, unit, codes)) for unit in page.below.values() if unit.pk in spoke
    ]
    said.sort(key=lambda row: (*_most(page, row[0]), alphabetical(row[0].name)))
    return [_child(page, unit, figures, codes) for unit, figures in said]


def _most(page: Overview, unit: Portrait) -> list[int]:
    """Return the key by which who counted most comes first: the first measure, then the money."""
    codes = [code for kind in page.kinds for code, _ in kind.counted.shown.of_children]
    money = [code for code in codes if page.counted.lines[code].measure.is_money]
    return [
        -(page.counted.lines[code].below.get(unit.pk) or 0) for code in (*codes[:1], *money[:1])
    ]


def silent_children(page: Overview) -> list[dict[str, str]]:
    """Return the units below of which nothing is known in the period, by name."""
    spoke = units_that_spoke(page)
    rows = [unit for unit in page.below.values() if unit.pk not in spoke]
    return [
        {"label": unit.full_name, "url": unit_address(unit, page.asked.query)}
        for unit in sorted(rows, key=lambda unit: (unit.kind, alphabetical(unit.name)))
    ]


def units_that_spoke(page: Overview) -> set[int]:
    """Return the units below of which any figure of any kind of record is known."""
    return {
        unit
        for line in page.counted.lines.values()
        if page.answer.families[line.family].kind
        for unit, figure in line.below.items()
        if figure is not None
    }


def _figures_of(page: Overview, unit: Portrait, codes: Sequence[str]) -> list[int | None]:
    return [page.counted.lines[code].below.get(unit.pk) for code in codes]


def _child(
    page: Overview, unit: Portrait, figures: Sequence[int | None], codes: Sequence[str]
) -> dict[str, Any]:
    name = {"text": line_name(unit), "url": unit_address(unit, page.asked.query)}
    cells: list[dict[str, Any]] = [name]
    for code, figure in zip(codes, figures, strict=True):
        cells.append({"text": page.counted.lines[code].written(figure), "numeric": True})
    return {"cells": cells, "quiet": not unit.is_open(page.asked.chart_day)}


def difference_rows(compared: Sequence[Comparison]) -> list[dict[str, Any]]:
    """Return published figures beside computed ones, those that differ first."""
    order = {False: 0, None: 2, True: 1}
    ranked = sorted(compared, key=lambda each: order[each.agrees])
    return [
        {
            "what": each.what,
            "period": str(each.period),
            "source": each.quotation.source,
            "published": each.written_published,
            "computed": each.written_computed,
            "agrees": each.agrees,
            "gap": each.written_difference,
            "url": reverse(quoting().page, args=[each.quotation.uuid]),
            "note": each.quotation.note,
        }
        for each in ranked
    ]
