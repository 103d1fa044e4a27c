"""`lantoa restore FILE`: bring a copy of an installation back into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.timezone import now

from lantoa.figures.writing import write_number
from lantoa.keeping.management.commands.backup import counts, signed_by
from lantoa.keeping.management.commands.key import add_key_arguments, proven_by, written_down
from lantoa.keeping.operations.accepting import remember_signer
from lantoa.keeping.operations.archive import Archive, open_archive
from lantoa.keeping.operations.checking import refuse_damaged
from lantoa.keeping.operations.erased import BESIDE, erase_again, read_list
from lantoa.keeping.operations.restore import refuse_unless_empty, restore, restore_unproven
from lantoa.keeping.operations.signing import ensure_key
from lantoa.keeping.operations.versions import refuse_other_version
from lantoa.people.room import is_full, reason
from lantoa.persons.operations import wipe_thoroughly


def listed_beside(copy: Path, *, told: Path | None) -> list[UUID] | None:
    """Return what a list says was erased: the one told, or the one beside a copy, or None."""
    path = told or copy.parent / BESIDE
    return read_list(path) if told or path.exists() else None


class Command(BaseCommand):
    help = "Khôi phục toàn bộ từ một tệp sao lưu vào cơ sở dữ liệu mới, còn trống."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="TỆP")
        add_key_arguments(parser)
        parser.add_argument(
            "--erased",
            type=Path,
            metavar="TỆP",
            help=f"danh sách đã xóa tên; mặc định {BESIDE} cạnh tệp sao lưu, nếu có",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            listed = listed_beside(options["file"], told=options["erased"])
            with open_archive(options["file"]) as archive:
                self.bring_back(archive, options)
                self.erase_again(listed)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        except OSError as failure:
            raise CommandError(f"Chưa khôi phục gì: {reason(failure)}.") from failure
        except DatabaseError as failure:
            if not is_full(failure):
                raise
            raise CommandError(f"Chưa khôi phục gì: {reason(failure)}.") from failure

    def erase_again(self, listed: list[UUID] | None) -> None:
        """Erase again the names that a list tells of, or say that there is none."""
        if listed is None:
            self.stdout.write(
                "Không có danh sách đã xóa tên: tên nào đã xóa sau lúc sao lưu thì nay hiện lại, "
                "phải xóa lại ở trang Dữ liệu cá nhân."
            )
            return
        again = erase_again(listed, at=now())
        self.stdout.write(f"Đã xóa lại {write_number(again)} tên theo danh sách đã xóa.")
        wipe_thoroughly()

    def bring_back(self, archive: Archive, options: dict[str, Any]) -> None:
        """Check the copy, lay the tables, fill them, and say what was brought back."""
        self.stdout.write("Kiểm tra tệp sao lưu…")
        refuse_other_version(archive.manifest)
        key = proven_by(self, archive, options)
        refuse_damaged(archive)
        refuse_unless_empty()
        self.stdout.write("Lập bảng và nạp số liệu…")
        call_command("migrate", verbosity=0, interactive=False)
        if key:
            restore(archive)
        else:
            restore_unproven(archive, at=now())
        if settings.PRODUCTION:
            call_command("collectstatic", verbosity=0, interactive=False)
        lines = [
            f"Đã khôi phục {counts(archive.manifest)}; số hàng, nhật ký, minh chứng đã đối chiếu; "
            f"{signed_by(key)}.",
            "Giữ nguyên LANTOA_SECRET để thẻ đã in còn dùng được.",
            "Mọi người đăng nhập lại; mật khẩu như cũ.",
        ]
        if lost := archive.manifest.lost:
            lines.append(f"Minh chứng đã mất từ trước khi sao lưu: {', '.join(lost)}")
        self.stdout.write("\n".join(lines))
        self.go_on_signing(archive, key)

    def go_on_signing(self, archive: Archive, key: str) -> None:
        """Believe the key that proved the copy, and make one of its own for a machine without."""
        try:
            if key:
                remember_signer(archive)
            made = ensure_key(at=now())
        except (OSError, DatabaseError) as failure:
            raise CommandError(
                f"Đã khôi phục xong, nhưng chưa có khóa ký bản sao lưu: {reason(failure)}. "
                "Hãy chạy lantoa key --new."
            ) from failure
        if made:
            self.stdout.write(
                f"Máy này chưa có khóa ký bản sao lưu nên đã làm khóa mới.\n{written_down(made)}"
            )
