"""What people do besides recording and reorganising: money, matters, guidance, names, factors."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from lantoa.guidance import operations as guidance
from lantoa.guidance.models import Drive, FrameworkDocument, Target
from lantoa.matters import operations as matters
from lantoa.matters.models import RaisedMatter
from lantoa.money import operations as money
from lantoa.money.models import MoneyAccount, Transfer
from lantoa.people.factor import add_passkey
from lantoa.people.models import Factor, Passkey
from lantoa.persons import operations as persons
from lantoa.persons.models import PersonName
from lantoa.posts.operations.accounts import note_account
from lantoa.records.commitments.models import Commitment
from lantoa.records.outreach.models import Outreach
from lantoa.records.practices.models import Practice
from lantoa.records.record.kinds import kind_of
from lantoa.records.record.models import DatedStep
from lantoa.records.record.operations import STEPS
from tests import build
from tests.matters.raised import move, raising
from tests.money import plain
from tests.people.codes import set_up


def open_fund(life: Any) -> None:
    plain.fund(life.unit(), name=f"Quỹ {life.number()}")


def fund(life: Any) -> MoneyAccount:
    found: MoneyAccount = life.one(MoneyAccount.objects.filter(side=MoneyAccount.Side.FUND))
    return found


def give(life: Any) -> None:
    plain.taken(fund(life), 1_000 * life.draw.randrange(1, 99), life.days()["last_day"])


def spend(life: Any) -> None:
    plain.paid(fund(life), 1_000 * life.draw.randrange(1, 40), life.days()["last_day"])


def reverse(life: Any) -> None:
    row = life.one(Transfer.objects.all())
    money.reverse(row, on=build.NOW.date(), reason="ghi nhầm", **life.said())


def propose(life: Any) -> None:
    told = {"amount": 5_000, "words": "Học bổng", "key": uuid4()}
    asked = money.propose(fund=fund(life), **told, **life.said())
    agreed = life.draw.choice([True, False])
    money.decide(asked, by=life.admin, at=build.NOW, is_agreed=agreed)


def raise_matter(life: Any) -> None:
    matters.raise_matter(raising=raising(life.unit()), **life.said())


def answer(life: Any) -> None:
    held = life.one(RaisedMatter.objects.filter(superseded_at__isnull=True))
    done = life.draw.choice([matters.answer, matters.close])
    done(held.uuid, move=move(held), **life.said())


def withdraw_matter(life: Any) -> None:
    held = life.one(RaisedMatter.objects.filter(superseded_at__isnull=True))
    matters.withdraw(held.uuid, reason="nêu nhầm", **life.said())


def record_others(life: Any) -> None:
    """Record what is told, pledged or carried on, with a step of it."""
    where = {"unit": life.unit(), "key": f"x{life.number()}"} | life.days()
    entry = life.draw.choice([
        Outreach(sort="news", title="Tin", times=life.draw.randrange(1, 9), **where),
        Commitment(sort="task", title=f"Việc {life.number()}", **where),
        Practice(title=f"Mô hình {life.number()}", **where),
    ])  # fmt: skip
    row = kind_of(type(entry)._meta.app_label).done.record(entry=entry, **life.said())
    if isinstance(row, Practice):
        step = where | {"record_kind": "practices", "record": row.uuid, "step": "recognised"}
        STEPS.record(entry=DatedStep(**step), **life.said())


def guide(life: Any) -> None:
    """Set a document, a drive or a target, and now and then withdraw it again."""
    told = {"by": life.admin, "at": build.NOW, "unit": life.root}
    days = life.days()
    entry: Any = life.draw.choice([
        FrameworkDocument(sort="Kế hoạch", issuer="Đảng ủy", title=f"Học tập {life.number()}"),
        Drive(name=f"Thi đua {life.number()}"),
        Target(words=f"Vững mạnh {life.number()}", **days),
    ])  # fmt: skip
    held = guidance.put_down(entry, **told)
    if life.draw.random() < 0.3:
        guidance.withdraw(held, reason="đặt nhầm", **told)


def name_somebody(life: Any) -> None:
    """Keep a name, look at it, and now and then erase it."""
    said = {"scope": "public", "given": "written", "used_for": "giver"}
    consent = life.days()["last_day"]
    held = PersonName(
        unit=life.unit(), name=f"Người góp {life.number()}", consent_on=consent, **said
    )
    persons.take([held], **life.said())
    persons.note_look(held, by=life.admin, at=build.NOW)
    if life.draw.random() < 0.5:
        persons.erase(held, by=life.admin, at=build.NOW, why="người này yêu cầu")


def take_factors(life: Any) -> None:
    """Give the administrator digits, codes and another passkey."""
    if not Factor.objects.filter(user=life.admin).exists():
        set_up(life.admin, at=build.NOW)
    named = {"name": f"Máy {life.number()}", "credential": uuid4().hex, "public_key": "nửa"}
    add_passkey(Passkey(user=life.admin, added_at=build.NOW, **named))
    note_account("people.add_passkey", life.admin, by=life.admin, at=build.NOW)


BESIDE: list[Callable[[Any], None]] = [
    open_fund, open_fund, give, give, spend, reverse, propose, raise_matter, answer,
    withdraw_matter, record_others, record_others, guide, name_somebody, take_factors,
]  # fmt: skip
