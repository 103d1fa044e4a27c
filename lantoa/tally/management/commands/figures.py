"""`lantoa figures`: the measures of a unit for a period, with own, total and who said nothing."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from lantoa.acts.crossing import Crossing
from lantoa.figures.alphabet import alphabetical
from lantoa.figures.period import Period, write_day
from lantoa.figures.question import Question
from lantoa.figures.writing import write_number
from lantoa.formats.moments import read_moment
from lantoa.reading.typed import read_day
from lantoa.records.record.queries.cutting import Cut
from lantoa.records.record.queries.movements import movement_of
from lantoa.tally.queries import Answer, Comparison, Line, answer
from lantoa.units.queries import Portrait, find_unit

MOST_SAID = 12
"""Sentences about reorganisations that stand above the figures."""
MOST_NAMED = 12
"""Units that are named one by one."""


class Command(BaseCommand):
    help = "In các số liệu của một đơn vị trong một kỳ: riêng đơn vị, kể cả trực thuộc."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, metavar="MÃ[@NGÀY]")
        parser.add_argument("--from", required=True, dest="first", metavar="NGÀY")
        parser.add_argument("--to", required=True, dest="last", metavar="NGÀY")
        parser.add_argument("--chart", metavar="NGÀY", help="sơ đồ tổ chức ngày nào")
        parser.add_argument("--as-known", metavar="LÚC", help="như đã biết đến lúc nào")
        parser.add_argument("--movement", default="", metavar="MÃ", help="chỉ tính một phong trào")
        parser.add_argument("--json", action="store_true", help="in dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            told = _told(options)
        except (ValidationError, ValueError) as refusal:
            raise CommandError("\n".join(getattr(refusal, "messages", [str(refusal)]))) from None
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(told), ensure_ascii=False, indent=1))
        else:
            for line in _as_text(told):
                self.stdout.write(line)


def _told(options: dict[str, Any]) -> Answer:
    asked = Question(
        unit=find_unit(options["unit"]).pk,
        period=Period(read_day(options["first"]), read_day(options["last"])),
        chart=read_day(options["chart"]) if options["chart"] else None,
        as_known=read_moment(options["as_known"]) if options["as_known"] else None,
        movement=movement_of(options["movement"]).code if options["movement"] else "",
    )
    told = answer(asked)
    if not told.names([asked.unit]):
        raise ValidationError(f"Đến {options['as_known']} chưa ghi đơn vị {options['unit']}.")
    told.meet(
        each
        for coverage in told.sheet.coverage.values()
        for each in (*coverage.silent, *coverage.nothing_happened, *coverage.cut)
    )
    return told


def _as_json(told: Answer) -> dict[str, Any]:
    unit, asked, counted = told.portrait, told.asked, told.sheet
    return {
        "unit": {
            "code": unit.code,
            "name": unit.name,
            "kind": unit.kind.label,
            "simulated": unit.is_simulated,
        },
        "from": asked.period.first.isoformat(),
        "to": asked.period.last.isoformat(),
        "chart": asked.day.isoformat(),
        "as_known": asked.as_known.isoformat() if asked.as_known else None,
        **_movement(asked),
        "reorganised": _reorganised(told.crossing),
        "measures": {code: _line(line, told) for code, line in counted.lines.items()},
        "coverage": {code: _coverage(told, code) for code in counted.coverage},
        "quoted": [_quoted(each) for each in told.comparisons],
        "quoted_of_area": [_quoted(each) | {"of": each.of} for each in told.quoted_of_area],
        "not_separable": {
            code: [_apart(each) for each in records] for code, records in counted.apart.items()
        },
    }


def _movement(asked: Question) -> dict[str, Any]:
    """Return the movement whose records alone are counted, where one was asked for."""
    if not asked.movement:
        return {}
    return {"movement": {"code": asked.movement, "name": movement_of(asked.movement).label}}


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


def _line(line: Line, told: Answer) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "label": line.measure.label,
        "unit": line.measure.unit,
        "nature": line.measure.nature.value,
        "own": line.own,
        "total": line.total,
        "scale": line.measure.scale,
        "from_units": line.units,
        "below": _below(line, told),
    }
    if stated := told.stated(line.measure.code):
        shown["stated"] = stated
        shown["of_one_other_unit"] = told.stating.is_anothers(line.measure.code)
    if line.measure.share_of:
        shown["share"] = told.sheet.written_share(line.measure.code)
    return shown


def _below(line: Line, told: Answer) -> list[dict[str, Any]]:
    shown = told.names(line.below)
    known = [(shown[unit], figure) for unit, figure in line.below.items() if figure is not None]
    return [
        {"code": unit.code, "name": unit.full_name, "total": figure}
        for unit, figure in sorted(known, key=lambda each: _place(each[0]))
    ]


def _place(unit: Portrait) -> tuple[Any, ...]:
    """Return where a unit stands in a list: by its code, whichever database it comes from."""
    return alphabetical(unit.code), alphabetical(unit.full_name), unit.founded, str(unit.uuid)


def _coverage(told: Answer, code: str) -> dict[str, Any]:
    coverage = told.sheet.coverage[code]
    return {
        "owed": coverage.owed,
        "said_something": coverage.said,
        "nothing_happened": _named(told, coverage.nothing_happened),
        "said_nothing": _named(told, coverage.silent),
        "said_only_not_separable": _named(told, coverage.cut),
        "said_without_owing": coverage.besides,
    }


def _named(told: Answer, units: Iterable[int]) -> list[dict[str, str]]:
    shown = sorted(told.names(units).values(), key=_place)
    return [{"code": each.code, "name": each.full_name} for each in shown]


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


def _apart(record: Cut) -> dict[str, Any]:
    return {
        "what": str(record),
        "from": record.first_day.isoformat(),
        "to": record.last_day.isoformat(),
        "reason": "không chia được theo kỳ này",
    }


def _as_text(told: Answer) -> list[str]:
    unit, asked, counted = told.portrait, told.asked, told.sheet
    lines = ["SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"] if unit.is_simulated else []
    lines += [
        f"{unit.full_name} [{unit.code}] — {asked.period}",
        f"Sơ đồ tổ chức ngày {write_day(asked.day)}",
        *(f"Chỉ tính phong trào: {each['name']}" for each in _movement(asked).values()),
        *_crossed_lines(told.crossing),
        "",
        f"{'Riêng đơn vị':>22} {'Kể cả trực thuộc':>22}  Chỉ tiêu",
    ]
    for line in counted.lines.values():
        stated = told.stated(line.measure.code)
        if line.total is not None or line.own is not None or stated:
            total = "của một đơn vị" if told.stating.is_anothers(line.measure.code) else ""
            words = f"{line.written(line.own):>22} {total or line.written(line.total):>22}"
            lines.append(f"{words}  {line.measure.label} ({line.measure.unit})")
            if line.measure.share_of:
                lines.append(f"{'':>22} {counted.written_share(line.measure.code):>22}  tỷ lệ")
            lines += [f"{'':>22} {'':>22}  ↳ {each}" for each in stated]
    return [
        *lines,
        *_goal_lines(told),
        *_coverage_lines(told),
        *_quoted_lines([*told.comparisons, *told.quoted_of_area]),
    ]


def _goal_lines(told: Answer) -> list[str]:
    lines = ["", "So với mức đặt ra:"] if told.stating.goals else []
    for each in told.stating.goals:
        target = f"mức năm {each.goal.year} là {each.target} ({each.goal.source})"
        lines.append(f"  {each.line.measure.label}: {each.figure}; {target}: {each.light.words}")
    return lines


def _crossed_lines(crossed: Crossing) -> list[str]:
    said = list(crossed.sentences)
    left = len(said) - MOST_SAID
    more = [f"Và {write_number(left)} câu khác về sắp xếp: xem --json."] if left > 0 else []
    return said[:MOST_SAID] + more


def _coverage_lines(told: Answer) -> list[str]:
    lines, counted = [""], told.sheet
    labels = {code: family.label for code, family in told.families.items()}
    for code, coverage in counted.coverage.items():
        lines.append(
            f"{labels[code]}: {write_number(coverage.said)}/{write_number(coverage.owed)} đơn vị "
            f"phải ghi đã ghi; chưa ghi: {_first_names(told, coverage.silent)}"
        )
        if coverage.nothing_happened:
            named = _first_names(told, coverage.nothing_happened)
            lines.append(f"{labels[code]}: báo không phát sinh: {named}")
        if coverage.cut:
            named = _first_names(told, coverage.cut)
            lines.append(f"{labels[code]}: đã ghi, chỉ bằng việc kéo dài ra ngoài kỳ: {named}")
        if coverage.besides:
            besides = write_number(coverage.besides)
            lines.append(f"{labels[code]}: {besides} đơn vị khác có ghi mà không phải ghi")
    for code, records in counted.apart.items():
        lines += [f"{labels[code]}: không chia được theo kỳ này: {record}" for record in records]
    return lines


def _first_names(told: Answer, units: Sequence[int]) -> str:
    """Name the first units in the order of the alphabet; three dots stand for the others."""
    names = sorted((each.full_name for each in told.names(units).values()), key=alphabetical)
    more = " …" if len(units) > MOST_NAMED else ""
    return (", ".join(names[:MOST_NAMED]) or "không đơn vị nào") + more


def _quoted_lines(compared: list[Comparison]) -> list[str]:
    lines = ["", "Trích dẫn:"] if compared else []
    for each in compared:
        gap = "khớp" if each.agrees else "không tính lại được"
        if each.agrees is False:
            gap = f"tính được {each.written_computed}, lệch {each.written_difference}"
        lines.append(f"  {each.what}: {each.written_published} ({gap})")
        lines.append(f"    {each.period}; {each.quotation.source}")
    return lines
