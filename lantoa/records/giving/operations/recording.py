"""Recording giving: what names a fund or a work is written as a transfer too."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.money.models import MoneyAccount, Transfer
from lantoa.money.operations import Entered, outer, reverse_many, transfer_many
from lantoa.money.queries import transfers_of
from lantoa.people.models import User
from lantoa.records.giving.models import Giving
from lantoa.records.giving.operations.checking import (
    foreign_problems,
    fund_problems,
    named_problems,
)
from lantoa.records.giving.operations.groups import adopt_known
from lantoa.records.record.entry import Problem, Refused
from lantoa.records.record.operations import Done, Likeness

Side, Source = MoneyAccount.Side, Transfer.Source
BOXES = {"amount": "money", "day": "last_day", "debit": "fund", "words": "title"}
"""Beside which box of a record a refused transfer is said."""


@dataclass(frozen=True, kw_only=True)
class GivingDone(Done[Giving]):
    """Recording, correcting and withdrawing giving, and in the same step its transfers."""

    def _insert(
        self, entries: Sequence[Giving], *, by: User, at: datetime
    ) -> tuple[list[Giving], list[Giving]]:
        rows, new = super()._insert(entries, by=by, at=at)
        write_transfers(new, by=by, at=at)
        return rows, new

    @transaction.atomic
    def correct(
        self,
        record: Giving,
        *,
        entry: Giving,
        by: User,
        at: datetime,
        reason: str,
        still: Collection[str] = (),
    ) -> Giving:
        """Correct a record; where its money changes, its transfer is reversed and another made."""
        row = super().correct(record, entry=entry, by=by, at=at, reason=reason, still=still)
        if _money_of(row) != _money_of(record):
            take_back(record, by=by, at=at, reason=reason)
            write_transfers([row], by=by, at=at)
        return row

    @transaction.atomic
    def withdraw(self, record: Giving, *, by: User, at: datetime, reason: str) -> None:
        """Withdraw a record, and reverse its transfer."""
        super().withdraw(record, by=by, at=at, reason=reason)
        take_back(record, by=by, at=at, reason=reason)

    @transaction.atomic
    def bring_back(
        self, record: Giving, *, by: User, at: datetime, reason: str, still: Collection[str] = ()
    ) -> Giving:
        """Bring back a withdrawn record, and write its transfer again."""
        row = super().bring_back(record, by=by, at=at, reason=reason, still=still)
        if not transfers_of(row.uuid):
            write_transfers([row], by=by, at=at)
        return row


def _money_of(row: Giving) -> tuple[Any, ...]:
    of_work = _source(row) if row.work else ""
    return (row.money, row.money_approximation, row.fund_id, row.work, row.last_day, of_work)


def _moves(row: Giving) -> bool:
    return bool(row.money) and bool(row.fund or row.work)


def _source(row: Giving) -> str:
    """Return from whom a gift came, as works tell it: one source, or not split."""
    sources = {each.source for each in row.groups.all()}
    return sources.pop() if len(sources) == 1 else Source.UNSPLIT


def write_transfers(rows: Sequence[Giving], *, by: User, at: datetime) -> None:
    """Write the transfer of each record that has one; raises Refused beside its boxes."""
    moving = [row for row in rows if _moves(row)]
    if not moving:
        return
    units = list({row.unit.pk: row.unit for row in moving}.values())
    givers = outer(units, Side.GIVERS, by=by, at=at)
    served = outer(units, Side.SERVED, by=by, at=at)
    entries = [_entered(row, givers[row.unit.pk], served[row.unit.pk]) for row in moving]
    try:
        transfer_many(by=by, at=at, entries=entries)
    except ValidationError as refusal:
        raise Refused(list(_problems(refusal))) from None


def _problems(refusal: ValidationError) -> Sequence[Problem]:
    if not hasattr(refusal, "error_dict"):
        return [Problem(0, "", " ".join(refusal.messages))]
    told = refusal.message_dict
    return [Problem(0, BOXES.get(name, ""), " ".join(told[name])) for name in told]


def _entered(row: Giving, givers: MoneyAccount, served: MoneyAccount) -> Entered:
    is_gift = row.sort == Giving.Sort.RECEIPT
    debit, credit = (row.fund or served, givers) if is_gift else (served, row.fund)
    if credit is None:
        raise ValueError("Aid without a fund moves no money.")
    return Entered(
        key=f"{row.uuid}.{row.pk}",
        debit=debit,
        credit=credit,
        amount=row.money or 0,
        is_exact=row.money_approximation == "exact",
        day=row.last_day,
        words=row.title,
        source=_source(row) if is_gift else "",
        work=row.work,
        record_kind="giving",
        record=row.uuid,
    )


def take_back(row: Giving, *, by: User, at: datetime, reason: str) -> None:
    """Reverse the transfers of a record, each on its own day: it was never so."""
    if held := transfers_of(row.uuid):
        reverse_many(held, by=by, at=at, reason=reason)


DONE = GivingDone(
    model=Giving,
    deed="giving",
    checks=[foreign_problems, fund_problems, named_problems],
    adopt=adopt_known,
    alike=Likeness(besides=("title", "organisation", "goods_words")),
)
