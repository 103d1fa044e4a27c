"""What the simulated commune asks of its cells: themes of three years, plans, tasks, reminders."""

from datetime import date
from random import Random

from lantoa.demonstration.operations.moments import LAST_DAY, moment
from lantoa.demonstration.operations.sample.units import Commune
from lantoa.guidance.models import Assignment, FrameworkDocument, Task, TaskAnswer, Theme
from lantoa.guidance.operations import TaskShare, answer, hand_down, put_down, remind
from lantoa.people.models import User

YEARS = {
    2025: "Chăm lo đời sống Nhân dân",
    2026: "Gần dân, trọng dân, nghe dân",
    2027: "Thực hành tiết kiệm, nêu gương trước Nhân dân",
}
ISSUER = "Đảng ủy xã Mẫu Lan Tỏa"
TASKS = (
    ("Mỗi chi bộ mở sinh hoạt chuyên đề năm 2026", date(2026, 1, 1), date(2026, 12, 31), 4),
    ("Sinh hoạt đều hằng tháng sáu tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30), 6),
    ("Đăng ký nội dung làm theo năm 2026", date(2026, 2, 1), date(2026, 3, 31), None),
)
"""What each cell is to do, from when, by when, and how many meetings where they are counted."""
ANSWERED, SAID_DONE = 0.9, 0.85


def set_themes(commune: Commune, *, by: User) -> None:
    """Set the commune's theme of each year; the next year's is known at the end of this one."""
    for year in YEARS:
        _set_theme(commune, year, by=by)


def ask_of_cells(commune: Commune, chance: Random, *, by: User) -> None:
    """Set a plan, hand its tasks to all cells, let most answer, remind who is late."""
    plan = _plan(commune, by=by)
    for words, first_day, due, target in TASKS:
        entry = Task(plan=plan, words=words, first_day=first_day, due=due)
        entry.measure = "meetings.held" if target else ""
        task = put_down(entry, by=by, at=moment(date(2026, 1, 6)), unit=commune.root)
        shares = [TaskShare(each, target) for each in commune.cells.values()]
        held = hand_down(task, shares, by=by, at=moment(date(2026, 1, 7)))
        done = {each.unit_id for each in held if _answers(each, task, chance, by=by)}
        _remind(task, [each for each in held if each.unit_id not in done], by=by)


def _set_theme(commune: Commune, year: int, *, by: User) -> None:
    entry = Theme(
        short=f"Chuyên đề năm {year} của xã",
        title=YEARS[year],
        first_day=date(year, 1, 1),
        last_day=date(year, 12, 31),
    )
    at = moment(min(date(year, 1, 5), LAST_DAY))
    put_down(entry, by=by, at=at, unit=commune.root)


def _plan(commune: Commune, *, by: User) -> FrameworkDocument:
    entry = FrameworkDocument(
        sort="Kế hoạch",
        number="05-KH/ĐU",
        issuer=ISSUER,
        issued_on=date(2026, 1, 5),
        valid_from=date(2026, 1, 5),
        title="học tập và làm theo Bác năm 2026",
        carries_out=FrameworkDocument.objects.believed().get(known="01-KL/TW"),
    )
    return put_down(entry, by=by, at=moment(date(2026, 1, 5)), unit=commune.root)


def _answers(held: Assignment, task: Task, chance: Random, *, by: User) -> bool:
    """Let a cell say what it says; tell whether it said that the task is done."""
    if chance.random() > ANSWERED:
        return False
    received = date(2026, 1, chance.randint(8, 25))
    entry = TaskAnswer(sort=TaskAnswer.Sort.RECEIVED, day=received)
    answer(held, entry, by=by, at=moment(received))
    if task.measure or chance.random() > SAID_DONE:
        return False
    done = date(2026, 3, chance.randint(1, 28))
    said = TaskAnswer(sort=TaskAnswer.Sort.DONE, day=done, words="Đã gửi bản đăng ký (mẫu)")
    answer(held, said, by=by, at=moment(done))
    return True


def _remind(task: Task, late: list[Assignment], *, by: User) -> None:
    """Remind who did not say that a task is done which no figure tells."""
    if task.due is None or task.measure or not late:
        return
    words = f"Đến hạn mà chưa xong: {task.words}. Đề nghị chi bộ hoàn thành (lời nhắc mẫu)."
    units = [each.unit for each in late]
    remind(task, units, by=by, at=moment(date(2026, 4, 2)), words=words)
