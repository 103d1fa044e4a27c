"""What the database refuses of money: rows deleted or changed, and rows that do not balance."""

from django.db.models import Model

from lantoa.money.models import MoneyAccount, PaymentProposal, PaymentRule
from lantoa.trail.guards import Guard, closed_for_good, never_deleted, unchanged

ACCOUNT, TRANSFER = "money_moneyaccount", "money_transfer"
RULE, PROPOSAL = "money_paymentrule", "money_paymentproposal"


def _columns(model: type[Model], *, but: set[str]) -> list[str]:
    return [str(each.column) for each in model._meta.concrete_fields if each.name not in but]


def _side(column: str, side: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {ACCOUNT} held WHERE held.id = NEW.{column} "  # noqa: S608 - our own
        f"AND held.side = '{side}')"
    )


NO_MIRROR = (
    f"NEW.reverses_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {TRANSFER} held "  # noqa: S608 - our own
    "WHERE held.id = NEW.reverses_id AND held.reverses_id IS NULL "
    "AND held.debit_id = NEW.credit_id AND held.credit_id = NEW.debit_id "
    "AND held.amount = NEW.amount AND held.day <= NEW.day AND held.work = NEW.work "
    "AND held.source = NEW.source)"
)
WRONG_WAY = (
    f"NEW.reverses_id IS NULL AND ({_side('debit_id', 'givers')} OR {_side('credit_id', 'served')})"
)
NOT_HELD = (
    f"EXISTS (SELECT 1 FROM {ACCOUNT} held WHERE held.id IN (NEW.debit_id, NEW.credit_id) "  # noqa: S608 - our own
    "AND held.side = 'fund' AND (held.opened_on > NEW.day OR held.closed_on <= NEW.day))"
)
ROUGHLY = f"NOT NEW.is_exact AND ({_side('debit_id', 'fund')} OR {_side('credit_id', 'fund')})"
FOR_A_WORK = (
    f"NEW.work <> '' AND NOT (({_side('credit_id', 'givers')} AND NEW.reverses_id IS NULL) OR "
    f"({_side('debit_id', 'givers')} AND NEW.reverses_id IS NOT NULL))"
)


def _refusing(name: str, message: str, condition: str) -> Guard:
    return Guard(f"{TRANSFER}_{name}", TRANSFER, "INSERT", message, condition)


TRANSFERS = [
    never_deleted(TRANSFER),
    Guard(f"{TRANSFER}_written_once", TRANSFER, "UPDATE", "Khoản chuyển không được sửa."),
    _refusing("mirrors", "Khoản đảo phải ngược đúng khoản mà nó đảo.", NO_MIRROR),
    _refusing("goes_its_way", "Tiền không đi từ bên thụ hưởng, về bên đóng góp.", WRONG_WAY),
    _refusing("while_held", "Quỹ chưa lập hoặc đã thôi dùng trong ngày này.", NOT_HELD),
    _refusing("exact_in_funds", "Số gần đúng không vào số dư của quỹ.", ROUGHLY),
    _refusing("work_of_gifts", "Chỉ khoản đóng góp nói được cho công trình nào.", FOR_A_WORK),
]
USED = {"decided_by", "decided_at", "is_agreed", "transfer", "id"}
GUARDS = [
    *TRANSFERS,
    never_deleted(ACCOUNT),
    unchanged(ACCOUNT, _columns(MoneyAccount, but={"closed_on", "id"})),
    Guard(
        f"{ACCOUNT}_closed_once",
        ACCOUNT,
        "UPDATE",
        "Quỹ đã thôi dùng thì không đổi nữa.",
        "OLD.closed_on IS NOT NULL",
    ),
    Guard(
        f"{ACCOUNT}_closed_behind_all",
        ACCOUNT,
        "UPDATE",
        "Quỹ còn khoản chuyển từ ngày thôi dùng trở đi.",
        f"NEW.closed_on IS NOT NULL AND EXISTS (SELECT 1 FROM {TRANSFER} held "  # noqa: S608 - our own
        "WHERE (held.debit_id = NEW.id OR held.credit_id = NEW.id) AND held.day >= NEW.closed_on)",
    ),
    never_deleted(RULE),
    closed_for_good(RULE),
    unchanged(RULE, _columns(PaymentRule, but={"superseded_at", "id"})),
    never_deleted(PROPOSAL),
    unchanged(PROPOSAL, _columns(PaymentProposal, but=USED)),
    Guard(
        f"{PROPOSAL}_decided_once",
        PROPOSAL,
        "UPDATE",
        "Đề nghị chi đã quyết thì không đổi nữa.",
        "OLD.decided_at IS NOT NULL AND (OLD.decided_by_id IS DISTINCT FROM NEW.decided_by_id "
        "OR OLD.decided_at IS DISTINCT FROM NEW.decided_at "
        "OR OLD.is_agreed IS DISTINCT FROM NEW.is_agreed)",
    ),
    Guard(
        f"{PROPOSAL}_used_once",
        PROPOSAL,
        "UPDATE",
        "Đề nghị chi đã dùng rồi.",
        "OLD.transfer_id IS NOT NULL AND OLD.transfer_id IS DISTINCT FROM NEW.transfer_id",
    ),
]
