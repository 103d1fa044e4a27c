"""Random records of every kind, each with what it must add to every flow of the catalogue.

What it adds is worked out here from what was written down, not asked of the system.
"""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import count
from random import Random

from lantoa.figures.measure import Nature
from lantoa.figures.period import Period
from lantoa.people.models import User
from lantoa.records.indicators.models import Indicator, Sort
from lantoa.records.indicators.operations import DONE as INDICATORS
from lantoa.records.meetings.models import Meeting
from lantoa.records.outreach.models import Outreach
from lantoa.records.outreach.operations import DONE as OUTREACH
from lantoa.records.record.sums import Scope, Wanted
from lantoa.records.works.models import MONEY, Work
from lantoa.tally.catalogue import every_measure, families
from lantoa.units.models import Unit
from tests import build

_numbers = count(1)
Added = dict[str, int]
Own = dict[int, list[int | None]]
CROWD = ("members", "guests", "nonmembers", "unseparated")
ABSENT = {"exempt": "members_exempt", "excused": "absent_excused", "unexcused": "absent_unexcused"}
SORTS = {"regular": "cell_regular", "thematic": "cell_thematic", "conference": "conferences",
         "talk": "talks", "course": "courses", "rhythm": "rhythms"}  # fmt: skip
MADE = {"house": "houses", "lot": "lots", "road": "roads", "bridge": "bridges", "canal": "canals",
        "light": "lights", "gift": "gifts"}  # fmt: skip
GIVEN = ("workdays", "poor_households", "near_poor_households", "policy_households",
         "other_households", "pupils", "people", "organisations")  # fmt: skip


def flows() -> list[str]:
    """Return the codes of every measure whose figures add over units and over time."""
    known = every_measure().values()
    return [each.code for each in known if each.nature is Nature.FLOW]


def recorded(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record something at a unit on a day; return what it adds, by the code of the measure."""
    return draw.choice([meeting, work, outreach, indicator])(draw, at=at, on=on, by=by)


def some(draw: Random, most: int = 9) -> int | None:
    """Return a number, or None as people do who do not know one."""
    return draw.choice([None, draw.randint(0, most)])


def meeting(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    crowd = {each: some(draw) for each in CROWD}
    absent = {each: some(draw) for each in ABSENT}
    least = sum(figure or 0 for figure in (crowd["members"], *absent.values()))
    invited = draw.choice([None, least + draw.randint(0, 9)])
    sort, mode = draw.choice(Meeting.Sort.values), draw.choice(["", *Meeting.Mode.values])
    events = draw.randint(1, 9)
    fields = {f"{each}_present": figure for each, figure in crowd.items()}
    fields |= {ABSENT[each]: figure for each, figure in absent.items()}
    build.meeting(
        at=at, on=on, by=by, sort=sort, mode=mode, events=events, members_invited=invited, **fields
    )
    known = [figure for figure in crowd.values() if figure is not None]
    added = crowd | absent | {"invited": invited, SORTS[sort]: events}
    added |= {} if sort == "rhythm" else {"held": events}
    added |= {mode: events} if mode else {}
    added |= {"attendance": sum(known)} if known else {}
    if crowd["members"] is not None and invited is not None:
        added |= {"present_of_invited": crowd["members"], "invited_known": invited}
    return coded("meetings", added)


def work(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    sort = draw.choice(Work.Sort.values)
    house = draw.choice(Work.House.values) if sort == "house" else ""
    quantity = some(draw)
    money = {source: some(draw, 10**10) for source in MONEY}
    given = {each: some(draw) for each in GIVEN}
    build.work(at=at, on=on, by=by, sort=sort, house=house, quantity=quantity, **money, **given)
    known = [figure for figure in money.values() if figure is not None]
    added = money | given | {"done": 1}
    added |= {MADE[sort]: quantity} if sort in MADE else {}
    added |= {f"houses_{house}": quantity} if house else {}
    added |= {"money": sum(known)} if known else {}
    return coded("works", added)


def outreach(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    sort, times = draw.choice(Outreach.Sort.values), draw.randint(1, 9)
    channel = draw.choice(["", *Outreach.Channel.values])
    entry = Outreach(
        key=f"o{next(_numbers)}",
        unit=at,
        first_day=on,
        last_day=on,
        sort=sort,
        channel=channel,
        title="Tin",
        times=times,
    )
    OUTREACH.record_unasked(by=by, at=build.NOW, entries=[entry])
    told = {} if sort == "contest" else {"told": times} | ({channel: times} if channel else {})
    return coded("outreach", {sort: times} | told)


def indicator(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    sort = draw.choice(list(Sort.objects.filter(nature=Sort.Adds.FLOW).order_by("pk")))
    value = draw.randint(0, 9)
    entry = Indicator(
        key=f"i{next(_numbers)}", unit=at, first_day=on, last_day=on, sort=sort, value=value
    )
    INDICATORS.record_unasked(by=by, at=build.NOW, entries=[entry])
    return {f"indicators.{sort.code}": value}


def coded(family: str, added: Mapping[str, int | None]) -> Added:
    return {f"{family}.{each}": figure for each, figure in added.items() if figure is not None}


def together(first: Mapping[str, int], second: Mapping[str, int]) -> Added:
    """Return what two records add together."""
    return {each: first.get(each, 0) + second.get(each, 0) for each in {*first, *second}}


def own_flows(units: Collection[int], period: Period, codes: list[str]) -> Own:
    """Return the own figures of units, in the order of the codes."""
    figures: dict[int, dict[str, int | None]] = {}
    for family in families().values():
        if family.kind is not None:
            wanted = Wanted([Scope(units, period)])
            for unit, row in family.kind.counted.count(family.measures, wanted).own[0].items():
                pairs = zip((each.code for each in family.measures), row, strict=True)
                figures.setdefault(unit, {}).update(pairs)
    return {unit: [row.get(code) for code in codes] for unit, row in figures.items()}
