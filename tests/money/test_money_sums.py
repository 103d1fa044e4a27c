"""Every balance is the sum of its rows on any day, and root totals are free of internal moves."""

from datetime import date, timedelta
from random import Random

import pytest
from django.db.models import Q

from lantoa.figures.period import Period
from lantoa.money.models import MoneyAccount, Transfer
from lantoa.money.operations import reverse, reverse_many, transfer_many
from lantoa.money.queries import balances, movements, turnover, turnovers
from lantoa.units.models import Kind
from tests import build
from tests.money.plain import OPENED, entered, fund, paid, side, taken

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


def test_what_came_in_what_went_out_and_what_is_left_are_told_of_any_day(commune):
    learning = fund(commune)
    taken(learning, 5_000_000, DAY)
    paid(learning, 2_000_000, DAY + timedelta(10))
    taken(learning, 1_000_000, DAY + timedelta(20))

    period = Period(DAY + timedelta(5), DAY + timedelta(15))
    told = turnover([learning.pk], period)

    assert (told.before, told.taken, told.paid, told.after) == (5_000_000, 0, 2_000_000, 3_000_000)
    assert balances([learning.pk], on=DAY - timedelta(1)) == {learning.pk: 0}
    assert balances([learning.pk], on=DAY) == {learning.pk: 5_000_000}
    assert [each.left for each in movements(learning, Period(DAY, DAY + timedelta(30)))] == [
        5_000_000,
        3_000_000,
        4_000_000,
    ]


def test_money_that_goes_from_one_unit_s_fund_to_another_s_is_in_no_sum_above_both(commune):
    cell = build.unit("Chi bộ", under=commune)
    here, below = fund(commune), fund(cell, "Hũ gạo")
    taken(below, 900_000, DAY)
    entry = entered(here, below, 400_000, DAY, words="Nộp về quỹ xã")
    transfer_many(by=build.recorder(), at=build.NOW, entries=[entry])

    period = Period(DAY, DAY)
    both = turnover([here.pk, below.pk], period)

    assert (both.taken, both.paid, both.moved, both.after) == (900_000, 0, 400_000, 900_000)
    each = turnovers([here.pk, below.pk], period)
    assert (each[here.pk].taken, each[below.pk].paid) == (400_000, 400_000)


def test_a_reversed_gift_is_taken_back_from_what_came_in_and_is_no_payment(commune):
    learning = fund(commune)
    gift = taken(learning, 700_000, DAY)

    reverse(gift, by=build.recorder(), at=build.NOW, on=DAY + timedelta(3), reason="Ghi nhầm quỹ")

    told = turnover([learning.pk], Period(DAY, DAY + timedelta(9)))
    assert (told.taken, told.paid, told.after) == (0, 0, 0)
    assert balances([learning.pk], on=DAY + timedelta(2)) == {learning.pk: 700_000}
    assert balances([learning.pk], on=DAY + timedelta(3)) == {learning.pk: 0}


def test_what_was_known_earlier_is_told_as_it_was_known(commune):
    learning, before = fund(commune), build.at(date(2026, 11, 1))
    taken(learning, 700_000, DAY)

    assert balances([learning.pk], on=DAY, as_known=before) == {learning.pk: 0}
    assert turnover([learning.pk], Period(DAY, DAY), as_known=before).taken == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_500_random_transfers_every_balance_is_the_sum_of_its_rows(commune, seed):
    chance = Random(seed)
    keys = random_history(commune, chance)

    rows = list(Transfer.objects.values_list("debit", "credit", "amount", "day"))
    for day in chance.sample(DAYS, 12):
        by_hand = dict.fromkeys(keys, 0)
        for debit, credit, amount, of in rows:
            if of <= day and debit in by_hand:
                by_hand[debit] += amount
            if of <= day and credit in by_hand:
                by_hand[credit] -= amount
        assert balances(keys, on=day) == by_hand


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_500_random_transfers_root_totals_are_free_of_internal_moves(commune, seed):
    keys = random_history(commune, Random(seed))

    root = turnover(keys, WHOLE)

    standing = Transfer.objects.filter(reverses__isnull=True, reversal__isnull=True)
    inside = Q(debit__in=keys, credit__in=keys)
    gifts = standing.filter(debit__in=keys).exclude(inside)
    payments = standing.filter(credit__in=keys).exclude(inside)
    assert root.taken == sum(gifts.values_list("amount", flat=True))
    assert root.paid == sum(payments.values_list("amount", flat=True))
    assert root.moved == sum(standing.filter(inside).values_list("amount", flat=True)) > 0
    left = balances(keys, on=WHOLE.last)
    assert root.after == sum(left.values())
    assert {key: told.after for key, told in turnovers(keys, WHOLE).items()} == left


DAYS = [OPENED + timedelta(n) for n in range(0, 1000, 7)]
WHOLE = Period(DAYS[0], DAYS[-1])


def random_history(commune, chance):
    """Write 500 random transfers with reversals of some; return the funds."""
    units = [commune, *(build.unit(f"Chi bộ {n}", under=commune) for n in range(4))]
    funds = [fund(unit, f"Quỹ {n}") for unit in units for n in range(2)]
    sides = {
        each.pk: [side(each, MoneyAccount.Side.GIVERS), side(each, MoneyAccount.Side.SERVED)]
        for each in units
    }
    made, gone = [], set()
    for _ in range(20):
        batch = [random_entry(chance, funds, sides, DAYS) for _ in range(25)]
        made += transfer_many(by=build.recorder(), at=build.NOW, entries=batch)
        back = [each for each in chance.sample(made, 4) if each.pk not in gone]
        gone |= {each.pk for each in back}
        reverse_many(back, by=build.recorder(), at=build.NOW, reason="Ghi nhầm")
    assert (len(made), len(gone) > 50) == (500, True)
    return [each.pk for each in funds]


def random_entry(chance, funds, sides, days):
    of = chance.choice(funds)
    givers, served = sides[of.unit_id]
    other = chance.choice([each for each in funds if each.pk != of.pk])
    debit, credit = chance.choice([(of, givers), (of, givers), (served, of), (other, of)])
    return entered(debit, credit, chance.randint(1, 9_000_000), chance.choice(days))


def test_funds_are_told_in_as_many_statements_however_many_there_are(
    commune, django_assert_num_queries
):
    funds = [fund(commune, f"Quỹ {n}") for n in range(6)]
    for each in funds:
        taken(each, 1000, DAY)
    keys, period = [each.pk for each in funds], Period(DAY, DAY)

    for some in (keys[:1], keys):
        with django_assert_num_queries(2):
            balances(some, on=DAY)
        with django_assert_num_queries(2):
            turnovers(some, period)
