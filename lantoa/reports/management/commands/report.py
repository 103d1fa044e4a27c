"""`lantoa report`: write the report of a unit for a period as .docx, or its annexes as .xlsx."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.formats.moments import read_moment
from lantoa.people.room import reason
from lantoa.reading.typed import read_day
from lantoa.reports.operations import KINDS, file_of
from lantoa.reports.queries import Request, report
from lantoa.reports.word import TemplateRefused
from lantoa.trail.files import write_whole
from lantoa.units.queries import find_unit


class Command(BaseCommand):
    help = "Viết báo cáo của một đơn vị trong một kỳ: .docx, hoặc phụ lục .xlsx."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, metavar="MÃ[@NGÀY]")
        parser.add_argument("--from", required=True, dest="first", metavar="NGÀY")
        parser.add_argument("--to", required=True, dest="last", metavar="NGÀY")
        parser.add_argument("--chart", metavar="NGÀY", help="sơ đồ tổ chức ngày nào")
        parser.add_argument("--as-known", metavar="LÚC", help="như đã biết đến lúc nào")
        parser.add_argument("--movement", default="", metavar="MÃ", help="chỉ tính một phong trào")
        parser.add_argument("--day", metavar="NGÀY", help="ngày của văn bản; mặc định hôm nay")
        parser.add_argument("--number", default="", help="số của văn bản")
        parser.add_argument("--out", required=True, type=Path, metavar="TỆP")

    def handle(self, *args: Any, **options: Any) -> None:
        out: Path = options["out"]
        kind = out.suffix.lower().removeprefix(".")
        if kind not in KINDS:
            raise CommandError("Tên tệp phải có đuôi .docx hoặc .xlsx.")
        try:
            asked = _request(options)
            written = file_of(report(asked), profile=asked.profile, kind=kind)
        except (ValidationError, TemplateRefused, LookupError, ValueError) as refusal:
            raise CommandError("\n".join(getattr(refusal, "messages", [str(refusal)]))) from None
        try:
            write_whole(out, written)
        except OSError as failure:
            raise CommandError(f"Không ghi được {out}: {reason(failure)}.") from failure
        self.stdout.write(f"Đã viết {out} ({len(written):,} byte).".replace(",", "."))


def _request(options: dict[str, Any]) -> Request:
    return Request(
        Question(
            unit=find_unit(options["unit"]).pk,
            period=Period(read_day(options["first"]), read_day(options["last"])),
            chart=read_day(options["chart"]) if options["chart"] else None,
            as_known=read_moment(options["as_known"]) if options["as_known"] else None,
            movement=options["movement"],
        ),
        day=read_day(options["day"]) if options["day"] else localdate(),
        number=options["number"],
    )
