"""The accounts of the demonstration: one of each sort, all with the same password, and a card."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.demonstration.operations.rehearsal import CODE as REHEARSED
from lantoa.people.models import Card, User
from lantoa.people.operations import open_account
from lantoa.posts.models import Post
from lantoa.posts.operations import give_post
from lantoa.units.models import Unit
from lantoa.units.queries import find_unit, portrait

PASSWORD = "lan-toa-dung-thu"  # noqa: S105 - printed for everyone, refused in production
Right = Post.Right


@dataclass(frozen=True)
class TrialAccount:
    """An account to try the system with, and the post that it holds."""

    username: str
    name: str
    unit: str
    right: Post.Right
    since: date
    can: str


ADMINISTRATOR = TrialAccount(
    "quan-tri", "Quản trị (dùng thử)", "VN", Right.ADMIN, date(2020, 8, 1), "quản trị toàn hệ thống"
)
APPROVER = TrialAccount(
    "nguoi-duyet", "Người duyệt (dùng thử)", "VN", Right.ADMIN, date(2020, 8, 1),
    "duyệt quyết định sắp xếp do quản trị soạn",
)  # fmt: skip
ACCOUNTS = (
    ADMINISTRATOR,
    APPROVER,
    TrialAccount(
        "van-thu-tinh",
        "Văn thư tỉnh An Giang (dùng thử)",
        "91@2025-07-01",
        Right.CLERK,
        date(2025, 7, 1),
        "văn thư Đảng bộ tỉnh An Giang",
    ),
    TrialAccount(
        "van-thu-xa",
        "Văn thư xã Thoại Sơn (dùng thử)",
        "30682@2025-07-01",
        Right.CLERK,
        date(2025, 7, 1),
        "văn thư Đảng bộ xã Thoại Sơn",
    ),
    TrialAccount(
        "nguoi-xem",
        "Người xem (dùng thử)",
        "91@2025-07-01",
        Right.VIEW,
        date(2025, 7, 1),
        "chỉ xem Đảng bộ tỉnh An Giang",
    ),
    TrialAccount(
        "quan-tri-xa-mau",
        "Quản trị xã mẫu (dùng thử)",
        "MAU",
        Right.ADMIN,
        date(2024, 11, 1),
        "quản trị xã mẫu (số liệu mẫu)",
    ),
    TrialAccount(
        "nguoi-duyet-xa-mau",
        "Người duyệt xã mẫu (dùng thử)",
        "MAU",
        Right.ADMIN,
        date(2024, 11, 1),
        "duyệt quyết định sắp xếp của xã mẫu (số liệu mẫu)",
    ),
    TrialAccount(
        "nguoi-soan-tap",
        "Người soạn, bản tập dượt (dùng thử)",
        REHEARSED,
        Right.ADMIN,
        date(2020, 8, 1),
        "soạn quyết định sắp xếp An Giang trên bản tập dượt (số liệu mẫu)",
    ),
    TrialAccount(
        "nguoi-duyet-tap",
        "Người duyệt, bản tập dượt (dùng thử)",
        REHEARSED,
        Right.ADMIN,
        date(2020, 8, 1),
        "duyệt quyết định ấy (số liệu mẫu)",
    ),
)


def administrator() -> User:
    """Return the account that builds the demonstration; the first time, open it."""
    return _opened(ADMINISTRATOR)


def keeper(username: str) -> User:
    """Return the account that builds and records one of the simulated parts."""
    return _opened(next(account for account in ACCOUNTS if account.username == username))


def approver() -> User:
    """Return the account that approves how An Giang was reorganised; the first time, open it."""
    return _opened(APPROVER)


@transaction.atomic
def give_posts(*, by: User) -> tuple[TrialAccount, ...]:
    """Open each account with its post, unless it is there."""
    for account in ACCOUNTS:
        appoint(account, by=by)
    return ACCOUNTS


def appoint(account: TrialAccount, *, by: User) -> None:
    """Open an account with its post, unless it has one."""
    user = _opened(account)
    if not user.posts.exists():
        give_post(
            user=user,
            unit=find_unit(account.unit),
            right=account.right,
            since=account.since,
            title=account.can,
            by=by,
            at=WRITTEN_AT,
        )


def printed_card(cell: Unit) -> Card | None:
    """Return the live card of a cell; None where somebody cancelled it."""
    live = Card.objects.filter(cancelled_at__isnull=True, user__posts__unit=cell)
    return live.select_related("user").order_by("pk").last()


def name_of(cell: Unit) -> str:
    """Return what a cell is called today."""
    return portrait(cell, on=WRITTEN_AT.date()).name


def _opened(account: TrialAccount) -> User:
    held = User.objects.filter(username=account.username).first()
    return held or open_account(
        username=account.username, name=account.name, password=PASSWORD, is_demonstration=True
    )
