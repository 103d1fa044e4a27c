"""Loading the country whole into an empty database, and replaying 1 July 2025."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.demonstration.operations.accounts import PASSWORD
from lantoa.demonstration.operations.country.activity import record_activity
from lantoa.demonstration.operations.country.areas import Country
from lantoa.demonstration.operations.country.ground import FOUNDED, lay_ground
from lantoa.demonstration.operations.country.replay import approve_acts, draft_acts
from lantoa.demonstration.operations.made_up import DAY
from lantoa.demonstration.operations.moments import WRITTEN_AT
from lantoa.demonstration.operations.refusals import refuse_production, refuse_units_of_others
from lantoa.figures.writing import write_number
from lantoa.people.models import User
from lantoa.people.operations import open_account
from lantoa.posts.models import Post
from lantoa.posts.operations import give_post
from lantoa.units.models import Kind, Unit
from lantoa.units.queries import chart_on, kinds_on
from lantoa.units.queries.places import roots

AUTHOR, APPROVER = "nguoi-soan", "nguoi-duyet"
NAMES = {AUTHOR: "Người soạn (dùng thử)", APPROVER: "Người duyệt (dùng thử)"}
AREA_KINDS = (Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)
Say = Callable[[str], object]


def load_country(country: Country, *, cells: int, months: int, say: Say) -> Unit:
    """Build the country of 30 June 2025 and replay the day after; return its root.

    Raises ValidationError on an installation that runs for real, or a database with any unit in it.
    """
    refuse_full()
    with transaction.atomic():
        author, approver = open_accounts()
        ground = lay_ground(country, cells=cells, by=author)
        give_posts([author, approver], ground.root)
        say(f"  {write_number(len(ground))} đơn vị (số liệu mẫu), {counted(ground.root)}")
        if months:
            recorded = record_activity(ground, months=months, by=author)
            say(f"  {write_number(recorded)} buổi sinh hoạt, học tập (số liệu mẫu).")
        acts = draft_acts(ground.root, country, by=author)
        approve_acts(acts, by=approver)
        say(f"  {len(acts)} quyết định sắp xếp đã duyệt, {counted(ground.root, on=DAY)}")
    return ground.root


def refuse_full() -> None:
    """Raise ValidationError wherever the country must not be loaded."""
    refuse_production()
    refuse_units_of_others()
    if roots():
        raise ValidationError(
            "Cơ sở dữ liệu này đã có đơn vị (kể cả đơn vị mẫu), mã sẽ trùng nhau. "
            "Hãy dùng thư mục khác: LANTOA_VAR=thu-muc-moi."
        )


def open_accounts() -> tuple[User, User]:
    """Open the account that writes the acts, and another that approves them."""
    author, approver = (
        open_account(username=username, name=name, password=PASSWORD, is_demonstration=True)
        for username, name in NAMES.items()
    )
    return author, approver


def give_posts(users: list[User], root: Unit) -> None:
    """Let both accounts see the whole country, and record in it."""
    for user in users:
        give_post(
            user=user,
            unit=root,
            right=Post.Right.ADMIN,
            since=FOUNDED,
            title=user.name,
            by=users[0],
            at=WRITTEN_AT,
        )


def open_areas(root: Unit, *, on: date) -> Counter[Kind]:
    """Return how many provinces, districts and communes are at work under the root on a day."""
    chart = chart_on(on, under=root.pk)
    kinds = kinds_on(chart.tree.parents, on=on)
    return Counter(kind for unit, kind in kinds.items() if chart.is_open(unit))


def counted(root: Unit, *, on: date = DAY - timedelta(days=1)) -> str:
    """Write how many areas there are on a day."""
    found = open_areas(root, on=on)
    province, district, commune = (write_number(found[kind]) for kind in AREA_KINDS)
    day = f"ngày {on.day}/{on.month}/{on.year}"
    return f"{day}: {province} tỉnh, {district} huyện, {commune} xã."
