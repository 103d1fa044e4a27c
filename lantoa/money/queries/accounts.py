"""Which funds there are, and who must agree to what is paid out of them."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from lantoa.money.models import MoneyAccount, PaymentProposal, PaymentRule
from lantoa.units.models import Unit
from lantoa.units.queries import portraits
from lantoa.units.queries.within import among

FUND = MoneyAccount.Side.FUND


def fund(uuid: UUID) -> MoneyAccount | None:
    """Return the fund of an identity; None where there is none."""
    return MoneyAccount.objects.filter(uuid=uuid, side=FUND).select_related("unit").first()


def fund_named(unit: Unit, name: str) -> MoneyAccount | None:
    """Return the fund in use of a unit that has a name; None where there is none."""
    return MoneyAccount.objects.filter(
        unit=unit, side=FUND, name=name, closed_on__isnull=True
    ).first()


def funds_of(units: Collection[int]) -> list[MoneyAccount]:
    """Return every fund of some units, closed ones too, in the order in which they were opened."""
    rows = MoneyAccount.objects.filter(side=FUND).select_related("unit")
    return list(among(rows, "unit_id", units).order_by("opened_on", "pk"))


def funds_open(units: Collection[int], *, on: date) -> QuerySet[MoneyAccount]:
    """Return the funds of some units that are in use on a day, by name."""
    still = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    rows = MoneyAccount.objects.filter(still, side=FUND, opened_on__lte=on).select_related("unit")
    return among(rows, "unit_id", units).order_by("name", "pk")


def fund_sorts() -> list[tuple[str, str]]:
    """Return code and label of each sort of fund."""
    return [(each.value, str(each.label)) for each in MoneyAccount.Sort]


class FundLife(NamedTuple):
    """Of which unit and sort a fund is, and from when until the day before which it is in use."""

    unit: int
    sort: str
    opened_on: date
    closed_on: date | None

    def is_in_use(self, on: date) -> bool:
        """Tell whether the fund is in use on a day."""
        return self.opened_on <= on and (self.closed_on is None or on < self.closed_on)


def fund_lives(units: Collection[int], *, as_known: datetime | None = None) -> list[FundLife]:
    """Return the life of each fund of some units; one SELECT."""
    rows = among(MoneyAccount.objects.filter(side=FUND), "unit_id", units)
    known = rows if as_known is None else rows.filter(recorded_at__lte=as_known)
    found = known.values_list("unit_id", "sort", "opened_on", "closed_on")
    return [FundLife(*row) for row in found]


def closed_units_of(funds: Collection[MoneyAccount], *, on: date) -> dict[int, date]:
    """Return of the units of some funds those that have ended by a day, with that day."""
    shown = portraits({each.unit_id for each in funds}, on=on)
    return {pk: unit.closed_on for pk, unit in shown.items() if unit.closed_on}


def rule_of(unit: int, *, on: date) -> PaymentRule | None:
    """Return the rule of payments that holds at a unit on a day; None where nobody made one."""
    rows = PaymentRule.objects.filter(unit_id=unit, since__lte=on, superseded_at__isnull=True)
    return rows.order_by("-since").first()


def needs_two(units: Collection[int], *, on: date) -> set[int]:
    """Return those of some units at which a payment of a day needs two people; one SELECT."""
    rows = PaymentRule.objects.filter(since__lte=on, superseded_at__isnull=True)
    found = among(rows, "unit_id", units).order_by("since").values_list("unit_id", "needs_two")
    held = dict(found)
    return {unit for unit, two in held.items() if two}


def proposals_waiting(funds: Collection[int]) -> list[PaymentProposal]:
    """Return what was proposed to be paid and is not decided or not yet used, earliest first."""
    rows = among(PaymentProposal.objects.filter(transfer__isnull=True), "fund_id", funds)
    waiting = rows.filter(Q(is_agreed__isnull=True) | Q(is_agreed=True))
    return list(waiting.select_related("fund", "proposed_by", "decided_by").order_by("pk"))


def agreed_proposals(fund: int) -> list[PaymentProposal]:
    """Return what may be paid out of a fund: agreed to, and not used, earliest first."""
    return list(
        PaymentProposal.objects.filter(
            fund_id=fund, is_agreed=True, transfer__isnull=True
        ).order_by("pk")
    )


def proposal(uuid: UUID) -> PaymentProposal | None:
    """Return the proposal of an identity; None where there is none."""
    found = PaymentProposal.objects.filter(uuid=uuid).select_related("fund__unit")
    return found.first()
