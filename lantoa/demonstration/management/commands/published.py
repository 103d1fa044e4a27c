"""`lantoa published`: where each published figure of An Giang stands, and each deed."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lantoa.demonstration.operations.held import held_records
from lantoa.demonstration.operations.placed import PlacedFigure, placed_figures
from lantoa.demonstration.operations.told import ToldDeed, told_deeds
from lantoa.demonstration.operations.told_in_words import markdown
from lantoa.figures.period import Period

EMPTY = "Chưa nạp số liệu An Giang. Hãy chạy “lantoa demonstrate” trước."


class Command(BaseCommand):
    """Say of every published figure, or of every deed, where it is and what counts it."""

    help = "In từng số liệu (hoặc từng việc) của năm bài báo: đang ở đâu, tính bằng số liệu nào."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what is asked for, and how it is to be written."""
        parser.add_argument("--deeds", action="store_true", help="từng việc, thay vì từng số")
        parser.add_argument("--json", action="store_true", help="in dạng JSON")
        parser.add_argument("--markdown", action="store_true", help="in trang tài liệu (--deeds)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line each."""
        if options["markdown"]:
            self.stdout.write(markdown(), ending="")
            return
        if not held_records():
            raise CommandError(EMPTY)
        rows = _deeds() if options["deeds"] else _figures()
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        for row in rows:
            self.stdout.write(" | ".join(_text(each) for each in row.values()))


def _figures() -> list[dict[str, Any]]:
    return [_figure(each) for each in placed_figures()]


def _figure(placed: PlacedFigure) -> dict[str, Any]:
    figure = placed.figure
    return {
        "number": figure.number,
        "unit": figure.unit_code,
        "period": str(Period(figure.first_day, figure.last_day)),
        "state": placed.state.value,
        "kind": placed.kind,
        "measure": placed.measure,
        "published": placed.published,
        "counted": placed.worked_out,
        "page": placed.url,
        "reason": figure.reason,
    }


def _deeds() -> list[dict[str, Any]]:
    return [_deed(each) for each in told_deeds()]


def _deed(told: ToldDeed) -> dict[str, Any]:
    said = told.activity
    return {
        "id": said.id,
        "place": said.place,
        "what": said.words,
        "kind": said.kind,
        "measure": said.measure,
        "state": str(told.state),
        "records": [{"kind": each.kind, "page": each.url} for each in told.holders],
        "reason": said.reason,
    }


def _text(said: int | str | Sequence[dict[str, str]]) -> str:
    if isinstance(said, int | str):
        return str(said)
    return " ".join(each["page"] for each in said)
