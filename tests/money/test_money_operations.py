"""Funds opened, moved between, closed; two people for a payment; and strangers."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from lantoa.money.models import MoneyAccount, PaymentProposal, PaymentRule, Transfer
from lantoa.money.operations import (
    close_fund,
    decide,
    hand_over,
    propose,
    reverse,
    rule,
    transfer,
)
from lantoa.money.queries import balances
from lantoa.posts.models import Post
from lantoa.trail.models import Entry
from lantoa.units.models import Kind
from tests import build
from tests import decide as decide_on
from tests.money.plain import entered, fund, paid, side, taken
from tests.outrun import outrun

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 10)


@pytest.fixture
def commune():
    return build.unit("Xã", under=build.unit("Tỉnh"), kind=Kind.COMMUNE)


@pytest.fixture
def learning(commune):
    return fund(commune)


def test_the_same_key_again_is_the_same_transfer_and_other_content_is_refused(learning):
    giver = side(learning.unit, MoneyAccount.Side.GIVERS)
    entry = entered(learning, giver, 1000, DAY, key="một")

    first = transfer(by=build.recorder(), at=build.NOW, entry=entry)
    again = transfer(by=build.recorder(), at=build.NOW, entry=entry)

    assert first.pk == again.pk
    other = entered(learning, giver, 2000, DAY, key="một")
    with pytest.raises(ValidationError, match="nội dung khác"):
        transfer(by=build.recorder(), at=build.NOW, entry=other)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"amount": 0}, "amount"), ({"amount": 10**15 + 1}, "amount"),
     ({"day": date(2026, 12, 1)}, "day"), ({"day": date(2023, 1, 1)}, "day"),
     ({"words": " "}, "words"), ({"words": "cccd 012345678901"}, "words"),
     ({"is_exact": False}, "amount")],
)  # fmt: skip
def test_what_is_wrong_with_a_transfer_is_said_beside_its_box(learning, wrong, field):
    said = {"amount": 1000, "day": DAY} | wrong
    with pytest.raises(ValidationError) as refusal:
        taken(learning, said.pop("amount"), said.pop("day"), **said)

    assert list(refusal.value.message_dict) == [field]
    assert Transfer.objects.count() == 0


def test_a_stranger_opens_moves_and_reverses_nothing(commune, learning):
    stranger = build.clerk(build.unit("Tỉnh khác"))
    gift = taken(learning, 1000, DAY)

    with pytest.raises(PermissionDenied):
        fund(commune, "Quỹ khác", by=stranger)
    with pytest.raises(PermissionDenied):
        taken(learning, 5, DAY, by=stranger)
    with pytest.raises(PermissionDenied):
        reverse(gift, by=stranger, at=build.NOW, on=DAY, reason="Nhầm")
    with pytest.raises(PermissionDenied):
        close_fund(learning, by=stranger, at=build.NOW, on=DAY)


def test_a_fund_that_still_holds_money_is_not_closed(learning):
    taken(learning, 1000, DAY)

    with pytest.raises(ValidationError, match=r"Quỹ còn 1\.000 đồng"):
        close_fund(learning, by=build.recorder(), at=build.NOW, on=DAY + timedelta(1))


def test_a_reversal_names_its_reason_and_no_day_before_the_transfer(learning):
    gift = taken(learning, 1000, DAY)

    for wrong in ({"reason": " "}, {"on": DAY - timedelta(1)}, {"on": date(2026, 12, 1)}):
        with pytest.raises(ValidationError):
            reverse(
                gift, by=build.recorder(), at=build.NOW, **{"on": DAY, "reason": "Nhầm"} | wrong
            )
    back = reverse(gift, by=build.recorder(), at=build.NOW, on=DAY, reason="Nhầm")
    for once_more in (gift, back):
        with pytest.raises(ValidationError, match="đã đảo"):
            reverse(once_more, by=build.recorder(), at=build.NOW, on=DAY, reason="Nhầm")


def test_what_an_ended_unit_held_is_handed_over_on_the_day_it_ended(commune):
    cell, other = (build.unit(f"Chi bộ {n}", under=commune) for n in "AB")
    old, new = fund(cell, "Hũ gạo A"), fund(other, "Hũ gạo B")
    taken(old, 1000, DAY)
    decide_on.close(cell, into=other, on=date(2026, 6, 1))

    with pytest.raises(ValidationError, match="đã kết thúc"):
        taken(old, 5, date(2026, 6, 2))
    hand_over(by=build.recorder(), at=build.NOW, fund=old, to=new, on=date(2026, 6, 1), amount=1000)

    assert balances([old.pk, new.pk], on=date(2026, 6, 1)) == {old.pk: 0, new.pk: 1000}
    taken(new, 1, DAY)


def proposed(fund, *, by, key=None, **more):
    said = {"amount": 4000, "words": "Học bổng"} | more
    return propose(by=by, at=build.NOW, fund=fund, key=key or uuid4(), **said)


class TestTwoPeople:
    @pytest.fixture
    def asked(self, commune, learning):
        taken(learning, 10_000, DAY)
        admin = build.clerk(commune, Post.Right.ADMIN)
        entry = PaymentRule(unit=commune, since=DAY, needs_two=True, basis="Quy chế 01")
        rule(by=admin, at=build.NOW, entry=entry)
        return learning

    def test_a_payment_waits_until_another_person_has_agreed_to_it(self, asked):
        first, second = build.clerk(asked.unit), build.clerk(asked.unit)
        with pytest.raises(ValidationError, match="cần hai người"):
            paid(asked, 4000, DAY, by=first)

        asking = proposed(asked, by=first)
        with pytest.raises(ValidationError, match="phải khác"):
            decide(asking, by=first, at=build.NOW, is_agreed=True)
        with pytest.raises(ValidationError, match="cần hai người"):
            paid(asked, 4000, DAY, by=first)
        decide(asking, by=second, at=build.NOW, is_agreed=True)

        paid(asked, 4000, DAY, by=first)
        assert balances([asked.pk], on=DAY) == {asked.pk: 6000}
        with pytest.raises(ValidationError, match="cần hai người"):
            paid(asked, 4000, DAY, by=first)
        with pytest.raises(ValidationError, match="đã có người quyết"):
            decide(asking, by=second, at=build.NOW, is_agreed=False)

    def test_what_was_refused_is_not_paid(self, asked):
        first, second = build.clerk(asked.unit), build.clerk(asked.unit)
        asking = proposed(asked, by=first)
        decide(asking, by=second, at=build.NOW, is_agreed=False)

        with pytest.raises(ValidationError, match="cần hai người"):
            paid(asked, 4000, DAY, by=first)

    def test_gifts_and_payments_of_before_the_rule_need_one(self, asked):
        paid(asked, 3000, DAY - timedelta(1))
        taken(asked, 5, DAY)

        assert balances([asked.pk], on=DAY) == {asked.pk: 7005}

    def test_only_who_administers_the_unit_makes_the_rule(self, commune):
        entry = PaymentRule(unit=commune, since=DAY, needs_two=False, basis="Quy chế 02")
        with pytest.raises(PermissionDenied):
            rule(by=build.clerk(commune), at=build.NOW, entry=entry)

    def test_the_same_proposal_sent_again_is_one_and_another_under_its_key_is_refused(self, asked):
        first, key = build.clerk(asked.unit), uuid4()

        once, again = (proposed(asked, by=first, key=key) for _ in range(2))
        with pytest.raises(ValidationError, match="đề nghị khác"):
            proposed(asked, by=first, key=key, amount=5000)
        with pytest.raises(ValidationError, match="đề nghị khác"):
            proposed(asked, by=build.clerk(asked.unit), key=key)

        assert once == again
        assert asked.proposals.count() == 1
        assert Entry.objects.filter(deed="money.propose").count() == 1

    def test_who_proposes_twice_with_two_keys_proposes_two_payments(self, asked):
        first = build.clerk(asked.unit)

        proposed(asked, by=first)
        proposed(asked, by=first)

        assert asked.proposals.count() == 2

    def test_a_rule_that_another_wrote_in_between_is_refused_in_words(self, commune):
        admin = build.clerk(commune, Post.Right.ADMIN)
        entry = PaymentRule(unit=commune, since=DAY, needs_two=False, basis="Quy chế 02")
        quicker = PaymentRule(
            unit=commune, since=DAY, needs_two=True, basis="Quy chế 01",
            recorded_by=admin, recorded_at=build.NOW,
        )  # fmt: skip

        with pytest.raises(ValidationError, match="Vừa có người khác"), outrun(quicker):
            rule(by=admin, at=build.NOW, entry=entry)

    def test_a_proposal_sent_twice_at_once_is_refused_in_words(self, asked):
        first, key = build.clerk(asked.unit), uuid4()
        quicker = PaymentProposal(
            uuid=key, fund=asked, amount=4000, words="Học bổng",
            proposed_by=first, proposed_at=build.NOW,
        )  # fmt: skip

        with pytest.raises(ValidationError, match="vừa được gửi"), outrun(quicker):
            proposed(asked, by=first, key=key)
