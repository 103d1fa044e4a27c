"""What refers to units: asked before a decision touches them, and before one is undone."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Count

from lantoa.acts.matters import CARDS, POSTS, Matter, Question
from lantoa.acts.models import Act
from lantoa.acts.others import APPROVED_LATER, undecided_besides
from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.reader.queries.unfinished import UNFINISHED
from lantoa.records.indicators.models import Indicator
from lantoa.records.meetings.models import Meeting
from lantoa.records.quotations.models import Quotation
from lantoa.records.record.models import NothingHappened
from lantoa.records.works.models import Work
from lantoa.units.models import BEGINNING

KINDS: tuple[tuple[Any, str], ...] = (
    (Meeting, "bản ghi học tập, sinh hoạt"),
    (Work, "bản ghi công trình, phần việc, quà tặng"),
    (Indicator, "bản ghi chỉ tiêu"),
    (Quotation, "số trích dẫn"),
    (NothingHappened, "lời báo không phát sinh"),
)
STAYS = "Các bản ghi này giữ nguyên, và tính vào đơn vị kế thừa."


def about(model: Any, words: str) -> Question:
    """Return the question how many records of a kind units have that reach a day or a later one."""

    def found(units: Collection[int], since: date) -> Iterator[Matter]:
        rows = model._default_manager.believed().of(units).filter(last_day__gte=since)
        counted = rows.values("unit_id").annotate(records=Count("pk")).order_by("unit_id")
        when = "" if since == BEGINNING else f" từ ngày {write_day(since)}"
        for unit, records in counted.values_list("unit_id", "records"):
            yield Matter(unit, f"{write_number(records)} {words}{when}", records)

    title = f"{words[:1].upper()}{words[1:]} từ ngày có hiệu lực, ở đơn vị kết thúc"
    return Question(title, STAYS, found)


def before_ending(act: Act) -> tuple[Question, ...]:
    """Return what is asked while a decision is tried: all that refers to the units it touches."""
    return (*RECORDS, UNFINISHED, POSTS, CARDS, undecided_besides(act), APPROVED_LATER)


RECORDS: tuple[Question, ...] = tuple(about(model, words) for model, words in KINDS)
"""Asked of the kinds of record; a later package adds its own."""

QUESTIONS: tuple[Question, ...] = (*RECORDS, UNFINISHED, undecided_besides())
"""Asked of the units that a decision opened, before it is undone."""
