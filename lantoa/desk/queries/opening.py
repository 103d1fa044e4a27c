"""A figure opened: where it comes from, who said nothing, and what the period cuts."""

from typing import Any

from django.urls import reverse

from lantoa.acts.crossing import line_name
from lantoa.desk.queries.asking import Asked, query_of
from lantoa.desk.queries.overview import difference_rows, measure_address, unit_address
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import Period, write_day
from lantoa.records.record.kinds import counted_kinds
from lantoa.records.record.models import Record
from lantoa.records.record.queries import Cut, last_recorded
from lantoa.tally.queries import Answer, Line, Sheet, behind
from lantoa.units.queries import Portrait

NATURES = {
    Nature.FLOW: "Phát sinh trong kỳ; cộng được theo đơn vị và theo thời gian.",
    Nature.STOCK: "Có tại ngày cuối kỳ; cộng được theo đơn vị.",
    Nature.CHART: "Đếm đơn vị trên sơ đồ tổ chức.",
    Nature.LOOSE: "Thứ hạng, bình quân, tỷ lệ: không cộng được.",
}


def silences(told: Answer) -> list[dict[str, Any]]:
    """Return, for each kind of record, how many units said something and how many did not."""
    return [
        {"code": code, "words": silence(told, code), "coverage": each, "silent": len(each.silent)}
        for code, each in told.sheet.coverage.items()
        if each.silent
    ]


def silence(told: Answer, code: str) -> str:
    """Say of a unit that it recorded nothing of a kind."""
    kind = told.families[code].kind
    return kind.counted.silence if kind else ""


def silent_rows(told: Answer, code: str, asked: Asked) -> list[dict[str, Any]]:
    """Return the units that said nothing of a kind, by name."""
    shown = told.names(told.sheet.coverage[code].silent).values()
    return [
        {
            "cells": [
                {"text": each.full_name, "url": unit_address(each, asked.query)},
                {"text": each.code},
                {"text": each.kind.label},
            ]
        }
        for each in sorted(shown, key=lambda unit: alphabetical(unit.name))
    ]


def apart_rows(counted: Sheet) -> list[dict[str, str]]:
    """Return the records that lie only partly within the period, which no figure counts."""
    return [_apart(each) for records in counted.apart.values() for each in records]


def _apart(record: Cut) -> dict[str, str]:
    address = reverse(f"{record.kind}:show", args=[record.uuid])
    return {"text": f"{record} ({_stretch(record)})", "url": address}


def passport(told: Answer, line: Line, asked: Asked) -> dict[str, Any]:
    """Return where a figure comes from: the units below, the records, what is published."""
    found, counted, measure = behind(told, line.measure.code), told.sheet, line.measure
    return {
        "label": measure.label,
        "measure": measure,
        "total": line.bare(line.total),
        "total_word": _word(line, line.total),
        "own": line.bare(line.own),
        "own_word": _word(line, line.own),
        "nature": NATURES[measure.nature],
        "share": counted.written_share(measure.code) if measure.share_of else "",
        "share_address": _share_address(measure, told.portrait, asked),
        "units": line.units,
        "below": [_unit_row(unit, figure, line, asked) for unit, figure in found.below],
        "records": [_record_row(record, figure, line) for record, figure in found.records],
        "apart": [_apart(record) for record in found.apart],
        "quoted": difference_rows(
            [each for each in told.comparisons if each.quotation.measure == measure.code]
        ),
        "below_heads": [{"text": "Đơn vị"}, {"text": measure.unit, "numeric": True}],
        "record_heads": [
            {"text": "Việc đã ghi"},
            {"text": "Ngày"},
            {"text": measure.unit, "numeric": True},
        ],
    }


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


def _record_row(record: Record, figure: int | None, line: Line) -> dict[str, Any]:
    address = reverse(f"{line.family}:show", args=[record.uuid])
    return {
        "cells": [
            {"text": str(record), "url": address},
            {"text": _stretch(record)},
            {"text": line.written(figure), "numeric": True},
        ]
    }


def _stretch(record: Record | Cut) -> str:
    first, last = record.first_day, record.last_day
    return write_day(last) if first == last else f"{write_day(first)} – {write_day(last)}"


def latest_year(told: Answer) -> dict[str, str] | None:
    """Return the year in which the unit, or one under it, last recorded anything."""
    day = last_recorded(counted_kinds(), told.units, told.asked.as_known)
    if day is None:
        return None
    year = told.asked.over(Period.year(day.year))
    return {"label": f"Xem {year.period}", "url": f"?{query_of(year)}"}
