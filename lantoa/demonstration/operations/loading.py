"""Loading the demonstration whole: what is there already is left as it is."""

from collections.abc import Callable

from django.db import transaction

from lantoa.demonstration.operations import accounts, facts
from lantoa.demonstration.operations.first_of_july import reorganise
from lantoa.demonstration.operations.ground import lay_ground
from lantoa.demonstration.operations.published import enter_figures
from lantoa.demonstration.operations.refusals import refuse_production, refuse_units_of_others
from lantoa.demonstration.operations.rehearsal import CODE as REHEARSED
from lantoa.demonstration.operations.rehearsal import build_rehearsal
from lantoa.demonstration.operations.sample import CODE, build_sample
from lantoa.figures.writing import write_number
from lantoa.guidance.operations import adopt_known as adopt_documents
from lantoa.matters.operations import adopt_known as adopt_limits
from lantoa.people.models import User
from lantoa.records.record.operations.adopting import adopt_known as adopt_lists
from lantoa.units.models import Code

Say = Callable[[str], object]
CARD_CELL = f"{CODE}.001"
"""The simulated cell whose card is shown."""


@transaction.atomic
def load(*, say: Say) -> tuple[accounts.TrialAccount, ...]:
    """Load everything and return the accounts to try it with.

    Raises ValidationError on an installation that runs for real, or that holds units of others.
    """
    refuse_real_installation()
    adopt_documents()
    adopt_lists()
    adopt_limits()
    administrator = accounts.administrator()
    approver = accounts.approver()
    say(f"  Đơn vị An Giang: {_units_of_an_giang(by=administrator, approver=approver)}")
    accounts.appoint(accounts.ADMINISTRATOR, by=administrator)
    say(f"  Số liệu năm bài báo: {enter_figures(by=administrator)} số, mỗi số có nguồn.")
    sample, rehearsal = accounts.keeper("quan-tri-xa-mau"), accounts.keeper("nguoi-soan-tap")
    say(f"  Xã mẫu (số liệu mẫu): {_sample(by=sample, approver=approver)}")
    say(f"  An Giang để tập dượt sắp xếp (số liệu mẫu): {_rehearsal(by=rehearsal)}")
    return accounts.give_posts(by=administrator)


def refuse_real_installation() -> None:
    """Raise ValidationError wherever the demonstration must not be loaded."""
    refuse_production()
    refuse_units_of_others()


def _units_of_an_giang(*, by: User, approver: User) -> str:
    if _is_borne(facts.units()["root"]["code"]):
        return "đã có, giữ nguyên."
    with transaction.atomic():
        units = lay_ground(by=by)
        reorganise(units, by=by, approver=approver)
    return f"{len(units)} đơn vị đến 30/6/2025, rồi sắp xếp ngày 1/7/2025."


def _sample(*, by: User, approver: User) -> str:
    if _is_borne(CODE):
        return "đã có, giữ nguyên."
    commune = build_sample(by=by, approver=approver)
    return f"{len(commune.cells)} chi bộ, 24 tháng hoạt động."


def _rehearsal(*, by: User) -> str:
    if _is_borne(REHEARSED):
        return "đã có, giữ nguyên."
    units, meetings = build_rehearsal(by=by)
    return f"{units} đơn vị như ngày 30/6/2025, {write_number(meetings)} buổi họp."


def _is_borne(code: str) -> bool:
    return Code.objects.filter(value=code, superseded_at__isnull=True).exists()
