"""Writing transfers, and reversing them: nothing is ever changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong
from lantoa.money.access import refuse_strangers
from lantoa.money.models import MoneyAccount, PaymentProposal, Transfer
from lantoa.money.operations.accounts import text_of
from lantoa.money.queries import needs_two
from lantoa.people.models import User
from lantoa.posts.access import Purpose
from lantoa.trail.operations import note
from lantoa.units.queries import portraits
from lantoa.units.queries.within import among

LARGEST_AMOUNT = 10**15
BATCH = 2000
Side = MoneyAccount.Side


@dataclass(frozen=True, kw_only=True)
class Entered:
    """A transfer as it is asked to be written: see `Transfer` for what each word means."""

    key: str
    debit: MoneyAccount
    credit: MoneyAccount
    amount: int
    day: date
    words: str
    is_exact: bool = True
    source: str = ""
    work: str = ""
    record_kind: str = ""
    record: UUID | None = None

    @property
    def funds(self) -> list[MoneyAccount]:
        """Return the funds that it touches."""
        return [each for each in (self.debit, self.credit) if each.side == Side.FUND]

    @property
    def is_payment(self) -> bool:
        """Tell whether it takes money out of a fund."""
        return self.credit.side == Side.FUND


def transfer(*, by: User, at: datetime, entry: Entered) -> Transfer:
    """Write one transfer; the same key with the same content again is the same transfer."""
    return transfer_many(by=by, at=at, entries=[entry])[0]


@transaction.atomic
def transfer_many(*, by: User, at: datetime, entries: Sequence[Entered]) -> list[Transfer]:
    """Write transfers, all or none.

    Raises PermissionDenied for who may not record at the units of the accounts, and ValidationError
    for amounts that are none, days to come or on which a fund or its unit was not in use, numbers
    that are not exact in a fund, a key used for other content, and a payment that nobody else has
    agreed to where the unit asks for two people.
    """
    today = localtime(at).date()
    units = {each.unit_id for entry in entries for each in (entry.debit, entry.credit)}
    refuse_strangers(by, at=units, on=today, work=Purpose.RECORD)
    held = _held({entry.key for entry in entries})
    fresh = {entry.key: entry for entry in entries if entry.key not in held}
    for entry in entries:
        _refuse_other(entry, held.get(entry.key))
    _refuse_wrong(fresh.values(), today=today)
    agreed = _agreed(fresh.values())
    rows = [_row(entry, by=by, at=at) for entry in fresh.values()]
    made = Transfer.objects.bulk_create(rows, batch_size=BATCH)
    _use(agreed, made)
    _note(made, "money.transfer", by=by, at=at)
    found = held | {each.key: each for each in made}
    return [found[entry.key] for entry in entries]


def _row(entry: Entered, *, by: User, at: datetime) -> Transfer:
    return Transfer(
        key=entry.key,
        debit=entry.debit,
        credit=entry.credit,
        amount=entry.amount,
        is_exact=entry.is_exact,
        day=entry.day,
        words=text_of("words", entry.words, missing="Hãy ghi nội dung."),
        source=entry.source,
        work=entry.work,
        record_kind=entry.record_kind,
        record=entry.record,
        recorded_by=by,
        recorded_at=at,
    )


def _held(keys: Collection[str]) -> dict[str, Transfer]:
    return {each.key: each for each in among(Transfer.objects.all(), "key", keys)}


def _refuse_other(entry: Entered, held: Transfer | None) -> None:
    if held is None:
        return
    same = (held.debit_id, held.credit_id, held.amount, held.day)
    if same != (entry.debit.pk, entry.credit.pk, entry.amount, entry.day):
        raise ValidationError("Khoản này đã ghi với nội dung khác. Muốn sửa, hãy đảo khoản cũ.")


def _refuse_wrong(entries: Iterable[Entered], *, today: date) -> None:
    asked = list(entries)
    units = portraits({each.unit_id for entry in asked for each in entry.funds}, on=today)
    for entry in asked:
        if not 0 < entry.amount <= LARGEST_AMOUNT:
            raise ValidationError({"amount": "Số tiền phải lớn hơn 0, và không quá một triệu tỷ."})
        if entry.day > today:
            raise ValidationError({"day": "Ngày còn ở phía trước. Chỉ ghi khoản đã thu, đã chi."})
        if entry.debit.pk == entry.credit.pk:
            raise ValidationError({"debit": "Nơi nhận phải khác nơi giao."})
        if entry.funds and not entry.is_exact:
            raise ValidationError({"amount": "Số gần đúng không vào quỹ. Ghi đúng số đã thu, chi."})
        for fund in entry.funds:
            _refuse_day(fund, entry.day, ended=units[fund.unit_id].closed_on)


def _refuse_day(fund: MoneyAccount, day: date, *, ended: date | None) -> None:
    """Refuse a day on which a fund was not in use; on the day its unit ends it is handed over."""
    if day < fund.opened_on:
        said = f"{fund.name} lập ngày {write_day(fund.opened_on)}; ngày này sớm hơn."
        raise ValidationError({"day": said})
    if fund.closed_on and day >= fund.closed_on:
        said = f"{fund.name} đã thôi dùng từ ngày {write_day(fund.closed_on)}."
        raise ValidationError({"day": said})
    if ended and day > ended:
        said = f"Đơn vị có {fund.name} đã kết thúc ngày {write_day(ended)}; ngày này muộn hơn."
        raise ValidationError({"day": said})


def _agreed(entries: Iterable[Entered]) -> dict[str, PaymentProposal]:
    """Return what was agreed to, for each payment that needs it, by the key of the transfer."""
    paid = [entry for entry in entries if entry.is_payment]
    asking: dict[date, set[int]] = {}
    for day in {entry.day for entry in paid}:
        asking[day] = needs_two({each.credit.unit_id for each in paid if each.day == day}, on=day)
    found: dict[str, PaymentProposal] = {}
    for entry in paid:
        if entry.credit.unit_id in asking[entry.day]:
            found[entry.key] = _proposal(entry, taken={each.pk for each in found.values()})
    return found


def _proposal(entry: Entered, *, taken: set[int]) -> PaymentProposal:
    agreed = PaymentProposal.objects.select_for_update().filter(
        fund=entry.credit, amount=entry.amount, is_agreed=True, transfer__isnull=True
    )
    found = agreed.exclude(pk__in=taken).order_by("pk").first()
    if found is None:
        raise ValidationError(
            {
                "amount": "Đơn vị này chi quỹ cần hai người: lập đề nghị chi "
                f"{write_dong(entry.amount)} trên trang của {entry.credit.name}, nhờ người thứ hai "
                "duyệt, rồi ghi khoản chi."
            }
        )
    return found


def _use(agreed: dict[str, PaymentProposal], made: Iterable[Transfer]) -> None:
    for row in made:
        if row.key in agreed:
            agreed[row.key].transfer = row
            agreed[row.key].save(update_fields=["transfer"])


def _note(rows: Sequence[Transfer], deed: str, *, by: User, at: datetime, reason: str = "") -> None:
    """Write one line a home, which seals the transfers and all that was made for them."""
    homes: dict[UUID, list[Transfer]] = {}
    for row in rows:
        homes.setdefault(row.credit.unit.home, []).append(row)
    for home, batch in homes.items():
        sums = {"transfers": [[each.key, each.amount] for each in batch]}
        after = sums | ({"reason": reason} if reason else {})
        note(by=by, at=at, home=home, deed=deed, about=[e.uuid for e in batch], after=after)


def reverse(row: Transfer, *, by: User, at: datetime, on: date, reason: str) -> Transfer:
    """Reverse a transfer on a day, once; a second time is refused.

    Raises PermissionDenied as writing one does, and ValidationError without a reason, for a day
    before the transfer or to come, and for what is a reversal itself or was reversed.
    """
    return reverse_many([row], by=by, at=at, on=on, reason=reason)[0]


@transaction.atomic
def reverse_many(
    rows: Sequence[Transfer], *, by: User, at: datetime, on: date | None = None, reason: str
) -> list[Transfer]:
    """Reverse several transfers, all or none: on a day, or each on its own day."""
    today = localtime(at).date()
    units = {each.unit_id for row in rows for each in (row.debit, row.credit)}
    refuse_strangers(by, at=units, on=today, work=Purpose.RECORD)
    told = text_of("reason", reason, missing="Hãy ghi lý do đảo.")
    reversed_before = set(
        among(Transfer.objects.all(), "reverses_id", {each.pk for each in rows}).values_list(
            "reverses_id", flat=True
        )
    )
    made = []
    for row in rows:
        if row.reverses_id or row.pk in reversed_before:
            raise ValidationError("Khoản này đã đảo, hoặc chính nó là khoản đảo.")
        made.append(_mirror(row, on=_day(row, on or row.day, today=today), by=by, at=at, why=told))
    written = Transfer.objects.bulk_create(made, batch_size=BATCH)
    _note(written, "money.reverse", by=by, at=at, reason=told)
    return written


def _day(row: Transfer, on: date, *, today: date) -> date:
    if on < row.day or on > today:
        said = f"Ngày đảo phải từ {write_day(row.day)} đến hôm nay {write_day(today)}."
        raise ValidationError({"day": said})
    return on


def _mirror(row: Transfer, *, on: date, by: User, at: datetime, why: str) -> Transfer:
    return Transfer(
        key=f"dao.{row.uuid}",
        debit=row.credit,
        credit=row.debit,
        amount=row.amount,
        is_exact=row.is_exact,
        day=on,
        words=f"Đảo: {why}"[:300],
        source=row.source,
        work=row.work,
        record_kind=row.record_kind,
        record=row.record,
        reverses=row,
        recorded_by=by,
        recorded_at=at,
    )


def move(*, by: User, at: datetime, entry: Entered) -> Transfer:
    """Move money from one fund to another; it is neither in nor out of a sum above both."""
    if not entry.funds == [entry.debit, entry.credit]:
        raise ValidationError({"debit": "Chỉ chuyển giữa hai quỹ."})
    return transfer(by=by, at=at, entry=entry)


def hand_over(
    *, by: User, at: datetime, fund: MoneyAccount, to: MoneyAccount, on: date, amount: int
) -> Transfer:
    """Hand what a fund holds to the fund of whoever takes over, on the day its unit ends."""
    entry = Entered(
        key=f"ban-giao.{fund.uuid}",
        debit=to,
        credit=fund,
        amount=amount,
        day=on,
        words=f"Bàn giao số dư khi {fund.name} kết thúc"[:300],
    )
    return move(by=by, at=at, entry=entry)
