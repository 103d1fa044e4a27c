"""The command `lantoa country`."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from lantoa.demonstration.operations.accounts import PASSWORD
from lantoa.demonstration.operations.country.activity import MOST_MONTHS
from lantoa.demonstration.operations.country.areas import read_country
from lantoa.demonstration.operations.country.loading import NAMES, load_country
from lantoa.demonstration.operations.loading import refuse_real_installation
from lantoa.reading.typed import Mistyped, read_whole

SIZES = f"--cells từ 0 đến 99, --months từ 0 đến {MOST_MONTHS}."


class Command(BaseCommand):
    """Build the whole country as simulated units, and replay 1 July 2025 as acts."""

    help = "Dựng cả nước (số liệu mẫu) trước ngày 1/7/2025 rồi diễn lại việc sắp xếp đơn vị."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the size: 24 cells a commune make 295,000 units."""
        parser.add_argument("--cells", default="3", help="số chi bộ mẫu mỗi xã (0–99)")
        parser.add_argument(
            "--months", default="0", help=f"số tháng có sinh hoạt (0–{MOST_MONTHS})"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Build, replay, and say how to sign in."""
        cells, months = (_whole(options[name]) for name in ("cells", "months"))
        if not (0 <= cells <= 99 and 0 <= months <= MOST_MONTHS):
            raise CommandError(SIZES)
        try:
            refuse_real_installation()
            self.say("Chuẩn bị cơ sở dữ liệu…")
            call_command("migrate", verbosity=0)
            self.say("Dựng cả nước (số liệu mẫu), có thể mất vài phút…")
            load_country(read_country(), cells=cells, months=months, say=self.say)
        except ValidationError as refusal:
            raise CommandError("\n".join(refusal.messages)) from refusal
        self.say(f"\nTài khoản dùng thử (mật khẩu: {PASSWORD}): {', '.join(NAMES)}")

    def say(self, line: str) -> None:
        """Print a line at once, for whoever waits."""
        self.stdout.write(line)
        self.stdout.flush()


def _whole(text: object) -> int:
    try:
        return read_whole(str(text))
    except Mistyped as refusal:
        raise CommandError(f"{refusal} {SIZES}") from None
