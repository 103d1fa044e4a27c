"""What funds hold on a day, and what came in and went out between two days.

Every figure is the sum of rows. Money that goes from one fund of a sum to another one of it is
neither in nor out; a reversal takes back on its own side what it reverses.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, Q, QuerySet, Sum, When

from lantoa.figures.period import Period
from lantoa.money.models import MoneyAccount, Transfer
from lantoa.units.queries.within import among


@dataclass(frozen=True)
class Turnover:
    """What some funds held before a period, what came in, what went out, what they hold after."""

    before: int = 0
    taken: int = 0
    paid: int = 0
    moved: int = 0
    """What went from one of the funds to another: in neither sum."""

    @property
    def after(self) -> int:
        """Return what is left: còn lại."""
        return self.before + self.taken - self.paid


@dataclass(frozen=True)
class Movement:
    """One transfer as a fund sees it: money in or out, and what is left behind it."""

    transfer: Transfer
    taken: int | None
    paid: int | None
    left: int

    @property
    def other(self) -> MoneyAccount:
        """Return the account on the other side."""
        return self.transfer.credit if self.taken is not None else self.transfer.debit


def _known(as_known: datetime | None) -> QuerySet[Transfer]:
    rows = Transfer.objects.order_by()
    return rows.filter(recorded_at__lte=as_known) if as_known else rows


def balances(
    funds: Collection[int], *, on: date, as_known: datetime | None = None
) -> dict[int, int]:
    """Return what each of some funds holds at the end of a day; two SELECTs."""
    rows = _known(as_known).filter(day__lte=on)
    held = dict.fromkeys(funds, 0)
    for column, sign in (("debit_id", 1), ("credit_id", -1)):
        found = among(rows, column, funds).values_list(column).annotate(amount=Sum("amount"))
        for each, amount in found:
            held[each] += sign * amount
    return held


def turnover(
    funds: Collection[int], period: Period, *, as_known: datetime | None = None
) -> Turnover:
    """Return what came in and went out of some funds taken together, without moves among them."""
    return _summed(_touching(funds, period, as_known), set(funds), period)


def turnovers(
    funds: Collection[int], period: Period, *, as_known: datetime | None = None
) -> dict[int, Turnover]:
    """Return what came in and went out of each of some funds by itself."""
    rows = _touching(funds, period, as_known)
    by_fund: dict[int, list[Flow]] = {each: [] for each in funds}
    for flow in rows:
        for end in {flow.debit, flow.credit} & by_fund.keys():
            by_fund[end].append(flow)
    return {each: _summed(flows, {each}, period) for each, flows in by_fund.items()}


@dataclass(frozen=True)
class Flow:
    """What went from one account to another, before a period or in it, as written or taken back."""

    debit: int
    credit: int
    is_before: bool
    is_reversal: bool
    amount: int


def _touching(funds: Collection[int], period: Period, as_known: datetime | None) -> list[Flow]:
    """Return the flows that touch any of some funds, added up by their ends; two SELECTs."""
    before = Case(When(day__lt=period.first, then=True), default=False)
    back = Case(When(reverses__isnull=True, then=False), default=True)
    rows = _known(as_known).filter(day__lte=period.last).annotate(before=before, back=back)
    found: set[tuple[int, int, bool, bool, int]] = set()
    for column in ("debit_id", "credit_id"):
        ends = among(rows, column, funds).values_list("debit_id", "credit_id", "before", "back")
        found |= set(ends.annotate(sum=Sum("amount")))
    return [Flow(*each[:2], bool(each[2]), bool(each[3]), each[4]) for each in found]


def _summed(flows: Iterable[Flow], funds: set[int], period: Period) -> Turnover:
    before = taken = paid = moved = 0
    for flow in flows:
        comes, goes = flow.debit in funds, flow.credit in funds
        if flow.is_before:
            before += flow.amount * (comes - goes)
        elif comes and goes:
            moved += -flow.amount if flow.is_reversal else flow.amount
        elif comes != flow.is_reversal:
            taken += flow.amount if comes else -flow.amount
        else:
            paid += flow.amount if goes else -flow.amount
    return Turnover(before, taken, paid, moved)


def movements(
    fund: MoneyAccount, period: Period, *, as_known: datetime | None = None
) -> list[Movement]:
    """Return each transfer of a fund in a period with what is left behind it, earliest first."""
    rows = _known(as_known).filter(
        Q(debit=fund) | Q(credit=fund), day__gte=period.first, day__lte=period.last
    )
    held = turnover([fund.pk], period, as_known=as_known).before
    found = []
    related = ("debit__unit", "credit__unit", "recorded_by", "reverses", "reversal")
    for each in rows.select_related(*related).order_by("day", "pk"):
        comes = each.debit_id == fund.pk
        held += each.amount if comes else -each.amount
        taken, paid = (each.amount, None) if comes else (None, each.amount)
        found.append(Movement(each, taken, paid, held))
    return found


def transfer_of(uuid: UUID) -> Transfer | None:
    """Return the transfer of an identity; None where there is none."""
    related = ("debit__unit", "credit__unit", "reversal")
    return Transfer.objects.filter(uuid=uuid).select_related(*related).first()


def transfers_of(record: UUID) -> list[Transfer]:
    """Return the transfers written with a record that still stand, earliest first."""
    rows = Transfer.objects.filter(record=record, reverses__isnull=True, reversal__isnull=True)
    return list(rows.select_related("debit__unit", "credit__unit").order_by("pk"))
