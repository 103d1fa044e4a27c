"""`lantoa tidy`: clear away sessions that ended, and traces and names past their days."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.timezone import now

from lantoa.figures.writing import write_number
from lantoa.people.tidying import tidy
from lantoa.persons.operations import erase_overdue_accounts, wipe_thoroughly
from lantoa.records.record.standing import WHY, erase_overdue_names


class Command(BaseCommand):
    help = "Dọn phiên đăng nhập đã hết hạn, dấu vết đăng nhập và tên người quá ngày giữ."

    def handle(self, *args: Any, **options: Any) -> None:
        at = now()
        gone = tidy(
            at=at,
            attempts_days=settings.KEEP_ATTEMPTS_DAYS,
            sign_ins_days=settings.KEEP_SIGN_INS_DAYS,
        )
        self.stdout.write(
            f"Đã dọn {write_number(gone.sessions)} phiên hết hạn, "
            f"{write_number(gone.attempts)} lần đăng nhập sai, "
            f"{write_number(gone.sign_ins)} lần đăng nhập đã quá ngày giữ."
        )
        self.erase_names(at)

    def erase_names(self, at: datetime) -> None:
        """Erase the names past their days, and wipe what any erased name left in the files."""
        names = erase_overdue_names(at=at, days=settings.KEEP_NAMES_DAYS)
        days = settings.KEEP_ACCOUNT_NAMES_DAYS
        accounts = erase_overdue_accounts(at=at, days=days, why=WHY)
        wipe_thoroughly()
        self.stdout.write(
            f"Đã xóa {write_number(names)} tên trong bản ghi và {write_number(accounts)} tên "
            "tài khoản quá ngày giữ."
        )
