"""Random records of every kind, each with what it must add to every flow of the catalogue.

What it adds is worked out here from what was written down, not asked of the system.
"""

from collections.abc import Collection, Mapping
from datetime import date
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
from lantoa.records.works.models import MONEY, Work, WorkSort
from lantoa.tally.catalogue import every_measure, families
from lantoa.units.models import Unit
from tests import build
from tests.acts.drawing import Added, coded, known_sum, part_of, placed, some, whole_of
from tests.acts.flows_of_commendations import commitment, honour
from tests.acts.flows_of_dialogues import dialogue, inspection
from tests.acts.flows_of_giving import giving, practice
from tests.acts.flows_of_ratings import rating

Own = dict[int, list[int | None]]
CROWD = ("members", "guests", "nonmembers", "unseparated")
ABSENT = {"exempt": "members_exempt", "excused": "absent_excused", "unexcused": "absent_unexcused"}
SORTS = {"regular": "cell_regular", "thematic": "cell_thematic", "conference": "conferences",
         "talk": "talks", "course": "courses", "rhythm": "rhythms"}  # fmt: skip
MADE = {"house": "houses", "lot": "lots", "road": "roads", "bridge": "bridges", "canal": "canals",
        "light": "lights", "gift": "gifts"}  # fmt: skip
GIVEN = ("workdays", "poor_households", "near_poor_households", "policy_households",
         "other_households", "pupils", "people", "organisations")  # fmt: skip
TOLD = ("stories", "lessons", "speakers", "essays", "upper_assigned", "upper_attended", "sent")
WORK_MORE = ("area", "volunteers", "landslide_households", "homeless_households",
             "member_households", "promised_money", "goods_value")  # fmt: skip


def flows() -> list[str]:
    """Return the codes of every measure whose figures add over units and over time."""
    known = every_measure().values()
    return [each.code for each in known if each.nature is Nature.FLOW]


def recorded(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record something at a unit on a day; return what it adds, by the code of the measure."""
    return draw.choice(list(RECORDERS.values()))(draw, at=at, on=on, by=by)


def meeting(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record a meeting; return what it adds."""
    crowd = {each: some(draw) for each in CROWD}
    absent = {each: some(draw) for each in ABSENT}
    invited = whole_of(draw, crowd["members"], *absent.values())
    sort, mode = draw.choice(Meeting.Sort.values), draw.choice(["", *Meeting.Mode.values])
    events, story = draw.randint(1, 9), draw.choice(["", "", "Đôi dép Bác Hồ"])
    told = _told_in_meeting(draw)
    fields = {f"{each}_present": figure for each, figure in crowd.items()} | told
    fields |= {ABSENT[each]: figure for each, figure in absent.items()}
    build.meeting(
        at=at, on=on, by=by, sort=sort, mode=mode, events=events, members_invited=invited,
        story=story, **fields,
    )  # fmt: skip
    added = crowd | absent | told | {"invited": invited, SORTS[sort]: events}
    added |= {} if sort == "rhythm" else {"held": events}
    added |= {mode: events} if mode else {}
    added |= {"with_story": events} if story or told["stories"] else {}
    added |= {"attendance": known_sum(*crowd.values())}
    if crowd["members"] is not None and invited is not None:
        added |= {"present_of_invited": crowd["members"], "invited_known": invited}
        added |= {} if sort == "rhythm" else {"both_known": events}
    return coded("meetings", added)


def _told_in_meeting(draw: Random) -> dict[str, int | None]:
    found = some(draw)
    told = {each: some(draw) for each in TOLD}
    return told | {"faults_found": found, "faults_mended": part_of(draw, found)}


def work(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record a work; return what it adds."""
    sort = draw.choice(["other"] * 4 + Work.Sort.values)
    made = draw.choice(["", *Work.Made.values])
    house = draw.choice(Work.House.values) if sort == "house" else ""
    in_use = WorkSort.objects.filter(valid_from__lte=on, valid_to__isnull=True).order_by("pk")
    other = draw.choice([None, *in_use]) if sort == "other" else None
    quantity, supervised = some(draw), draw.choice(["", *Work.Supervised.values])
    days = {each: draw.choice([None, on]) for each in ("discussed", "supervised", "settled")}
    money = {source: some(draw, 10**10) for source in MONEY}
    given = {each: some(draw) for each in (*GIVEN, *WORK_MORE)}
    build.work(
        at=at, on=on, by=by, sort=sort, house=house, made=made, other_sort=other,
        quantity=quantity, supervised=supervised, **money, **given,
        **{f"{each}_on": day for each, day in days.items()},
    )  # fmt: skip
    added = money | given | {"done": 1, "money": known_sum(*money.values())}
    added |= {MADE[sort]: quantity} if sort in MADE else {}
    added |= {f"houses_{house}": quantity} if house else {}
    added |= {f"other_{other.code}": quantity} if other else {}
    added |= {made: 1} if made else {}
    added |= {f"houses_{made}": quantity} if made and house else {}
    added |= {each: 1 for each, day in days.items() if day}
    added |= {"pending": 1} if supervised == "pending" else {}
    return coded("works", added)


def outreach(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """Record outreach; return what it adds."""
    sort, times = draw.choice(Outreach.Sort.values), draw.randint(1, 9)
    channel = draw.choice(["", *Outreach.Channel.values])
    about = {"exemplars": some(draw), "refuting": part_of(draw, times)}
    entry = Outreach(
        **placed(at, on), sort=sort, channel=channel, title="Tin", times=times, **about
    )
    OUTREACH.record_unasked(by=by, at=build.NOW, entries=[entry])
    told = {} if sort == "contest" else {"told": times} | ({channel: times} if channel else {})
    return coded("outreach", {sort: times} | told | about)


def indicator(draw: Random, *, at: Unit, on: date, by: User) -> Added:
    """State an indicator that adds, and its whole where it has one; return what it adds."""
    listed = Sort.objects.filter(nature=Sort.Adds.FLOW, formula="", valid_from__lte=on)
    sort = draw.choice(list(listed.filter(valid_to__isnull=True).order_by("pk")))
    value = draw.randint(0, 9)
    whole = value + draw.randint(1, 9) if sort.has_whole else None
    entry = Indicator(**placed(at, on), sort=sort, value=value, whole=whole)
    INDICATORS.record_unasked(by=by, at=build.NOW, entries=[entry])
    return coded("indicators", {sort.code: value, f"{sort.code}.whole": whole})


RECORDERS = {
    "meetings": meeting, "works": work, "outreach": outreach, "indicators": indicator,
    "practices": practice, "giving": giving, "dialogues": dialogue, "commendations": honour,
    "commitments": commitment, "inspections": inspection, "ratings": rating,
}  # fmt: skip
"""What records a random row of each kind."""


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
