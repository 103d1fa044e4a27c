"""What is wrong with an entry of works, or odd about it, that no single column sees."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.timezone import localtime

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_dong, write_number
from lantoa.money.queries import works_given_for
from lantoa.reading.typed import Mistyped, read_dong
from lantoa.records.record.columns import Count, SomeDay, columns_of, names
from lantoa.records.record.entry import Problem
from lantoa.records.record.models import Approximation
from lantoa.records.record.operations.checking import day_problems
from lantoa.records.works.models import GRANTED, MONEY, SERVED, Work
from lantoa.records.works.queries import bearers_among, borne_elsewhere

HOUSEHOLDS = [each for each in names(Work, SERVED, Count) if each.endswith("households")]


def house_problems(entries: Sequence[Work]) -> Iterable[Problem]:
    """Yield houses of which nobody said for whom they are built."""
    for place, entry in enumerate(entries):
        if entry.sort == Work.Sort.HOUSE and not entry.house:
            yield Problem(
                place, "house", "Hãy chọn loại nhà: tình nghĩa, đại đoàn kết hay tình thương."
            )


def household_gaps(entries: Sequence[Work]) -> Iterable[Problem]:
    """Ask about more houses than households that got one."""
    for place, entry in enumerate(entries):
        known = [number for name in HOUSEHOLDS if (number := getattr(entry, name)) is not None]
        if entry.sort == Work.Sort.HOUSE and known and (entry.quantity or 0) > sum(known):
            yield Problem(
                place,
                "quantity",
                f"Ghi {write_number(entry.quantity)} căn nhà, mà chỉ có {write_number(sum(known))} "
                "hộ được hưởng.",
            )


def money_gaps(entries: Sequence[Work]) -> Iterable[Problem]:
    """Ask about sources of money that do not come to the sum which the source of it all names."""
    for place, entry in enumerate(entries):
        stated = _stated(entry.money_words)
        if entry.money is None or stated is None or entry.money == stated:
            continue
        if entry.money_approximation == Approximation.EXACT:
            yield Problem(
                place,
                "money_words",
                f"Nguồn ghi {entry.money_words} ({write_dong(stated)}), cộng các nguồn được "
                f"{write_dong(entry.money)}.",
            )


def gift_problems(entries: Sequence[Work]) -> Iterable[Problem]:
    """Yield works that tell their money, here or elsewhere, although gifts were given for them."""
    given = works_given_for({each.key for each in entries if not each.takes_gifts})
    for place, entry in enumerate(entries):
        if not entry.takes_gifts and entry.key in given:
            told = (each for each in MONEY if getattr(entry, each) is not None)
            yield Problem(
                place,
                next(told, "cost_at"),
                f"Đã có {write_dong(given[entry.key])} góp cho công trình này, tính là kinh phí. "
                "Để trống các ô kinh phí, hoặc bỏ công trình ở việc tiếp nhận.",
            )


def _stated(words: str) -> int | None:
    """Return the sum that some words name and nothing else; None where they name none."""
    try:
        return read_dong(words) if words else None
    except Mistyped:
        return None


GRANTED_TO = {Work.Sort.HOUSE, Work.Sort.LOT}
"""The sorts that a hamlet selects for, and that are granted by a decision."""
DAYS = {each.name: str(each.verbose_name) for each in columns_of(Work) if isinstance(each, SomeDay)}
NO_SUCH_WORK = "Không có công trình này, hoặc công trình đã hủy ghi. Hãy chọn lại."
OWN_COST = "Kinh phí đã tính chung ở công trình khác thì để trống ô này, để không cộng hai lần."
NO_CHAIN = "Công trình ấy lại tính chung ở công trình khác. Hãy chọn công trình ghi số tiền."
BEARS_FOR_OTHERS = "Công trình khác đang tính chung kinh phí ở đây, nên ở đây phải ghi số tiền."


def work_days(entries: Sequence[Work], *, at: datetime) -> Iterable[Problem]:
    """Yield what is wrong with the days: of the record, and those that are still to come."""
    yield from day_problems(entries, at=at)
    today = localtime(at).date()
    for place, entry in enumerate(entries):
        for name in DAYS:
            day = getattr(entry, name)
            if day is not None and day > today:
                words = f"Ngày {write_day(day)} còn ở phía trước. Chỉ ghi việc đã diễn ra."
                yield Problem(place, name, words)


def granted_problems(entries: Sequence[Work]) -> Iterable[Problem]:
    """Yield papers of houses and lots that stand at other sorts of works."""
    for place, entry in enumerate(entries):
        if entry.sort not in GRANTED_TO:
            for name in names(Work, GRANTED):
                if getattr(entry, name):
                    yield Problem(place, name, "Chỉ ghi ô này cho nhà ở, nền nhà.")


def joint_problems(entries: Sequence[Work]) -> Iterable[Problem]:
    """Yield sums told twice, and works said to share the cost of what does not bear any."""
    asked = {each.cost_at for each in entries if each.cost_at}
    held = bearers_among(asked) | {each.key: each for each in entries}
    shared = borne_elsewhere({each.key for each in entries if each.cost_at})
    shared |= asked
    for place, entry in enumerate(entries):
        if entry.cost_at:
            yield from _joint(place, entry, held.get(entry.cost_at), is_shared=entry.key in shared)


def _joint(place: int, entry: Work, bearer: Work | None, *, is_shared: bool) -> Iterable[Problem]:
    if own := next((each for each in MONEY if getattr(entry, each) is not None), None):
        yield Problem(place, own, OWN_COST)
    if bearer is None or bearer.unit.pk != entry.unit.pk or entry.cost_at == entry.key:
        yield Problem(place, "cost_at", NO_SUCH_WORK)
    elif bearer.cost_at:
        yield Problem(place, "cost_at", NO_CHAIN)
    elif is_shared:
        yield Problem(place, "cost_at", BEARS_FOR_OTHERS)


def watched_gaps(entries: Sequence[Work]) -> Iterable[Problem]:
    """Ask about meetings and supervision of which nobody said the day."""
    for place, entry in enumerate(entries):
        if entry.households_present is not None and entry.discussed_on is None:
            yield Problem(place, "discussed_on", "Có số hộ dự họp mà chưa ghi ngày họp dân.")
        if entry.supervised and entry.supervised_on is None:
            yield Problem(place, "supervised_on", "Có kết quả giám sát mà chưa ghi ngày giám sát.")
