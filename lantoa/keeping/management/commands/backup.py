"""`lantoa backup PLACE`: write the whole installation into one file, or check such a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.timezone import now

from lantoa.figures.writing import write_number
from lantoa.keeping.management.commands.key import add_key_arguments, proven_by
from lantoa.keeping.management.commands.verify import refuse_faults
from lantoa.keeping.operations.archive import open_archive
from lantoa.keeping.operations.backup import CopyWritten, back_up
from lantoa.keeping.operations.checking import refuse_damaged
from lantoa.keeping.operations.erased import keep_beside
from lantoa.keeping.operations.manifest import Manifest
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.retention import Keep, name_at, remove_surplus
from lantoa.keeping.operations.verifying import InCopy, verified
from lantoa.people.room import is_full, reason


class Command(BaseCommand):
    help = "Sao lưu toàn bộ số liệu, minh chứng và mẫu báo cáo vào một tệp."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", type=Path, metavar="TỆP", help="tên kết thúc bằng .zip, hoặc một thư mục"
        )
        parser.add_argument(
            "--keep",
            metavar="NGÀY,TUẦN,THÁNG",
            help="trong thư mục: giữ bao nhiêu bản, như 14,8,24",
        )
        parser.add_argument(
            "--check", action="store_true", help="chỉ kiểm tra một tệp sao lưu đã có"
        )
        add_key_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            if options["check"]:
                self.check_file(file, options)
                return
            refuse_words_of_checking(options)
            at = now()
            keep = asked_to_keep(options["keep"], folder=file)
            folder, file = (file, file / name_at(at)) if file.is_dir() else (file.parent, file)
            written = back_up(to=file, at=at)
            keep_beside(file)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        except (OSError, DatabaseError) as failure:
            if not (isinstance(failure, OSError) or is_full(failure)):
                raise
            raise CommandError(f"Không ghi được {file}: {reason(failure)}.") from failure
        size = write_number(file.stat().st_size)
        self.stdout.write(f"Đã sao lưu {counts(written.manifest)} vào {file} ({size} byte).")
        self.warn_of_lost(written.manifest)
        if keep:
            self.thin_out(folder, keep)
        self.stdout.write(
            "Tệp chứa mật khẩu đã băm và mã thẻ: hãy cất nơi chỉ người quản trị mở được. "
            "Giữ giá trị LANTOA_SECRET ở một nơi khác: thẻ đã in cần nó."
        )
        refuse_faults(written.found)
        refuse_unsigned(written)

    def thin_out(self, folder: Path, keep: Keep) -> None:
        """Remove the copies that need not stay, and say which."""
        if removed := remove_surplus(folder, keep=keep):
            names = ", ".join(each.name for each in removed)
            self.stdout.write(f"Đã bỏ {write_number(len(removed))} bản cũ: {names}.")

    def check_file(self, file: Path, options: dict[str, Any]) -> None:
        """Say that a file is whole, without touching the database."""
        with open_archive(file) as archive:
            key = proven_by(self, archive, options)
            refuse_damaged(archive)
            refuse_faults(verified(InCopy(archive)))
            self.stdout.write(
                f"Tệp sao lưu nguyên vẹn: {counts(archive.manifest)}; "
                f"ghi bằng phiên bản {archive.manifest.project}; {signed_by(key)}."
            )
            self.warn_of_lost(archive.manifest)

    def warn_of_lost(self, manifest: Manifest) -> None:
        """Name the files that the copy does not hold, though their rows are in it."""
        if manifest.lost:
            self.stderr.write(
                f"{write_number(len(manifest.lost))} tệp minh chứng đã mất hoặc hỏng từ trước, "
                f"không có trong bản sao lưu: {', '.join(manifest.lost)}"
            )


def refuse_unsigned(written: CopyWritten) -> None:
    """Raise CommandError where a copy was written that bears no signature."""
    if written.unsigned:
        raise CommandError(
            "Đã ghi bản sao lưu, nhưng CHƯA ĐƯỢC KÝ: sau này chỉ nhận được với --unsigned. "
            f"{written.unsigned}"
        )


def refuse_words_of_checking(options: dict[str, Any]) -> None:
    """Raise BackupRefused where somebody says whom to believe, and nothing is checked."""
    if options["key"] or options["unsigned"]:
        raise BackupRefused("--key và --unsigned chỉ dùng cùng --check: không ghi gì.")


def asked_to_keep(told: str | None, *, folder: Path) -> Keep | None:
    """Return how many copies stay; raises BackupRefused where there is no folder to thin out."""
    if told is None:
        return None
    if not folder.is_dir():
        raise BackupRefused("--keep chỉ dùng khi sao lưu vào một thư mục.")
    return Keep.read(told)


def signed_by(key: str) -> str:
    """Write by which key a copy is proven."""
    return f"chữ ký của khóa {key}" if key else "KHÔNG có chữ ký nào chứng thực"


def counts(manifest: Manifest) -> str:
    """Write how much a copy holds: "12.345 hàng, 3 tệp minh chứng, nhật ký 210 dòng"."""
    told = [
        f"{write_number(manifest.rows)} hàng",
        f"{write_number(len(manifest.proofs))} tệp minh chứng",
        f"nhật ký {write_number(manifest.lines)} dòng",
    ]
    if layouts := len(manifest.files) - len(manifest.proofs):
        told.insert(2, f"{write_number(layouts)} mẫu báo cáo")
    return ", ".join(told)
