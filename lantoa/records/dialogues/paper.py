"""What dialogues say on paper: what was held, what people said, what became of it."""

from collections.abc import Iterator

from lantoa.paper import Paragraphs
from lantoa.records.dialogues.models import Dialogue
from lantoa.records.dialogues.queries import followed
from lantoa.records.dialogues.queries import rows as dialogues_of
from lantoa.records.record.paper import Paper, Told, listing

HELD = (
    ("dialogues.government", "hội nghị của Ủy ban nhân dân"),
    ("dialogues.secretary", "hội nghị của bí thư cấp ủy"),
    ("dialogues.joint", "hội nghị chung của cấp ủy và chính quyền"),
)
OPINIONS = (
    ("dialogues.answered_there", "trả lời tại chỗ"),
    ("dialogues.answer_later", "trả lời sau"),
    ("dialogues.overdue", "quá hạn"),
)
VISITS = (("dialogues.visits", "lượt đi"), ("dialogues.households", "hộ được đến"))
RECEPTIONS = (
    ("dialogues.receptions_regular", "kỳ định kỳ"),
    ("dialogues.receptions_extraordinary", "kỳ đột xuất"),
    ("dialogues.receptions_secretary", "kỳ do bí thư cấp ủy tiếp"),
    ("dialogues.receptions_chair", "kỳ do chủ tịch Ủy ban nhân dân tiếp"),
)
RECEIVED = (
    ("dialogues.received", "lượt người"),
    ("dialogues.cases", "vụ việc"),
    ("dialogues.passed", "vụ việc chuyển cơ quan khác"),
)


def rows(told: Told) -> list[Dialogue]:
    """Return the dialogues of the period."""
    return dialogues_of(units=told.units, asked=told.asked)


def held(told: Told, rows: list[Dialogue]) -> Paragraphs:
    """Say what was held, and what became of what people said."""
    if not rows:
        return ("Đối thoại, lắng nghe Nhân dân trong kỳ: chưa có số.",)
    ways = (_conferences, _forums, _opinions, _visits, _receptions)
    said = (*(line for way in ways for line in way(told)), *_matters(told, rows))
    return said or ("Đã ghi việc đối thoại, lắng nghe Nhân dân; chưa có số.",)


def _conferences(told: Told) -> Iterator[str]:
    if (number := told.say("dialogues.held")) is not None:
        of_these = listing(told, HELD)
        people = told.say("dialogues.delegates")
        came = f", {people} lượt đại biểu dự" if people is not None else ""
        yield f"Tổ chức {number} hội nghị đối thoại{came}; trong đó {of_these}."


def _forums(told: Told) -> Iterator[str]:
    if (number := told.say("dialogues.forums")) is not None:
        people = told.say("dialogues.forum_people")
        came = f", {people} lượt người dự" if people is not None else ""
        yield f"Diễn đàn “Lắng nghe dân nói”: {number} phiên{came}."


def _opinions(told: Told) -> Iterator[str]:
    if (number := told.say("dialogues.opinions")) is not None:
        became = listing(told, OPINIONS)
        yield f"Ghi nhận {number} ý kiến, kiến nghị" + (f": {became}." if became else ".")


def _visits(told: Told) -> Iterator[str]:
    if visits := listing(told, VISITS):
        yield f"“Đi từng ngõ, rõ từng nhà”: {visits}."


def _receptions(told: Told) -> Iterator[str]:
    if (number := told.say("dialogues.receptions")) is not None:
        how, whom = listing(told, RECEPTIONS), listing(told, RECEIVED)
        kinds = f" ({how})" if how else ""
        yield f"Tiếp công dân {number} kỳ{kinds}" + (f": {whom}." if whom else ".")


def _matters(told: Told, rows: list[Dialogue]) -> Iterator[str]:
    """Yield how those opinions stand whose answers are followed one by one."""
    found = followed(rows, on=told.asked.period.last)
    if found.all:
        late = f", {found.answered_late} quá hạn" if found.answered_late else ""
        closed = f"; {found.closed} khép lại có lý do" if found.closed else ""
        yield (
            f"Theo dõi từng việc {found.all} ý kiến: {found.answered} đã trả lời{late}; "
            f"{found.waiting} đang chờ{closed}."
        )


def speaks(told: Told, rows: list[Dialogue]) -> bool:
    """Tell whether there are any."""
    return bool(rows)


PAPER = Paper(rows=rows, speaks=speaks, parts={"held": held})
