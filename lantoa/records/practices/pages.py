"""How practices stand on pages: what is asked, what they say, what services did, the spread."""

from datetime import date
from typing import Any

from lantoa.figures.writing import write_number
from lantoa.people.models import User
from lantoa.records.practices import urls
from lantoa.records.practices.forms import PracticeForm
from lantoa.records.practices.models import RESULT, WHAT, Practice
from lantoa.records.practices.views import monthly, spread_beside
from lantoa.records.record.pages import Action, Fact, Group, Pages, groups_of

HELD = {"baseline": "Trước khi làm", "target": "Mục tiêu", "result": "Kết quả"}


def groups(practice: Practice) -> list[Group]:
    """Return what a practice says, numbers of the goal in its unit of measure."""
    unit = practice.measured_in
    said: dict[str, str | None] = {
        name: Fact.count("", getattr(practice, name), unit).text for name in HELD
    }
    if not practice.goal and all(getattr(practice, name) is None for name in HELD):
        said |= dict.fromkeys((*HELD, "measured_in", "goal"))
    elif not practice.goal:
        said["goal"] = None
    said["origin"] = None
    if practice.times == 1:
        said["times"] = None
    field = practice.field.label if practice.field else "chưa rõ"
    shown = groups_of(practice, said=said, besides={WHAT: [Fact("Lĩnh vực", field)], RESULT: []})
    return [each for each in shown if each.facts]


def line(practice: Practice) -> str:
    """Return a practice in one line: what it is, who carries it, how many it stands for."""
    carrier = f", {practice.get_carrier_display().lower()}" if practice.carrier else ""
    times = f", {write_number(practice.times)} mô hình" if practice.times > 1 else ""
    copy = "; làm theo nơi khác" if practice.origin else ""
    return f"{practice.get_sort_display()}{carrier}{times}{copy}"


def _seen_by(practice: Practice, user: User, today: date) -> dict[str, Any]:
    return {**monthly(practice, today=today), **spread_beside(practice, user=user, today=today)}


PAGES = Pages(
    one="mô hình, cách làm hay",
    many="Mô hình, cách làm hay",
    recorded="bản ghi mô hình, cách làm hay",
    word="mo-hinh",
    link="Mô hình",
    icon="link",
    button="Ghi mô hình, cách làm hay",
    form=PracticeForm,
    groups=groups,
    line=line,
    seen_by=_seen_by,
    actions=[
        Action("Ghi mô hình, cách làm hay", "Mô hình, bếp ăn, xe, hũ gạo, tổ đội", icon="plus")
    ],
    more=urls.urlpatterns,
)
