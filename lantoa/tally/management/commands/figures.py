"""`lantoa figures`: the measures of a unit for a period, with own, total and who said nothing."""

import json
from argparse import ArgumentParser
from datetime import datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import get_default_timezone, is_naive, make_aware

from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import Period, write_day
from lantoa.figures.writing import write_number
from lantoa.reading.typed import read_day
from lantoa.tally.catalogue import families
from lantoa.tally.queries import Comparison, Line, Sheet, comparisons, sheet
from lantoa.units.acts.crossing import Asked, Crossing, crossing
from lantoa.units.models import Unit
from lantoa.units.queries import find_unit, portrait, portraits

MOST_SAID = 12
"""Sentences about reorganisations that stand above the figures."""


class Command(BaseCommand):
    help = "In các số liệu của một đơn vị trong một kỳ: riêng đơn vị, kể cả trực thuộc."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, metavar="MÃ[@NGÀY]")
        parser.add_argument("--from", required=True, dest="first", metavar="NGÀY")
        parser.add_argument("--to", required=True, dest="last", metavar="NGÀY")
        parser.add_argument("--chart", metavar="NGÀY", help="sơ đồ tổ chức ngày nào")
        parser.add_argument("--as-known", metavar="LÚC", help="như đã biết đến lúc nào")
        parser.add_argument("--json", action="store_true", help="in dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            counted, compared = _ask(options)
            crossed = _crossed(counted)
        except (ValidationError, ValueError) as refusal:
            raise CommandError("\n".join(getattr(refusal, "messages", [str(refusal)]))) from None
        if options["json"]:
            self.stdout.write(
                json.dumps(_as_json(counted, compared, crossed), ensure_ascii=False, indent=1)
            )
        else:
            for line in _as_text(counted, compared, crossed):
                self.stdout.write(line)


def _ask(options: dict[str, Any]) -> tuple[Sheet, list[Comparison]]:
    unit = find_unit(options["unit"])
    period = Period(read_day(options["first"]), read_day(options["last"]))
    chart = read_day(options["chart"]) if options["chart"] else None
    known = _moment(options["as_known"]) if options["as_known"] else None
    if not portraits([unit.pk], on=chart or period.last, as_known=known):
        raise ValidationError(f"Đến {options['as_known']} chưa ghi đơn vị {options['unit']}.")
    return (
        sheet(unit=unit.pk, period=period, chart=chart, as_known=known),
        comparisons(unit=unit.pk, period=period, chart=chart, as_known=known),
    )


def _moment(text: str) -> datetime:
    """Return the moment that a text names: that of a clock, or the beginning of a day."""
    if ":" not in text:
        return make_aware(datetime.combine(read_day(text), time()), get_default_timezone())
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValidationError(
            f"“{text}” không phải là một lúc. Viết như 1/7/2025 hoặc 2025-07-01T09:00."
        ) from None
    return make_aware(moment, get_default_timezone()) if is_naive(moment) else moment


def _as_json(counted: Sheet, compared: list[Comparison], crossed: Crossing) -> dict[str, Any]:
    unit = portrait(counted.unit, on=counted.chart, as_known=counted.as_known)
    return {
        "unit": {
            "code": unit.code,
            "name": unit.name,
            "kind": unit.kind.label,
            "simulated": unit.is_simulated,
        },
        "from": counted.period.first.isoformat(),
        "to": counted.period.last.isoformat(),
        "chart": counted.chart.isoformat(),
        "as_known": counted.as_known.isoformat() if counted.as_known else None,
        "reorganised": _reorganised(crossed),
        "measures": {code: _line(line, counted) for code, line in counted.lines.items()},
        "coverage": {code: _coverage(counted, code) for code in counted.coverage},
        "quoted": [_quoted(each) for each in compared],
        "not_separable": {
            code: [_apart(each) for each in records] for code, records in counted.apart.items()
        },
    }


def _crossed(counted: Sheet) -> Crossing:
    asked = Asked(counted.period, counted.chart, as_known=counted.as_known)
    return crossing(Unit.objects.get(pk=counted.unit), asked)


def _reorganised(crossed: Crossing) -> dict[str, list[Any]]:
    return {
        "decisions": [
            {"document": each.document, "from": each.day.isoformat(), "words": each.sentence}
            for each in crossed.happenings
        ],
        "divided": [each.sentence for each in crossed.divisions],
        "former_districts": [
            {"code": each.code, "name": each.full_name} for each in crossed.districts
        ],
    }


def _line(line: Line, counted: Sheet) -> dict[str, Any]:
    shown = {
        "label": line.measure.label,
        "unit": line.measure.unit,
        "nature": line.measure.nature.value,
        "own": line.own,
        "total": line.total,
        "scale": line.measure.scale,
        "from_units": line.units,
        "below": _below(line, counted),
    }
    if line.measure.share_of:
        shown["share"] = counted.written_share(line.measure.code)
    return shown


def _below(line: Line, counted: Sheet) -> list[dict[str, Any]]:
    shown = portraits(list(line.below), on=counted.chart, as_known=counted.as_known)
    return [
        {"code": shown[unit].code, "name": shown[unit].full_name, "total": figure}
        for unit, figure in line.below.items()
        if figure is not None
    ]


def _coverage(counted: Sheet, code: str) -> dict[str, Any]:
    coverage = counted.coverage[code]
    silent = portraits(coverage.silent, on=counted.chart, as_known=counted.as_known)
    return {
        "units": coverage.asked,
        "said_something": coverage.said,
        "said_nothing": [
            {"code": each.code, "name": each.full_name}
            for each in sorted(silent.values(), key=lambda unit: unit.code)
        ],
    }


def _quoted(each: Comparison) -> dict[str, Any]:
    quoted = each.quotation
    return {
        "what": quoted.what,
        "measure": quoted.measure or None,
        "from": quoted.first_day.isoformat(),
        "to": quoted.last_day.isoformat(),
        "published": quoted.value,
        "published_written": each.written_published,
        "scale": quoted.scale,
        "computed": each.computed,
        "computed_written": each.written_computed if each.computed is not None else None,
        "difference": each.difference,
        "difference_written": each.written_difference or None,
        "agrees": each.agrees,
        "source": quoted.source,
        "source_url": quoted.source_url,
        "note": quoted.note,
    }


def _apart(record: Any) -> dict[str, Any]:
    return {
        "what": str(record),
        "from": record.first_day.isoformat(),
        "to": record.last_day.isoformat(),
        "reason": "không chia được theo kỳ này",
    }


def _as_text(counted: Sheet, compared: list[Comparison], crossed: Crossing) -> list[str]:
    unit = portrait(counted.unit, on=counted.chart, as_known=counted.as_known)
    lines = ["SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"] if unit.is_simulated else []
    lines += [
        f"{unit.full_name} [{unit.code}] — {counted.period}",
        f"Sơ đồ tổ chức ngày {write_day(counted.chart)}",
        *_crossed_lines(crossed),
        "",
        f"{'Riêng đơn vị':>22} {'Kể cả trực thuộc':>22}  Chỉ tiêu",
    ]
    for line in counted.lines.values():
        if line.total is not None or line.own is not None:
            words = f"{line.written(line.own):>22} {line.written(line.total):>22}"
            lines.append(f"{words}  {line.measure.label} ({line.measure.unit})")
            if line.measure.share_of:
                lines.append(f"{'':>22} {counted.written_share(line.measure.code):>22}  tỷ lệ")
    return [*lines, *_coverage_lines(counted), *_quoted_lines(compared)]


def _crossed_lines(crossed: Crossing) -> list[str]:
    said = list(crossed.sentences)
    left = len(said) - MOST_SAID
    more = [f"Và {write_number(left)} câu khác về sắp xếp: xem --json."] if left > 0 else []
    return said[:MOST_SAID] + more


def _coverage_lines(counted: Sheet) -> list[str]:
    lines, labels = [""], {code: label for code, (label, _) in families().items()}
    for code, coverage in counted.coverage.items():
        silent = portraits(coverage.silent, on=counted.chart, as_known=counted.as_known).values()
        names = ", ".join(sorted((each.full_name for each in silent), key=alphabetical)[:12])
        more = " …" if len(coverage.silent) > 12 else ""
        lines.append(
            f"{labels[code]}: từ {write_number(coverage.said)}/{write_number(coverage.asked)} "
            f"đơn vị; chưa có số: {names or 'không đơn vị nào'}{more}"
        )
    for code, records in counted.apart.items():
        lines += [f"{labels[code]}: không chia được theo kỳ này: {record}" for record in records]
    return lines


def _quoted_lines(compared: list[Comparison]) -> list[str]:
    lines = ["", "Trích dẫn:"] if compared else []
    for each in compared:
        gap = "khớp" if each.agrees else "không tính lại được"
        if each.agrees is False:
            gap = f"tính được {each.written_computed}, lệch {each.written_difference}"
        lines.append(f"  {each.quotation.what}: {each.written_published} ({gap})")
        lines.append(f"    {each.period}; {each.quotation.source}")
    return lines
