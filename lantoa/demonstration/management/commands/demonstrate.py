"""The command `lantoa demonstrate`."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from lantoa.demonstration.operations import accounts, loading, papers, rehearsal
from lantoa.people.access import digits
from lantoa.units.queries import find_unit


class Command(BaseCommand):
    """Build the demonstration: localities as published, a simulated commune, a rehearsal."""

    help = (
        "Nạp số liệu dùng thử: năm địa phương An Giang theo báo chí, một xã mẫu, một bản tập dượt."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Build what is not there yet, write the reports, and say how to sign in."""
        try:
            loading.refuse_real_installation()
            self.stdout.write("Chuẩn bị cơ sở dữ liệu…")
            call_command("migrate", verbosity=0)
            self.stdout.write("Nạp số liệu dùng thử…")
            opened = loading.load(say=self.say)
        except ValidationError as refusal:
            raise CommandError("\n".join(refusal.messages)) from refusal
        self.write_reports()
        self.write_list()
        self.show_accounts(opened)
        self.show_card()

    def say(self, line: str) -> None:
        """Print a line at once, for whoever waits."""
        self.stdout.write(line)
        self.stdout.flush()

    def write_reports(self) -> None:
        """Write the reports and name each file."""
        self.say("Viết báo cáo…")
        for file in papers.write_all(settings.VAR / "reports"):
            self.say(f"  {file}")

    def write_list(self) -> None:
        """Write the list of the decision about An Giang, to be tried on the screen."""
        file = rehearsal.write_list(settings.VAR / "reports")
        self.say(f"Danh sách quyết định sắp xếp An Giang, để chạy thử trên màn hình:\n  {file}")

    def show_accounts(self, opened: tuple[accounts.TrialAccount, ...]) -> None:
        """Print the accounts with their password."""
        self.stdout.write(f"\nTài khoản dùng thử (mật khẩu ban đầu: {accounts.PASSWORD}):")
        width = max(len(account.username) for account in opened)
        for account in opened:
            self.stdout.write(f"  {account.username:<{width}}  {account.can}")

    def show_card(self) -> None:
        """Print what stands on the card of one simulated cell."""
        cell = find_unit(loading.CARD_CELL)
        card = accounts.printed_card(cell)
        if card is None:
            self.stdout.write("\nThẻ của chi bộ mẫu đã hủy: in thẻ mới trên trang của xã mẫu.")
            return
        address = f"{settings.ADDRESS}{reverse('phone:card', args=[card.token])}"
        self.stdout.write(f"\nThẻ của {accounts.name_of(cell)} (mở bằng điện thoại):")
        self.stdout.write(f"  {address}\n  sáu chữ số: {digits(card)}")
