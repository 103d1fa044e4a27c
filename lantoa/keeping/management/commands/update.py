"""`lantoa update`: bring an installation to the version of the programme that is installed."""

from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.timezone import now

from lantoa.figures.writing import write_number
from lantoa.guidance.operations import renew_known as renew_guidance
from lantoa.keeping.management.commands.key import written_down
from lantoa.keeping.operations.signing import ensure_key
from lantoa.keeping.operations.taking_in import take_in
from lantoa.matters.operations import adopt_known as adopt_limits
from lantoa.records.record.operations.adopting import adopt_known as adopt_lists
from lantoa.trail.guards import lay_declared


class Command(BaseCommand):
    help = "Đưa cơ sở dữ liệu, kiểu trang, văn bản khung và danh mục chỉ tiêu lên bản đang cài."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        lay_declared()
        call_command("collectstatic", interactive=False, verbosity=0)
        adopt_limits()
        adopt_lists()
        if rows := take_in(at=now()):
            self.stdout.write(
                f"Đã ghi vào nhật ký dấu của {write_number(rows)} hàng có từ trước: "
                "từ nay ai sửa thẳng vào cơ sở dữ liệu thì lantoa verify thấy."
            )
        if made := ensure_key(at=now()):
            self.stdout.write(f"Từ nay bản sao lưu được ký. {written_down(made)}")
        renew_guidance(at=now())
        call_command("tidy", stdout=StringIO())
        self.stdout.write("Đã cập nhật. Khởi động lại máy chủ để dùng bản mới.")
