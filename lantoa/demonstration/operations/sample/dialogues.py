"""How the simulated commune listened to its people, month by month."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from lantoa.demonstration.operations.sample.calendar import Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.records.dialogues.models import Dialogue
from lantoa.units.models import Unit

Sort, Post, Occasion = Dialogue.Sort, Dialogue.Post, Dialogue.Occasion
TOPICS = {
    4: (Sort.JOINT, "Đối thoại về xây dựng nông thôn mới, vệ sinh môi trường"),
    6: (Sort.SECRETARY, "Bí thư Đảng ủy đối thoại với đoàn viên, thanh niên"),
    10: (Sort.GOVERNMENT, "Đối thoại về thủ tục hành chính, đất đai"),
}
"""In which month which dialogue is held."""


def dialogues_of(commune: Commune, month: Month, chance: Random) -> Sequence[Dialogue]:
    """Return what was held in one month: forums and visits are seldom counted whole."""
    return [
        *_conference(commune, month, chance),
        *_forum(commune, month, chance),
        *_visits(commune, month, chance),
        *_receptions(commune, month, chance),
    ]


def _conference(commune: Commune, month: Month, chance: Random) -> Iterable[Dialogue]:
    if month.month not in TOPICS:
        return
    sort, topic = TOPICS[month.month]
    there, later = chance.randint(6, 14), chance.randint(2, 4)
    unit = commune.root if sort == Sort.SECRETARY else commune.bodies["UBND"]
    yield _told(
        unit,
        "hoi-nghi",
        month,
        day=chance.randint(8, 14),
        sort=sort,
        title=topic,
        partners="Đảng ủy, Ủy ban Mặt trận Tổ quốc xã" if sort == Sort.JOINT else "",
        delegates=chance.randint(60, 110),
        opinions=there + later,
        answered_there=there,
        answer_later=later,
        notice_days=chance.choice((5, 8, 10)),
        result_days=chance.choice((7, 9, 14)) if chance.random() < 0.8 else None,
    )


def _forum(commune: Commune, month: Month, chance: Random) -> Iterable[Dialogue]:
    if month.month % 2:
        said = chance.randint(3, 12) if chance.random() < 0.8 else None
        yield _told(
            commune.bodies["MT"],
            "lang-nghe",
            month,
            day=chance.randint(15, 25),
            sort=Sort.FORUM,
            title="Lắng nghe dân nói tại ấp",
            delegates=chance.randint(25, 60),
            opinions=said,
        )


def _visits(commune: Commune, month: Month, chance: Random) -> Iterable[Dialogue]:
    if month.ends_quarter:
        households = chance.randint(80, 200) if chance.random() < 0.75 else None
        yield _told(
            commune.bodies["MT"],
            "tung-ngo",
            month,
            day=chance.randint(20, 27),
            sort=Sort.VISITS,
            title="Tổ công tác đến từng hộ trong quý",
            visits=chance.randint(6, 12),
            households=households,
        )


def _receptions(commune: Commune, month: Month, chance: Random) -> Iterable[Dialogue]:
    hosts = ((commune.root, Post.SECRETARY, 2), (commune.bodies["UBND"], Post.CHAIR, 4))
    for unit, post, events in hosts:
        if chance.random() < 0.06:
            continue  # nobody wrote it down that month
        people = chance.randint(0, 9)
        cases = chance.randint(0, people)
        passed = chance.randint(0, cases)
        yield _told(
            unit,
            f"tiep-dan.{post.value}",
            month,
            day=27,
            sort=Sort.RECEPTION,
            title=f"Tiếp công dân định kỳ tháng {month.name}",
            events=events,
            post=post,
            occasion=Occasion.REGULAR,
            received=people,
            cases=cases,
            passed=passed,
            passed_to="Bộ phận một cửa, công an xã" if passed else "",
        )


def _told(unit: Unit, code: str, month: Month, *, day: int, **said: Any) -> Dialogue:
    on = month.day(day)
    key = f"mau.doi-thoai.{code}.{month.name}"
    return Dialogue(unit=unit, key=key, first_day=on, last_day=on, **said)
