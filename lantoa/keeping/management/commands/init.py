"""`lantoa init`: tables, known lists, the first unit and its first administrator."""

import os
from argparse import ArgumentParser
from datetime import date
from getpass import getpass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate, now

from lantoa.figures.period import write_day
from lantoa.guidance.operations import adopt_known as adopt_guidance
from lantoa.keeping.management.commands.key import written_down
from lantoa.keeping.operations.signing import ensure_key
from lantoa.matters.operations import adopt_known as adopt_limits
from lantoa.people.operations import open_account, propose_password
from lantoa.people.passwords import refuse_named
from lantoa.posts.models import Post
from lantoa.posts.operations import give_post
from lantoa.reading.typed import Mistyped, read_day
from lantoa.records.record.operations.adopting import adopt_known as adopt_lists
from lantoa.units.models import Kind, Unit
from lantoa.units.operations import found_root
from lantoa.units.operations.rows import Change
from lantoa.units.queries.places import roots

EXAMPLE = (
    'lantoa init --name "Đảng bộ phường Mỹ Thới" --kind commune --code MYTHOI --on 1/7/2025 '
    '--username quantri --display-name "Nguyễn Văn A"'
)
NEEDED = ("name", "code", "on", "username", "display_name")
KINDS = [kind.value for kind in Kind if kind is not Kind.UNPLACED]


class Command(BaseCommand):
    help = "Bắt đầu dùng thật: lập bảng, đơn vị cao nhất và người quản trị đầu tiên."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", metavar="TÊN", help="tên đơn vị cao nhất")
        parser.add_argument("--kind", choices=KINDS, default="commune", help="loại đơn vị")
        parser.add_argument("--code", metavar="MÃ", help="mã đơn vị; mã đơn vị dưới nối vào sau")
        parser.add_argument("--on", metavar="NGÀY", help="ngày đơn vị bắt đầu hoạt động: 1/7/2025")
        parser.add_argument("--username", metavar="TÊN", help="tên đăng nhập của quản trị")
        parser.add_argument("--display-name", metavar="HỌ TÊN", help="họ tên của quản trị")
        parser.add_argument(
            "--generate-password", action="store_true", help="máy đặt mật khẩu và in ra một lần"
        )
        parser.add_argument(
            "--another", action="store_true", help="lập thêm một đơn vị cao nhất nữa"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        founded = _asked(options)
        self.stdout.write("Đang lập bảng trong cơ sở dữ liệu…")
        call_command("migrate", verbosity=0, interactive=False)
        _refuse_second_root(is_another=options["another"])
        password, is_made = _password(is_made=options["generate_password"])
        try:
            unit = _begin(options, on=founded, password=password)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        if settings.PRODUCTION:
            call_command("collectstatic", verbosity=0, interactive=False)
        self._say_next(options, unit, password=password if is_made else "")
        if made := ensure_key(at=now()):
            self.stdout.write(f"\n{written_down(made)}")

    def _say_next(self, options: dict[str, Any], unit: Unit, *, password: str) -> None:
        page = settings.ADDRESS.rstrip("/") + reverse("office:open-cells", args=[unit.uuid])
        lines = [
            f"Đã lập: {options['name']}, mã {options['code']}.",
            f"Quản trị: {options['display_name']}, tên đăng nhập {options['username']}.",
        ]
        if password:
            lines.append(f"Mật khẩu (chỉ hiện lần này, hãy chép lại): {password}")
        lines += [
            "Việc tiếp theo:",
            "  1. Chạy máy chủ: gunicorn -c python:lantoa.serving lantoa.wsgi",
            f"  2. Đăng nhập rồi mở các chi bộ từ một tệp Excel: {page}",
            "  3. In thẻ, mỗi chi bộ một thẻ; trao tận tay người ghi.",
            "  4. Giao nhiệm vụ cho văn thư ở trang Tài khoản.",
        ]
        self.stdout.write("\n".join(lines))


def _asked(options: dict[str, Any]) -> date:
    """Return the day of founding; raises CommandError where something needed is not given."""
    missing = [f"--{name.replace('_', '-')}" for name in NEEDED if not options[name]]
    if missing:
        raise CommandError(f"Thiếu {', '.join(missing)}. Ví dụ:\n  {EXAMPLE}")
    try:
        return read_day(options["on"])
    except Mistyped as refusal:
        raise CommandError(str(refusal)) from None


def _refuse_second_root(*, is_another: bool) -> None:
    if roots() and not is_another:
        raise CommandError(
            "Cơ sở dữ liệu này đã có đơn vị cao nhất. "
            "Muốn lập thêm một đơn vị cao nhất nữa, hãy thêm --another."
        )


def _password(*, is_made: bool) -> tuple[str, bool]:
    """Return the first password, and whether it was made here and must be shown."""
    if is_made:
        return propose_password(), True
    if given := os.environ.get("LANTOA_PASSWORD"):
        return given, False
    password = getpass("Mật khẩu của quản trị (từ 10 ký tự, không hiện khi gõ): ")
    if password != getpass("Gõ lại mật khẩu: "):
        raise CommandError("Hai lần gõ chưa giống nhau. Chưa lập gì; hãy chạy lại.")
    return password, False


@transaction.atomic
def _begin(options: dict[str, Any], *, on: date, password: str) -> Unit:
    """Take in what is known, found the root and open its administrator: all of it or nothing."""
    at = now()
    if on > localdate(at):
        raise ValidationError(f"Ngày bắt đầu hoạt động ({write_day(on)}) còn ở phía trước.")
    adopt_guidance()
    adopt_limits()
    adopt_lists()
    refuse_named(password, names=[options["name"], options["code"]])
    administrator = open_account(
        username=options["username"], name=options["display_name"], password=password
    )
    change = Change(by=administrator, at=at, on=on)
    unit = found_root(
        name=options["name"], kind=Kind(options["kind"]), code=options["code"], change=change
    )
    right = Post.Right.ADMIN
    give_post(user=administrator, unit=unit, right=right, since=on, by=administrator, at=at)
    return unit
