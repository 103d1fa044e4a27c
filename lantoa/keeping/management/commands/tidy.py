"""`lantoa tidy`: clear away sessions that ended, and traces of signing in past their days."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.timezone import now

from lantoa.figures.writing import write_number
from lantoa.people.tidying import tidy


class Command(BaseCommand):
    help = "Dọn phiên đăng nhập đã hết hạn và dấu vết đăng nhập quá ngày giữ."

    def handle(self, *args: Any, **options: Any) -> None:
        gone = tidy(
            at=now(),
            attempts_days=settings.KEEP_ATTEMPTS_DAYS,
            sign_ins_days=settings.KEEP_SIGN_INS_DAYS,
        )
        self.stdout.write(
            f"Đã dọn {write_number(gone.sessions)} phiên hết hạn, "
            f"{write_number(gone.attempts)} lần đăng nhập sai, "
            f"{write_number(gone.sign_ins)} lần đăng nhập đã quá ngày giữ."
        )
