"""Recording, correcting and withdrawing works, and taking in the lists they choose from."""

from pathlib import Path

from django.db import transaction

from lantoa.records.record.operations import Done, Likeness
from lantoa.records.record.operations.listing import adopt
from lantoa.records.works.models import BeneficiaryClass, Work, WorkSort
from lantoa.records.works.operations.checking import (
    gift_problems,
    granted_problems,
    house_problems,
    household_gaps,
    joint_problems,
    money_gaps,
    watched_gaps,
    work_days,
)

KNOWN = Path(__file__).parents[1] / "known"


@transaction.atomic
def adopt_known() -> None:
    """Take in the sorts of works and the classes that the project knows; what is there stays."""
    adopt(WorkSort, KNOWN / "sorts.json")
    adopt(BeneficiaryClass, KNOWN / "classes.json")


DONE = Done(
    model=Work,
    deed="works",
    checks=[house_problems, granted_problems, gift_problems, joint_problems],
    gaps=[household_gaps, money_gaps, watched_gaps],
    days=work_days,
    adopt=adopt_known,
    alike=Likeness(besides=("place",)),
)
record, record_many = DONE.record, DONE.record_many
correct, withdraw = DONE.correct, DONE.withdraw
