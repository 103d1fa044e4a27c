"""The fingerprint of an organisation tells apart all that charts tell apart."""

import pytest
from django.db import transaction

from lantoa.acts.state import state_hash
from lantoa.acts.steps import Sort, Step
from tests.acts.acts import country, passed

pytestmark = pytest.mark.django_db


def after(*steps: Step) -> str:
    """Return the fingerprint that some steps would leave, and take them back."""
    with transaction.atomic():
        passed(steps)
        found = state_hash()
        transaction.set_rollback(True)
    return found


def test_a_unit_that_ends_into_another_is_not_one_that_moves_under_it():
    land = country()
    cell, there = land.cells[0][0].pk, land.communes[1].pk

    closed = after(Step(sort=Sort.CLOSE, unit=cell, successor=there))
    moved = after(Step(sort=Sort.MOVE, unit=cell, parent=there))

    assert len({state_hash(), closed, moved}) == 3
