"""`lantoa regain NAME`: let in again who lost the second factor and has nobody above to ask."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from lantoa.posts.operations.factors import regain


class Command(BaseCommand):
    help = "Bỏ mã xác nhận và khóa đăng nhập của người quản trị duy nhất đã làm mất."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", metavar="TÊN", help="tên đăng nhập")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["username"]
        try:
            had = regain(name, at=now())
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        if not had:
            raise CommandError(f"Tài khoản {name} không có mã xác nhận hay khóa đăng nhập nào.")
        self.stdout.write(
            f"Đã bỏ mã xác nhận, khóa đăng nhập và mã dự phòng của {name}; đã ghi vào nhật ký. "
            "Người này đăng nhập bằng mật khẩu, được báo việc này, rồi đặt mã mới."
        )
