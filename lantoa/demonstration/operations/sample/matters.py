"""What waited for a word in the simulated commune: answered in time, late, closed, or not yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import cast
from uuid import UUID, uuid5

from django.db.models import Q, QuerySet

from lantoa.demonstration.operations.moments import moment
from lantoa.demonstration.operations.sample.calendar import MONTHS, Month
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.matters import operations
from lantoa.matters.models import RaisedMatter
from lantoa.matters.operations import Move, Raising
from lantoa.matters.queries import shown
from lantoa.people.models import User
from lantoa.records.dialogues.models import Dialogue

Sort = RaisedMatter.Sort
LAST_DAY = MONTHS[-1].last_day
SPACE = UUID("6f6a3a34-5a4f-4a53-9d0a-3c4c1b6f0d5e")
"""Under which the keys of steps are made: the same each time."""
ASKED = (
    "Đèn chiếu sáng đường ấp hỏng, đề nghị sửa",
    "Kênh nội đồng bồi lắng, đề nghị nạo vét trước mùa vụ",
    "Thời gian trả hồ sơ đất đai chậm, đề nghị nêu lý do",
    "Rác ven chợ chưa thu gom hết trong ngày",
    "Đề nghị mở thêm điểm giữ trẻ cho công nhân",
)
PROPOSED = (
    "Đề nghị cấp thêm tài liệu chuyên đề cho chi bộ",
    "Đề nghị hướng dẫn ghi sổ sinh hoạt chi bộ",
    "Việc nổi cộm: sạt lở bờ kênh gần khu dân cư",
)
ANSWERS = ("Đã kiểm tra và giải quyết xong.", "Đã giao bộ phận chuyên môn, hoàn thành trong tháng.")


@dataclass(frozen=True)
class MadeUp:
    """A matter that was made up, and after how many days it was answered or closed, if at all."""

    raising: Raising
    after: int | None
    is_closed: bool = False


def raise_matters(commune: Commune, *, seed: int, by: User) -> None:
    """Raise the matters of two years, and go on with those that anybody went on with."""
    chance = Random(f"{seed}.matters")  # noqa: S311 - invents figures, keeps no secret
    made = [*_of_dialogues(commune, chance), *_of_cells(commune, chance)]
    for month in MONTHS:
        found = [one for one in made if _is_of(one, month)]
        raisings = [one.raising for one in found]
        rows = operations.raise_many(by=by, at=month.written_at, raisings=raisings)
        for row, one in zip(rows, found, strict=True):
            _go_on(row, one, by=by)


def _is_of(one: MadeUp, month: Month) -> bool:
    raised = one.raising.entry.raised_on
    return (raised.year, raised.month) == (month.year, month.month)


def _go_on(row: RaisedMatter, one: MadeUp, *, by: User) -> None:
    done = LAST_DAY if one.after is None else row.raised_on + timedelta(days=one.after)
    last = shown(row.uuid, today=LAST_DAY)
    if done >= LAST_DAY or last is None or last.last is None:
        return
    words = "Không thuộc thẩm quyền của xã." if one.is_closed else ANSWERS[len(row.words) % 2]
    key = uuid5(SPACE, row.key)
    move = Move(key=key, seen=last.last.uuid, on=done, words=words)
    at = max(moment(done, hour=18), row.recorded_at + timedelta(hours=1))
    verb = operations.close if one.is_closed else operations.answer
    verb(row.uuid, move=move, by=by, at=at)


def _of_dialogues(commune: Commune, chance: Random) -> Iterable[MadeUp]:
    """Yield the opinions that were to be answered later: the People's Committee keeps them."""
    keeper = commune.bodies["UBND"]
    of_both = Q(unit__in=[commune.root.pk, keeper.pk], answer_later__gte=1)
    held = Dialogue.objects.filter(of_both, superseded_at__isnull=True).order_by("pk")
    for row in cast("QuerySet[Dialogue]", held):
        asked = chance.sample(ASKED, row.answer_later or 0)
        for number, words in enumerate(asked, 1):
            entry = RaisedMatter(
                key=f"{row.key}.y-kien.{number}",
                sort=Sort.OPINION,
                words=words,
                raised_by=row.unit,
                raised_on=row.last_day,
                origin=row.origin,
            )
            due = row.last_day + timedelta(days=10)
            after = chance.choice((5, 8, 9, 10, 14, 25, None))
            yield MadeUp(Raising(entry=entry, keeper=keeper, due=due), after)


def _of_cells(commune: Commune, chance: Random) -> Iterable[MadeUp]:
    """Yield what cells proposed to their committee, some each quarter."""
    cells = list(commune.cells.values())
    for month in MONTHS:
        for number, cell in enumerate(chance.sample(cells, 2) if month.ends_quarter else [], 1):
            entry = RaisedMatter(
                key=f"mau.kien-nghi.{number}.{month.name}",
                sort=Sort.PROPOSAL,
                words=chance.choice(PROPOSED),
                raised_by=cell,
                raised_on=month.day(12),
            )
            raising = Raising(entry=entry, keeper=commune.root, due=month.day(27))
            after = chance.choice((4, 9, 14, 20, None))
            yield MadeUp(raising, after, is_closed=chance.random() < 0.1)
