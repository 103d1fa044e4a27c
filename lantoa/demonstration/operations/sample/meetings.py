"""The meetings of the simulated commune, month by month."""

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.figures.period import Period
from lantoa.guidance.models import FrameworkDocument, Theme
from lantoa.guidance.queries import leading_documents, teachable_documents, teachable_themes
from lantoa.records.meetings.models import Meeting
from lantoa.units.models import Unit

Sort, Mode = Meeting.Sort, Meeting.Mode
SILENT_SINCE = {
    "Chi bộ Hợp tác xã Mẫu": date(2026, 7, 1),
    "Chi bộ Phân xưởng Mẫu 3": date(2026, 9, 1),
}
"""Cells that stopped recording, for the pages that ask who says nothing."""
QUIET, UNCOUNTED, WITH_GUEST, NOT_IN_PERSON = 0.05, 0.03, 0.15, 0.08
STORY = "; kể mẩu chuyện về Bác"
THEMATIC = (
    "Sinh hoạt chuyên đề: nêu gương của cán bộ, đảng viên",
    "Sinh hoạt chuyên đề: chăm lo đời sống Nhân dân",
    "Sinh hoạt chuyên đề: thực hành tiết kiệm, chống lãng phí",
    "Sinh hoạt chuyên đề: gần dân, trọng dân, nghe dân",
)
TALKS = {
    "MT": "Tọa đàm về tấm gương đại đoàn kết của Bác",
    "DTN": "Kể chuyện về Bác cho đoàn viên, thanh niên",
    "PN": "Tọa đàm phụ nữ học tập và làm theo Bác",
    "CCB": "Cựu chiến binh kể chuyện về Bác cho thế hệ trẻ",
    "THCS": "Học sinh kể chuyện về Bác dưới cờ",
}


def meetings_of(commune: Commune, month: Month, chance: Random) -> list[Meeting]:
    """Return what the commune's units recorded of one month."""
    return [
        *_regular(commune, month, chance),
        *(_thematic(commune, month, chance) if month.ends_quarter else ()),
        *(_conferences(commune, month, chance) if month.month in {1, 4, 7, 10} else ()),
        *(_talks(commune, month, chance) if month.month in {5, 9} else ()),
    ]


def _regular(commune: Commune, month: Month, chance: Random) -> Iterable[Meeting]:
    for number, (cell, unit) in enumerate(commune.cells.items(), 1):
        day = month.day(chance.randint(3, 7))
        if chance.random() < QUIET or day >= SILENT_SINCE.get(cell, date.max):
            continue
        yield _entry(
            unit,
            f"thuong-ky.{number}.{month.name}",
            day,
            sort=Sort.REGULAR,
            mode=Mode.MIXED if chance.random() < NOT_IN_PERSON else Mode.IN_PERSON,
            topic=f"Sinh hoạt thường kỳ tháng {month.name}" + (STORY if day.day % 2 else ""),
            documents=_leading(day) if chance.random() < 0.3 else [],
            **_present(commune.members_of(cell, day), chance),
        )


def _thematic(commune: Commune, month: Month, chance: Random) -> Iterable[Meeting]:
    topic = THEMATIC[month.month // 3 - 1]
    for number, (cell, unit) in enumerate(commune.cells.items(), 1):
        day = month.day(chance.randint(18, 26))
        if chance.random() < 2 * QUIET or day >= SILENT_SINCE.get(cell, date.max):
            continue
        yield _entry(
            unit,
            f"chuyen-de.{number}.{month.name}",
            day,
            sort=Sort.THEMATIC,
            mode=Mode.IN_PERSON,
            topic=topic,
            documents=_leading(day),
            themes=_themes(commune, day),
            **_present(commune.members_of(cell, day), chance),
        )


def _conferences(commune: Commune, month: Month, chance: Random) -> Iterable[Meeting]:
    day = month.day(chance.randint(8, 24))
    invited = commune.all_members(day)
    present = None if invited is None else invited * chance.randint(940, 995) // 1000
    yield _entry(
        commune.root,
        f"hoi-nghi.{month.name}",
        day,
        sort=Sort.CONFERENCE,
        mode=Mode.MIXED,
        topic="Hội nghị học tập, quán triệt văn bản mới và chuyên đề của năm",
        events=1,
        members_invited=invited,
        members_present=present,
        nonmembers_present=chance.randint(20, 60),
        documents=_newest(day),
        themes=_themes(commune, day),
    )


def _talks(commune: Commune, month: Month, chance: Random) -> Iterable[Meeting]:
    for body, topic in TALKS.items():
        yield _entry(
            commune.bodies[body],
            f"toa-dam.{body}.{month.name}",
            month.day(chance.randint(10, 20)),
            sort=Sort.TALK,
            mode=Mode.IN_PERSON,
            topic=topic,
            unseparated_present=chance.randint(30, 180) if body != "CCB" else None,
            nonmembers_present=chance.randint(20, 60) if body == "CCB" else None,
        )


def _entry(unit: Unit, key: str, day: date, **words: Any) -> Meeting:
    return Meeting(unit=unit, key=f"mau.{key}", first_day=day, last_day=day, **words)


def _present(members: int | None, chance: Random) -> dict[str, int | None]:
    """Return who came of a cell's members; nothing where nobody counted, or nobody knows."""
    if members is None or chance.random() < UNCOUNTED:
        return {}
    exempt = members // 12
    invited = members - exempt
    unexcused = int(chance.random() < 0.08)
    excused = chance.randint(0, max(1, invited // 10))
    guests = 1 if chance.random() < WITH_GUEST else None
    return {
        "members_invited": invited,
        "members_exempt": exempt,
        "members_present": invited - excused - unexcused,
        "absent_excused": excused,
        "absent_unexcused": unexcused,
        "guests_present": guests,
    }


def _leading(day: date) -> list[FrameworkDocument]:
    return leading_documents(Period.on(day))


def _newest(day: date) -> list[FrameworkDocument]:
    return list(teachable_documents(day)[:2])


def _themes(commune: Commune, day: date) -> list[Theme]:
    offered = teachable_themes(day, way=[commune.root.pk])[:1]
    return [theme for theme in offered if theme.last_day >= day]
