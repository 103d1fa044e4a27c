"""`lantoa key`: the name of the key with which copies are signed, and a new key."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.timezone import now

from lantoa.keeping.operations.accepting import (
    UNPROVEN,
    KeyNeeded,
    SignatureLacking,
    refuse_unproven,
)
from lantoa.keeping.operations.archive import Archive
from lantoa.keeping.operations.refusal import BackupRefused
from lantoa.keeping.operations.signing import Misspelt, known_keys, make_key, read_name
from lantoa.keeping.operations.signing.keys import own_key, own_name, secret_place
from lantoa.keeping.operations.signing.making import replace_leaked_key

TRIES = 3
TAKEN_UNPROVEN = (
    f"*** CẢNH BÁO *** {UNPROVEN} Vẫn nhận vì có --unsigned; khôi phục thì việc này ghi vào "
    "nhật ký. Hãy so lại số liệu với giấy tờ, và với phiếu đối chiếu sổ đã cất bên ngoài "
    "(lantoa verify --heads)."
)


class Command(BaseCommand):
    help = "Xem mã khóa ký bản sao lưu của máy này; --new: làm khóa mới."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--new", action="store_true", help="làm khóa mới thay khóa đang dùng")
        parser.add_argument(
            "--leaked",
            action="store_true",
            help="cùng --new: khóa cũ đã lộ, từ nay máy này không tin nó nữa",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["leaked"] and not options["new"]:
            raise CommandError("--leaked đi cùng --new: lantoa key --new --leaked")
        try:
            if options["new"]:
                self.renew(is_leaked=options["leaked"])
            else:
                self.show()
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        except (OSError, DatabaseError) as failure:
            raise CommandError(f"Chưa làm được khóa mới: {failure}") from failure

    def renew(self, *, is_leaked: bool) -> None:
        """Make a new key and say how to keep its name."""
        former = own_name()
        name = (replace_leaked_key if is_leaked else make_key)(at=now())
        self.stdout.write(written_down(name))
        if former and is_leaked:
            self.stdout.write(
                f"Khóa cũ {former} không còn được tin. Bản sao lưu ký bằng nó chỉ mở được với "
                "--key; hãy sao lưu lại ngay, và chỉ dùng bản cũ nào cất ở nơi kẻ gian không tới."
            )
        elif former:
            self.stdout.write(
                f"Bản sao lưu cũ vẫn kiểm bằng khóa cũ {former}: giữ cả giấy cũ, đến khi không còn "
                "bản sao nào ký bằng nó."
            )

    def show(self) -> None:
        """Print the name of the key in use, and of former ones."""
        own_key()
        name, *former = known_keys()
        self.stdout.write(f"Mã khóa ký bản sao lưu của máy này:\n\n    {name}\n\n")
        self.stdout.write(f"Phần bí mật ở {secret_place()}; không có trong bản sao lưu nào.")
        if former:
            self.stdout.write(f"Khóa cũ còn được tin: {', '.join(former)}.")


def written_down(name: str) -> str:
    """Return the words that bring a new key to its keeper."""
    return (
        f"Mã khóa ký bản sao lưu của máy này:\n\n    {name}\n\n"
        "Hãy chép ra giấy, cất xa máy và xa các bản sao lưu. Mã không bí mật, nhưng là thứ duy "
        "nhất cho biết một bản sao lưu đúng là của máy này khi máy đã mất. Xem lại: lantoa key"
    )


def add_key_arguments(parser: ArgumentParser) -> None:
    """Let a command be told by which key a copy should be signed."""
    parser.add_argument(
        "--key", metavar="MÃ", help="mã khóa trên giấy, khi máy này chưa biết khóa của bản sao lưu"
    )
    parser.add_argument(
        "--unsigned",
        action="store_true",
        help="nhận cả bản sao lưu không có gì chứng thực (do phiên bản trước 0.4 ghi)",
    )


def proven_by(command: BaseCommand, archive: Archive, options: dict[str, Any]) -> str:
    """Return the name of the key by which a copy is proven.

    Empty, and said loudly, where it is not and was asked for all the same. Raises BackupRefused
    for a copy that is not to be believed, Misspelt for a name of a key that is none.
    """
    keys = [read_name(options["key"])] if options["key"] else known_keys()
    try:
        refuse_unproven(archive, keys=keys)
    except (SignatureLacking, KeyNeeded) as refusal:
        if options["unsigned"]:
            command.stderr.write(TAKEN_UNPROVEN)
            return ""
        if not isinstance(refusal, KeyNeeded) or not sys.stdin.isatty():
            raise
        refuse_unproven(archive, keys=[_typed(command)])
    return archive.signature.key if archive.signature else ""


def _typed(command: BaseCommand) -> str:
    """Ask at the terminal for the name of a key; a mistake is told, and asked again."""
    for _ in range(TRIES):
        try:
            return read_name(input("Mã khóa ghi trên giấy khi lập máy: "))
        except Misspelt as refusal:
            command.stderr.write(" ".join(refusal.messages))
        except EOFError:
            break
    raise BackupRefused("Chưa có mã khóa nên chưa làm gì.")
