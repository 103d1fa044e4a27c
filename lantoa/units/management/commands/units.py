"""`lantoa units NAME`: matching units with code, kind, parent and dates."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from lantoa.figures.period import write_day
from lantoa.reading.typed import Mistyped, read_day
from lantoa.units.queries import Portrait, matching, portraits


class Command(BaseCommand):
    help = "Tìm đơn vị theo tên (không cần dấu) hoặc theo mã."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="TÊN")
        parser.add_argument("--on", metavar="NGÀY", help="như trong ngày nào; mặc định hôm nay")
        parser.add_argument("--json", action="store_true", help="in dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            day = read_day(options["on"]) if options["on"] else localdate()
        except Mistyped as refusal:
            raise CommandError(str(refusal)) from None
        found = matching(options["name"], on=day)
        if not found:
            raise CommandError(f"Không có đơn vị nào tên hoặc mã chứa “{options['name']}”.")
        parents = portraits({each.parent for each in found if each.parent}, on=day)
        rows = [_row(each, parents.get(each.parent or 0)) for each in found]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        for row in rows:
            self.stdout.write(
                f"{row['code']:<18} {row['name']} — {row['kind']}; {row['days']}; "
                f"{'nay tính vào' if row['last_day'] else 'trực thuộc'}: {row['parent'] or 'không'}"
                + (" — SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT" if row["simulated"] else "")
            )


def _row(unit: Portrait, parent: Portrait | None) -> dict[str, Any]:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind.label,
        "parent": f"{parent.full_name} [{parent.code}]" if parent else None,
        "founded": _iso(unit.founded),
        "last_day": _iso(unit.last_day),
        "days": f"từ {write_day(unit.founded)}" + (f" {unit.life}" if unit.life else ""),
        "simulated": unit.is_simulated,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
