"""`lantoa persons`: the statement for a unit's leader, or the list of what was erased."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from lantoa.keeping.operations.erased import as_text
from lantoa.office.sheets.statement import statement_of
from lantoa.people.room import reason
from lantoa.reports.operations import file_of
from lantoa.reports.profiles import profile_for
from lantoa.reports.word import TemplateRefused
from lantoa.trail.files import write_whole
from lantoa.units.queries import find_unit


class Command(BaseCommand):
    help = "Bản kê dữ liệu cá nhân của một đơn vị (.docx), hoặc danh sách mã đã xóa tên."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--statement", metavar="MÃ[@NGÀY]", help="đơn vị cần bản kê")
        parser.add_argument("--out", type=Path, metavar="TỆP", help="tệp .docx của bản kê")
        parser.add_argument(
            "--erased", action="store_true", help="in mã định danh đã xóa tên, để giữ ở nơi khác"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["erased"]:
            self.stdout.write(as_text(), ending="")
            return
        if not options["statement"] or not options["out"]:
            raise CommandError("Hãy ghi --statement MÃ --out TỆP.docx, hoặc --erased.")
        self.write_statement(options["statement"], options["out"])

    def write_statement(self, code: str, out: Path) -> None:
        """Write the statement of a unit into a Word file."""
        if out.suffix.lower() != ".docx":
            raise CommandError("Tên tệp phải có đuôi .docx.")
        on = localdate()
        try:
            unit = find_unit(code)
            written = file_of(statement_of(unit, on=on), profile=profile_for(on), kind="docx")
            write_whole(out, written)
        except (ValidationError, TemplateRefused, LookupError) as refusal:
            raise CommandError("\n".join(getattr(refusal, "messages", [str(refusal)]))) from None
        except OSError as failure:
            raise CommandError(f"Không ghi được {out}: {reason(failure)}.") from failure
        self.stdout.write(f"Đã viết {out}.")
