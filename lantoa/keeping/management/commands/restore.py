"""`lantoa restore FILE`: bring a copy of an installation back into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from lantoa.keeping.management.commands.backup import counts
from lantoa.keeping.operations.archive import Archive, open_archive
from lantoa.keeping.operations.checking import refuse_damaged
from lantoa.keeping.operations.restore import refuse_unless_empty, restore
from lantoa.keeping.operations.versions import refuse_other_version
from lantoa.people.room import is_full, reason


class Command(BaseCommand):
    help = "Khôi phục toàn bộ từ một tệp sao lưu vào cơ sở dữ liệu mới, còn trống."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="TỆP")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with open_archive(options["file"]) as archive:
                self.bring_back(archive)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        except OSError as failure:
            raise CommandError(f"Chưa khôi phục gì: {reason(failure)}.") from failure
        except DatabaseError as failure:
            if not is_full(failure):
                raise
            raise CommandError(f"Chưa khôi phục gì: {reason(failure)}.") from failure

    def bring_back(self, archive: Archive) -> None:
        """Check the copy, lay the tables, fill them, and say what was brought back."""
        self.stdout.write("Kiểm tra tệp sao lưu…")
        refuse_other_version(archive.manifest)
        refuse_damaged(archive)
        refuse_unless_empty()
        self.stdout.write("Lập bảng và nạp số liệu…")
        call_command("migrate", verbosity=0, interactive=False)
        restore(archive)
        if settings.PRODUCTION:
            call_command("collectstatic", verbosity=0, interactive=False)
        lines = [
            f"Đã khôi phục {counts(archive.manifest)}; số hàng, nhật ký, minh chứng đã đối chiếu.",
            "Giữ nguyên LANTOA_SECRET để thẻ đã in còn dùng được.",
            "Mọi người đăng nhập lại; mật khẩu như cũ.",
        ]
        if lost := archive.manifest.lost:
            lines.append(f"Minh chứng đã mất từ trước khi sao lưu: {', '.join(lost)}")
        self.stdout.write("\n".join(lines))
