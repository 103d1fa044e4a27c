"""A unit's first page: its figures for a period, what changed, what differs, and the way down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from lantoa.acts.crossing import line_name
from lantoa.desk.queries.asking import Asked
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import Period
from lantoa.figures.writing import write_percentage
from lantoa.tally.catalogue import families
from lantoa.tally.queries import Comparison, Line, Sheet, Totals, comparisons, sheet, totals
from lantoa.units.queries import Portrait, path_above, portrait, portraits
from lantoa.units.queries.chart import children_on

HEADLINES = (
    ("meetings.held", "meetings"),
    ("meetings.members", "meetings"),
    ("meetings.attendance", "meetings"),
    ("works.done", "works"),
    ("works.money", "works"),
    ("works.houses", "works"),
)
"""The measures that the eye should meet first, each with the kind of record behind it."""


@dataclass(frozen=True)
class Overview:
    """Everything that a unit's page shows of one period."""

    unit: Portrait
    asked: Asked
    counted: Sheet
    earlier: Period
    before: Totals
    compared: list[Comparison]
    below: dict[int, Portrait]
    way: list[dict[str, str]]

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody recorded anything that the page could show."""
        kinds = ("meetings", "works", "indicators")
        return all(
            line.total is None and line.own is None
            for code, line in self.counted.lines.items()
            if code.partition(".")[0] in kinds and code != "works.done"
        )


def overview(*, unit: int, asked: Asked, reached: set[int], today: date) -> Overview:
    """Count a unit's figures for a period and for the one before it, on one and the same chart."""
    chart, earlier = asked.chart_day, asked.period.before_as_of(today)
    counted = sheet(unit=unit, period=asked.period, chart=chart)
    children = children_on(unit, on=chart)
    return Overview(
        unit=portrait(unit, on=chart),
        asked=asked,
        counted=counted,
        earlier=earlier,
        before=totals(unit=unit, period=earlier, chart=chart),
        compared=comparisons(unit=unit, period=asked.period, chart=asked.chart),
        below=portraits(children, on=chart),
        way=way_up(unit, on=chart, reached=reached, query=asked.query),
    )


def way_up(unit: int, *, on: date, reached: set[int], query: str) -> list[dict[str, str]]:
    """Return the units above, from the top down, as far as the user may go up."""
    above = [each for each in path_above(unit, on=on) if each in reached]
    shown = portraits(above, on=on)
    return [
        {"label": shown[each].name, "url": unit_address(shown[each], query)}
        for each in reversed(above)
    ]


def unit_address(unit: Portrait, query: str) -> str:
    """Return the address of a unit's page for the same period."""
    return f"{reverse('desk:unit', args=[unit.uuid])}?{query}"


def measure_address(unit: Portrait, code: str, query: str) -> str:
    """Return the address of what a figure is made of."""
    return f"{reverse('desk:measure', args=[unit.uuid, code])}?{query}"


def headlines(page: Overview) -> list[dict[str, Any]]:
    """Return the first figures, each with its change and how complete it is."""
    shown = [_headline(page, code, kind) for code, kind in HEADLINES if _is_shown(page, code)]
    part, whole = page.counted.share("meetings.present_of_invited")
    if part is not None:
        shown.insert(
            3,
            {
                "label": "Tỷ lệ đảng viên dự trên số triệu tập",
                "text": write_percentage(part, whole),
                "value": part,
                "url": measure_address(page.unit, "meetings.present_of_invited", page.asked.query),
                "note": "Tính trên các buổi ghi đủ số dự và số triệu tập.",
            },
        )
    return shown


def _is_shown(page: Overview, code: str) -> bool:
    return page.counted.total(code) is not None or page.before[code] is not None


def _headline(page: Overview, code: str, kind: str) -> dict[str, Any]:
    line, coverage = page.counted.lines[code], page.counted.coverage[kind]
    return {
        "label": line.measure.label,
        "value": line.total,
        "word": "" if line.measure.is_money else line.measure.unit,
        "money": line.measure.is_money,
        "url": measure_address(page.unit, code, page.asked.query),
        "before": page.before[code],
        "before_period": before_words(page.asked.period, page.earlier),
        "counted": line.units,
        "asked": coverage.asked,
        "silent": len(coverage.silent),
    }


def before_words(period: Period, before: Period) -> str:
    """Name the period compared with: by its own name, or as the same days a year earlier."""
    first, then = period.first, before.first
    a_year_earlier = (then.year + 1, then.month, then.day) == (first.year, first.month, first.day)
    if str(before).startswith("từ ") and a_year_earlier:
        return f"cùng kỳ năm {then.year}"
    return f"kỳ trước ({before})" if str(before).startswith("từ ") else str(before)


def groups(page: Overview) -> list[dict[str, Any]]:
    """Return every measure with a figure, by family, as lines of own and total."""
    return [
        {"label": label, "lines": lines}
        for label, measures in families().values()
        if (
            lines := [
                _line(page, page.counted.lines[m.code]) for m in measures if _said(page, m.code)
            ]
        )
    ]


def _said(page: Overview, code: str) -> bool:
    line = page.counted.lines.get(code)
    return line is not None and (line.own is not None or line.total is not None)


def _line(page: Overview, line: Line) -> dict[str, Any]:
    measure = line.measure
    address = measure_address(page.unit, measure.code, page.asked.query)
    return {
        "label": measure.label,
        "own_text": line.written(line.own),
        "total_text": line.written(line.total),
        "share": page.counted.written_share(measure.code) if measure.share_of else "",
        "word": "" if measure.is_money else measure.unit,
        "url": address,
    }


OF_CHILDREN = ("meetings.held", "meetings.attendance", "works.done", "works.money")


def children_rows(page: Overview) -> list[dict[str, Any]]:
    """Return the units below that have figures: those that counted most come first."""
    rows = [(unit, _figures_of(page, unit)) for unit in page.below.values()]
    said = [row for row in rows if any(figure is not None for figure in row[1])]
    said.sort(key=lambda row: (-(row[1][0] or 0), -(row[1][3] or 0), alphabetical(row[0].name)))
    return [_child(page, unit, figures, OF_CHILDREN) for unit, figures in said]


def silent_children(page: Overview) -> list[dict[str, str]]:
    """Return the units below of which nothing is known in the period, by name."""
    rows = [
        unit
        for unit in page.below.values()
        if all(figure is None for figure in _figures_of(page, unit))
    ]
    return [
        {"label": unit.full_name, "url": unit_address(unit, page.asked.query)}
        for unit in sorted(rows, key=lambda unit: (unit.kind, alphabetical(unit.name)))
    ]


def _figures_of(page: Overview, unit: Portrait) -> list[int | None]:
    return [page.counted.lines[code].below.get(unit.pk) for code in OF_CHILDREN]


def _child(
    page: Overview, unit: Portrait, figures: Sequence[int | None], codes: Sequence[str]
) -> dict[str, Any]:
    cells: list[dict[str, Any]] = [
        {"text": line_name(unit), "url": unit_address(unit, page.asked.query)}
    ]
    for code, figure in zip(codes, figures, strict=True):
        cells.append({"text": page.counted.lines[code].written(figure), "numeric": True})
    return {"cells": cells, "quiet": not unit.is_open(page.asked.chart_day)}


def difference_rows(compared: Sequence[Comparison]) -> list[dict[str, Any]]:
    """Return published figures beside computed ones, those that differ first."""
    order = {False: 0, None: 2, True: 1}
    ranked = sorted(compared, key=lambda each: order[each.agrees])
    return [
        {
            "what": each.quotation.what[:1].upper() + each.quotation.what[1:],
            "period": str(each.period),
            "source": each.quotation.source,
            "published": each.written_published,
            "computed": each.written_computed,
            "agrees": each.agrees,
            "gap": each.written_difference,
            "url": reverse("quotations:show", args=[each.quotation.uuid]),
            "note": each.quotation.note,
        }
        for each in ranked
    ]
