"""`lantoa drill PLACE`: prove that the newest copy comes back, and that its figures are ours."""

import json
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from lantoa.figures.writing import write_number
from lantoa.keeping.operations.drill import drill, newest
from lantoa.keeping.queries.figures import root_figures


class Command(BaseCommand):
    help = "Thử khôi phục bản sao lưu mới nhất vào cơ sở dữ liệu tạm và đối chiếu số liệu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("place", nargs="?", type=Path, metavar="NƠI", help="thư mục hoặc tệp")
        parser.add_argument(
            "--database", default="", metavar="ĐỊA_CHỈ", help="cơ sở dữ liệu tạm, còn trống"
        )
        parser.add_argument(
            "--figures", metavar="LÚC", help="chỉ in số liệu của đơn vị gốc như đã biết lúc ấy"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["figures"]:
            self.print_figures(options["figures"])
            return
        if options["place"] is None:
            raise CommandError("Hãy nêu thư mục hoặc tệp sao lưu.")
        try:
            copy = newest(options["place"])
            found = drill(copy, at=now(), database=options["database"])
        except ValidationError as refusal:
            raise CommandError("Chưa chứng minh được. " + " ".join(refusal.messages)) from None
        except OSError as failure:
            raise CommandError(f"Chưa thử được: {failure.strerror or failure}.") from None
        self.stdout.write(
            f"Đã khôi phục thử {copy}: {write_number(found.rows)} hàng, nhật ký nối tiếp, "
            f"{write_number(found.figures)} số liệu của đơn vị gốc khớp. Đã ghi vào nhật ký."
        )

    def print_figures(self, moment: str) -> None:
        """Print the figures of the roots as JSON, for who compares."""
        try:
            known_at = datetime.fromisoformat(moment)
        except ValueError:
            raise CommandError("LÚC viết như 2026-11-22T01:30:00+07:00.") from None
        self.stdout.write(json.dumps(root_figures(known_at=known_at)))
