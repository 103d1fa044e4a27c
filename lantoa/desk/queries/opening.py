"""A figure opened: where it comes from, who said nothing, and what the period cuts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from lantoa.acts.crossing import line_name
from lantoa.desk.queries.asking import PageQuestion, query_of
from lantoa.desk.queries.overview import difference_rows, measure_address, unit_address
from lantoa.desk.queries.stating import OF_ONE
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.measure import Measure, Nature
from lantoa.figures.period import Period, write_day
from lantoa.records.record.kinds import KindConfig, counted_kinds
from lantoa.records.record.models import Record
from lantoa.records.record.queries import last_recorded, lived
from lantoa.records.record.queries.cutting import Cut
from lantoa.tally.queries import Answer, Coverage, Line, Sheet, behind
from lantoa.tally.queries.owing import months_missing
from lantoa.units.queries import Portrait

FEW = 200
"""Of how many units that owe a kind it is told month by month what is missing."""
NATURES = {
    Nature.FLOW: "Phát sinh trong kỳ; cộng được theo đơn vị và theo thời gian.",
    Nature.STOCK: "Có tại ngày cuối kỳ; cộng được theo đơn vị.",
    Nature.CHART: "Đếm đơn vị trên sơ đồ tổ chức.",
    Nature.WEIGHTED: "Bình quân gia quyền theo tổng số mà mỗi đơn vị ghi kèm.",
    Nature.LOOSE: "Thứ hạng, bình quân, tỷ lệ: không cộng được.",
    Nature.APART: "Không cộng theo đơn vị, không cộng theo thời gian.",
}


def silences(told: Answer) -> list[dict[str, Any]]:
    """Return, for each kind of record that somebody owes, how many units are silent."""
    return [
        {
            "code": code,
            "words": silence(told, code),
            "coverage": each,
            "silent": len(each.silent),
            "nothing": len(each.nothing_happened),
        }
        for code, each in told.sheet.coverage.items()
        if each.silent
    ]


def silence(told: Answer, code: str) -> str:
    """Say of a unit that it recorded nothing of a kind."""
    kind = told.families[code].kind
    return kind.counted.silence if kind else ""


@dataclass(frozen=True)
class Quiet:
    """A unit that owes a kind of record and recorded none, and where it says that none happened.

    `period` are the days of which it may say so: those on which it was at work.
    """

    unit: Portrait
    url: str
    nothing_url: str
    period: Period | None
    key: UUID = field(default_factory=uuid4)


def quiet_units(
    told: Answer, kind: KindConfig, units: Iterable[int], asked: PageQuestion, *, of: Period
) -> list[Quiet]:
    """Return some units that recorded nothing of a kind in the days `of`, by name."""
    shown = sorted(told.names(units).values(), key=lambda unit: alphabetical(unit.name))
    return [
        Quiet(each, unit_address(each, asked.query), kind.at("nothing", each), lived(of, each))
        for each in shown
    ]


@dataclass(frozen=True)
class CutOff:
    """A unit that said something, and its records, all of which the period cuts."""

    unit: Portrait
    url: str
    records: list[dict[str, str]]


def cut_units(told: Answer, kind: str, asked: PageQuestion) -> list[CutOff]:
    """Return the units that said something of a kind which no figure counts, by name."""
    units = told.sheet.coverage.get(kind, Coverage()).cut
    apart = told.sheet.apart.get(kind, ())
    shown = sorted(told.names(units).values(), key=lambda unit: alphabetical(unit.name))
    return [
        CutOff(
            each,
            unit_address(each, asked.query),
            [_apart(record) for record in apart if record.unit == each.pk],
        )
        for each in shown
    ]


@dataclass(frozen=True)
class Missing:
    """A unit that recorded something, and the months of which it still owes a kind of record."""

    unit: Portrait
    url: str
    months: str


def months_missing_rows(
    told: Answer, kind: KindConfig, asked: PageQuestion, by: date
) -> list[Missing]:
    """Return the units that are not silent and still miss months, by name.

    Asked only of as many units as a commune has: month by month is for who reminds them.
    """
    coverage = told.sheet.coverage.get(kind.code, Coverage())
    spoke = set(told.units) - set(coverage.silent)
    if coverage.owed > FEW:
        return []
    found = months_missing(kind, spoke, told.asked, by=by)
    shown = sorted(told.names(found).values(), key=lambda unit: alphabetical(unit.name))
    return [
        Missing(each, unit_address(each, asked.query), _months(found[each.pk])) for each in shown
    ]


def _months(months: Sequence[Period]) -> str:
    return ", ".join(f"{each.first.month}/{each.first.year}" for each in months)


def apart_rows(counted: Sheet) -> list[dict[str, str]]:
    """Return the records that lie only partly within the period, which no figure counts."""
    return [_apart(each) for records in counted.apart.values() for each in records]


def _apart(record: Cut) -> dict[str, str]:
    address = reverse(f"{record.kind}:show", args=[record.uuid])
    return {"text": f"{record} ({_stretch(record)})", "url": address}


def passport(told: Answer, line: Line, asked: PageQuestion) -> dict[str, Any]:
    """Return where a figure comes from: the units below, the records, what is published."""
    found, counted, measure = behind(told, line.measure.code), told.sheet, line.measure
    anothers = told.stating.is_anothers(measure.code)
    return {
        "label": measure.label,
        "measure": measure,
        "total": OF_ONE if anothers else line.bare(line.total),
        "total_word": "" if anothers else _word(line, line.total),
        "stated": told.stated(measure.code),
        "formula": measure.formula,
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


def _share_address(measure: Measure, place: Portrait, asked: PageQuestion) -> str:
    return measure_address(place, measure.share_of, asked.query) if measure.share_of else ""


def _unit_row(
    unit: Portrait, figure: int | None, line: Line, asked: PageQuestion
) -> dict[str, Any]:
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
