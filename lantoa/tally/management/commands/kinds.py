"""`lantoa kinds`: every kind of record, what it asks, what is counted of it, and who owes it."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate

from lantoa.figures.period import write_day
from lantoa.guidance.queries import Duty, duties
from lantoa.records.record.columns import RecordColumn, columns_of
from lantoa.records.record.kinds import KindConfig, kinds
from lantoa.units.models import Kind


class Command(BaseCommand):
    help = "Liệt kê các loại bản ghi: các ô, các chỉ tiêu được đếm, và đơn vị nào phải ghi."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="in dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        owed = [each for each in duties() if each.holds_on(localdate())]
        told = [
            _told(kind, [each for each in owed if each.record_kind == kind.code])
            for kind in kinds()
        ]
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
            return
        for kind in told:
            for line in _lines(kind):
                self.stdout.write(line)


def _told(kind: KindConfig, owed: list[Duty]) -> dict[str, Any]:
    return {
        "code": kind.code,
        "one": kind.pages.one,
        "many": kind.pages.many,
        "is_asked": kind.pages.form is not None,
        "columns": [_column(each) for each in columns_of(kind.done.model) if each.part],
        "measures": [
            {"code": each.code, "label": each.label, "unit": each.unit, "nature": each.nature.value}
            for each in kind.counted.measures()
        ],
        "owed_by": [_owed(each) for each in owed if each.is_anything],
    }


def _column(column: RecordColumn[Any, Any]) -> dict[str, Any]:
    return {
        "name": column.name,
        "label": str(column.verbose_name),
        "unit": column.word,
        "sort": type(column).__name__,
        "asked": column.asked,
        "sensitive": column.sensitive,
    }


def _owed(duty: Duty) -> dict[str, Any]:
    return {
        "kind": duty.unit_kind,
        "label": Kind(duty.unit_kind).label,
        "rhythm": duty.rhythm.value,
        "since": duty.since.isoformat(),
        "words": f"{Kind(duty.unit_kind).label}: {duty.rhythm.label}, từ {write_day(duty.since)}",
    }


def _lines(kind: dict[str, Any]) -> Iterator[str]:
    yield f"{kind['many']} [{kind['code']}]"
    for column in kind["columns"]:
        unit = f" ({column['unit']})" if column["unit"] else ""
        yield f"  ô {column['name']}: {column['label']}{unit}"
    for measure in kind["measures"]:
        yield f"  đếm {measure['code']}: {measure['label']} ({measure['unit']})"
    yield from (f"  phải ghi: {each['words']}" for each in kind["owed_by"])
    if not kind["owed_by"]:
        yield "  không đơn vị nào phải ghi"
