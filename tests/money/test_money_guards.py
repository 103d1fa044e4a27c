"""The database itself refuses rows of money that do not balance, or are changed."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from lantoa.money.models import MoneyAccount, PaymentProposal, Transfer
from lantoa.money.operations import close_fund, propose, reverse, transfer
from lantoa.units.models import Kind
from tests import build
from tests.money.plain import entered, fund, paid, side, taken

pytestmark = [pytest.mark.django_db, pytest.mark.unsealed]
DAY = date(2026, 3, 10)
Side = MoneyAccount.Side


@pytest.fixture
def learning():
    return fund(build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE))


def written(row: Transfer, **other) -> None:
    """Write a row past the operations."""
    said = {each.attname: getattr(row, each.attname) for each in Transfer._meta.concrete_fields}
    said |= {"id": None, "uuid": Transfer().uuid, "key": f"past.{len(other)}"} | other
    with transaction.atomic():
        Transfer(**said).save(force_insert=True)


@pytest.mark.parametrize("wrong", [{"amount": 0}, {"amount": -5}])
def test_a_row_of_nothing_is_refused(learning, wrong):
    row = taken(learning, 1000, DAY)

    with pytest.raises(IntegrityError):
        written(row, **wrong)


def test_a_row_from_an_account_to_itself_is_refused(learning):
    row = taken(learning, 1000, DAY)

    with pytest.raises(IntegrityError):
        written(row, credit_id=row.debit_id)


def test_a_row_is_neither_changed_nor_deleted(learning):
    row = taken(learning, 1000, DAY)

    for words in ("UPDATE money_transfer SET amount = 2000", "DELETE FROM money_transfer"):
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(words)

    assert Transfer.objects.get(pk=row.pk).amount == 1000


@pytest.mark.parametrize("wrong", [{"amount": 999}, {"day": DAY - timedelta(1)}])
def test_a_reversal_that_is_no_mirror_is_refused(learning, wrong):
    row = taken(learning, 1000, DAY)
    back = {"debit_id": row.credit_id, "credit_id": row.debit_id, "reverses_id": row.pk}

    with pytest.raises(DatabaseError):
        written(row, **back | wrong)
    with pytest.raises(DatabaseError):
        written(row, reverses_id=row.pk)


def test_a_row_is_reversed_once_and_a_reversal_never(learning):
    row = taken(learning, 1000, DAY)
    back = reverse(row, by=build.recorder(), at=build.NOW, on=DAY, reason="Nhầm")
    mirror = {"debit_id": row.credit_id, "credit_id": row.debit_id, "reverses_id": row.pk}

    with pytest.raises(DatabaseError):
        written(row, **mirror)
    with pytest.raises(DatabaseError):
        written(row, reverses_id=back.pk)


def test_money_comes_from_givers_and_goes_to_who_is_served(learning):
    row = taken(learning, 1000, DAY)
    served = side(learning.unit, Side.SERVED)

    with pytest.raises(DatabaseError):
        written(row, debit_id=row.credit_id, credit_id=row.debit_id)
    with pytest.raises(DatabaseError):
        written(row, credit_id=served.pk)


def test_no_fund_takes_money_before_it_was_opened_or_after_it_was_closed(learning):
    row = taken(learning, 1000, DAY)
    paid(learning, 1000, DAY)
    close_fund(learning, by=build.recorder(), at=build.NOW, on=DAY + timedelta(5))

    for day in (date(2023, 12, 31), DAY + timedelta(5)):
        with pytest.raises(DatabaseError):
            written(row, day=day)
    written(row, day=DAY + timedelta(4))


def test_a_number_that_is_not_exact_stands_in_no_fund(learning):
    row = taken(learning, 1000, DAY)

    with pytest.raises(DatabaseError):
        written(row, is_exact=False)


def test_only_a_gift_is_for_a_work(learning):
    row = paid(learning, 1000, DAY)

    with pytest.raises(DatabaseError):
        written(row, work="k1", source="people")


def test_a_proposal_is_decided_by_another_person(learning):
    row = propose(
        by=build.recorder(), at=build.NOW, fund=learning, amount=10, words="Học bổng", key=uuid4()
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        PaymentProposal.objects.filter(pk=row.pk).update(
            decided_by=row.proposed_by, decided_at=build.NOW, is_agreed=True
        )


def test_a_fund_that_was_closed_stays_so(learning):
    close_fund(learning, by=build.recorder(), at=build.NOW, on=DAY)

    with pytest.raises(DatabaseError), transaction.atomic():
        MoneyAccount.objects.filter(pk=learning.pk).update(closed_on=None)


def test_a_direct_gift_may_be_rough_since_it_stands_in_no_fund(learning):
    unit = learning.unit
    entry = entered(
        side(unit, Side.SERVED), side(unit, Side.GIVERS), 143_000_000, DAY,
        is_exact=False, work="nha", source="members",
    )  # fmt: skip

    assert not transfer(by=build.recorder(), at=build.NOW, entry=entry).is_exact
