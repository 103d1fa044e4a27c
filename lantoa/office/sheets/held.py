"""What is held of one person, put together for the page and for the file that is handed out."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localtime

from lantoa.figures.period import Period, write_day
from lantoa.figures.writing import write_number
from lantoa.office.sheets.person import NamedIn, PersonSheet
from lantoa.people.models import User
from lantoa.people.queries import signed_in
from lantoa.persons.models import NameLook, PersonName
from lantoa.persons.queries import FOR_ACCOUNTS, erasure_of, looks_at
from lantoa.posts.queries.holding import posts_of_account, work_of
from lantoa.records.record.standing import NameStanding, standings
from lantoa.trail.queries import lines_by
from lantoa.units.queries import portrait, portraits

Facts = list[tuple[str, str]]


def _moment(at: datetime) -> str:
    return f"{localtime(at):%H:%M %d/%m/%Y}"


def facts_of_name(name: PersonName) -> Facts:
    """Return what is held of a name: the purpose, the consent, and what became of both."""
    facts = [
        ("Họ tên", name.inside),
        ("Giữ để làm gì", str(name.get_used_for_display())),
        ("Đồng ý cho nêu tên", str(name.get_scope_display())),
        ("Ngày đồng ý", write_day(name.consent_on)),
        ("Đồng ý bằng cách nào", str(name.get_given_display())),
        ("Ghi vào hệ thống lúc", _moment(name.taken_at)),
    ]
    if name.withdrawn_on:
        facts.append(("Rút đồng ý ngày", write_day(name.withdrawn_on)))
    if name.erased_at:
        facts.append(("Xóa tên lúc", f"{_moment(name.erased_at)}. Lý do: {name.erased_why}"))
    return facts


def facts_of_account(account: User) -> Facts:
    """Return what is held of the holder of an account."""
    posts = posts_of_account(account)
    facts = [
        ("Họ tên", account.name),
        ("Tên đăng nhập", account.username),
        ("Giữ để làm gì", FOR_ACCOUNTS),
        ("Tình trạng", "đang dùng" if account.is_active else "đã tắt"),
        ("Số dòng nhật ký đã ghi việc", write_number(lines_by(account))),
    ]
    if posts:
        since = min(post.recorded_at for post in posts)
        facts.insert(2, ("Giữ từ lúc", _moment(since)))
    if erased := erasure_of(account):
        facts.append(("Xóa tên lúc", f"{_moment(erased.erased_at)}. Lý do: {erased.erased_why}"))
    return facts


def sheet_of_name(name: PersonName, *, at: datetime) -> PersonSheet:
    """Return all that is held of the person behind one name, and nothing of others."""
    return PersonSheet(
        unit=portrait(name.unit, on=localtime(at).date()).full_name,
        at=at,
        facts=[*facts_of_name(name), ("Ghi tên", work_of(name.taken_by, on=_day(name.taken_at)))],
        records=[_named_in(each) for each in standings(name)],
        looks=_looks(looks_at(name)),
    )


def _named_in(standing: NameStanding) -> NamedIn:
    """Return a record without the names of others that it holds."""
    row, kind = standing.record, standing.kind
    others = {str(each.verbose_name) for each in standing.names} - {standing.label}
    groups = kind.pages.groups(row)
    facts = [(each.term, each.text) for group in groups for each in group.facts]
    when = ("Thời gian", str(Period(row.first_day, row.last_day)))
    state = ("Bản ghi", "còn hiệu lực" if standing.is_believed else "đã thay hoặc đã hủy")
    told = [each for each in facts if each[0] not in others]
    return NamedIn(f"{standing.label}: {kind.pages.one}", [when, *told, state])


def sheet_of_account(account: User, *, unit: str, at: datetime) -> PersonSheet:
    """Return all that is held of the holder of an account, and nothing of others."""
    posts = posts_of_account(account)
    shown = portraits({post.unit_id for post in posts}, on=localtime(at).date())
    held = [
        NamedIn(
            f"Nhiệm vụ: {post}",
            [
                ("Đơn vị", shown[post.unit_id].full_name),
                ("Quyền", str(post.get_right_display())),
                ("Thời gian", _since(post.since, post.until)),
            ],
        )
        for post in posts
    ]
    entered = [
        NamedIn(
            f"Đăng nhập lúc {_moment(each.at)}",
            [("Địa chỉ mạng", each.address), ("Trình duyệt", each.browser)],
        )
        for each in signed_in(account)
    ]
    facts = facts_of_account(account)
    return PersonSheet(unit, at, facts, [*held, *entered], _looks(looks_at(account)))


def _since(since: date, until: date) -> str:
    end = "không hạn" if until == date.max else f"đến trước ngày {write_day(until)}"
    return f"từ ngày {write_day(since)}, {end}"


def _looks(looks: Sequence[NameLook]) -> Facts:
    return [
        (_moment(each.at), f"{work_of(each.by, on=_day(each.at))}: {each.get_what_display()}")
        for each in looks
    ]


def _day(at: datetime) -> date:
    return localtime(at).date()
