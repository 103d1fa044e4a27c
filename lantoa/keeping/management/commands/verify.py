"""`lantoa verify`: compare every row and file with what the trail says of it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.keeping.operations.snapshot import one_moment
from lantoa.keeping.operations.verifying import InDatabase, Verification, verified
from lantoa.trail.heads import read_head

MOST_TOLD = 200


class Command(BaseCommand):
    help = "Đối chiếu mọi hàng và tệp với nhật ký: có gì bị sửa, thêm, xóa không qua phần mềm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--heads",
            nargs="+",
            type=Path,
            default=[],
            metavar="TỆP",
            help="tệp phiếu đối chiếu đã cất bên ngoài: sổ hôm nay có nối tiếp chúng không",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            heads = [read_head(path.read_text(encoding="utf-8")) for path in options["heads"]]
        except (OSError, UnicodeDecodeError) as failure:
            raise CommandError(f"Không đọc được phiếu đối chiếu: {failure}.") from None
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        with one_moment():
            found = verified(InDatabase(), heads=heads)
        refuse_faults(found)
        self.stdout.write(f"Khớp: {counted(found)}.")
        if found.taken_in:
            self.stdout.write(
                f"Những hàng có từ trước chỉ được chứng từ ngày {write_day(found.taken_in)}."
            )
        if heads:
            self.stdout.write(f"Sổ nối tiếp đúng {write_number(len(heads))} phiếu đối chiếu.")


def refuse_faults(found: Verification) -> None:
    """Raise CommandError with what does not fit, where anything does not."""
    if not found.faults:
        return
    told = [f"- {each}" for each in found.faults[:MOST_TOLD]]
    if left := len(found.faults) - len(told):
        told.append(f"… và {write_number(left)} chỗ khác.")
    head = (
        f"{write_number(len(found.faults))} chỗ KHÔNG khớp nhật ký ({counted(found)} đã đối chiếu):"
    )
    raise CommandError("\n".join([head, *told]))


def counted(found: Verification) -> str:
    """Write how much was compared: "12.345 hàng, 210 dòng nhật ký"."""
    return f"{write_number(found.rows)} hàng, {write_number(found.lines)} dòng nhật ký"
