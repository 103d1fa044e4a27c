"""A figure opened: where it comes from, who said nothing, and what the period cuts."""

from typing import Any

from django.urls import reverse

from lantoa.acts.crossing import line_name
from lantoa.desk.queries.asking import Asked, query_of
from lantoa.desk.queries.overview import difference_rows, measure_address
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import Period, write_day
from lantoa.records.indicators.queries import last_recorded as last_indicator
from lantoa.records.meetings.queries import last_recorded as last_meeting
from lantoa.records.works.queries import last_recorded as last_work
from lantoa.tally.catalogue import FAMILIES
from lantoa.tally.queries import Line, Sheet, behind, comparisons
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait, parents_under, portraits

SILENCE = {family.code: family.silence for family in FAMILIES}
SHOWN_BY = {
    "meetings": "meetings:show",
    "works": "works:show",
    "indicators": "indicators:show",
}
NATURES = {
    Nature.FLOW: "Phát sinh trong kỳ; cộng được theo đơn vị và theo thời gian.",
    Nature.STOCK: "Có tại ngày cuối kỳ; cộng được theo đơn vị.",
    Nature.CHART: "Đếm đơn vị trên sơ đồ tổ chức.",
    Nature.LOOSE: "Thứ hạng, bình quân, tỷ lệ: không cộng được.",
}


def silences(counted: Sheet) -> list[dict[str, Any]]:
    """Return, for each kind of record, how many units said something and how many did not."""
    return [
        {"code": code, "words": SILENCE[code], "coverage": coverage, "silent": len(coverage.silent)}
        for code, coverage in counted.coverage.items()
        if coverage.silent
    ]


def silent_rows(counted: Sheet, kind: str, asked: Asked) -> list[dict[str, Any]]:
    """Return the units that said nothing of a kind, by name."""
    shown = portraits(counted.coverage[kind].silent, on=counted.chart).values()
    return [
        {
            "cells": [
                {
                    "text": each.full_name,
                    "url": f"{reverse('desk:unit', args=[each.uuid])}?{asked.query}",
                },
                {"text": each.code},
                {"text": each.kind.label},
            ]
        }
        for each in sorted(shown, key=lambda unit: alphabetical(unit.name))
    ]


def apart_rows(counted: Sheet) -> list[dict[str, str]]:
    """Return the records that lie only partly within the period, which no figure counts."""
    return [
        {
            "text": f"{record} ({_stretch(record)})",
            "url": reverse(SHOWN_BY[kind], args=[record.uuid]),
        }
        for kind, records in counted.apart.items()
        for record in _any(records)
    ]


def _any(records: Any) -> Any:
    return records


def passport(counted: Sheet, line: Line, place: Portrait, asked: Asked) -> dict[str, Any]:
    """Return where a figure comes from: the units below, the records, what is published."""
    found = behind(counted, line.measure)
    compared = comparisons(unit=counted.unit, period=asked.period, chart=asked.chart)
    return {
        "label": line.measure.label,
        "measure": line.measure,
        "total": _bare(line, line.total),
        "total_word": _word(line, line.total),
        "own": _bare(line, line.own),
        "own_word": _word(line, line.own),
        "nature": NATURES[line.measure.nature],
        "share": counted.written_share(line.measure.code) if line.measure.share_of else "",
        "share_address": _share_address(line.measure, place, asked),
        "units": line.units,
        "below": [_unit_row(unit, figure, line, asked) for unit, figure in found.below],
        "records": [_record_row(record, figure, line) for record, figure in found.records],
        "apart": [
            {
                "text": f"{record} ({_stretch(record)})",
                "url": reverse(SHOWN_BY[line.measure.code.partition(".")[0]], args=[record.uuid]),
            }
            for record in found.apart
        ],
        "quoted": difference_rows(
            [each for each in compared if each.quotation.measure == line.measure.code]
        ),
        "below_heads": [{"text": "Đơn vị"}, {"text": line.measure.unit, "numeric": True}],
        "record_heads": [
            {"text": "Việc đã ghi"},
            {"text": "Ngày"},
            {"text": line.measure.unit, "numeric": True},
        ],
    }


def _bare(line: Line, figure: int | None) -> str:
    """Write a figure without its unit of measure, which stands smaller beside it."""
    return line.written(figure).removesuffix(" đồng")


def _word(line: Line, figure: int | None) -> str:
    return line.measure.unit if figure is not None else ""


def _share_address(measure: Measure, place: Portrait, asked: Asked) -> str:
    return measure_address(place, measure.share_of, asked.query) if measure.share_of else ""


def _unit_row(unit: Portrait, figure: int | None, line: Line, asked: Asked) -> dict[str, Any]:
    address = measure_address(unit, line.measure.code, asked.query)
    return {
        "cells": [
            {"text": line_name(unit), "url": address},
            {"text": line.written(figure), "numeric": True},
        ],
        "quiet": not unit.is_open(asked.chart_day),
    }


def _record_row(record: Any, figure: int | None, line: Line) -> dict[str, Any]:
    shown_by = SHOWN_BY[line.measure.code.partition(".")[0]]
    return {
        "cells": [
            {"text": str(record), "url": reverse(shown_by, args=[record.uuid])},
            {"text": _stretch(record)},
            {"text": line.written(figure), "numeric": True},
        ]
    }


def _stretch(record: Any) -> str:
    first, last = record.first_day, record.last_day
    return write_day(last) if first == last else f"{write_day(first)} – {write_day(last)}"


def latest_year(unit: Unit, asked: Asked) -> dict[str, str] | None:
    """Return the year in which the unit, or one under it, last recorded anything."""
    units = parents_under(unit.pk, on=asked.chart_day)
    days = [last(units) for last in (last_meeting, last_work, last_indicator)]
    known = [day for day in days if day]
    if not known:
        return None
    period = Period.year(max(known).year)
    return {"label": f"Xem {period}", "url": f"?{query_of(period)}"}
