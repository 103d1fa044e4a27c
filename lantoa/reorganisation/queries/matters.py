"""What refers to units: asked before a decision touches them, and before one is undone."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Count

from lantoa.acts.matters import CARDS, POSTS, Inquiry, Matter
from lantoa.acts.models import Act
from lantoa.acts.others import APPROVED_LATER, undecided_besides
from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.reader.queries.unfinished import UNFINISHED
from lantoa.records.record.kinds import kinds
from lantoa.records.record.models import NothingHappened, Record
from lantoa.units.models import BEGINNING

STAYS = "Các bản ghi này giữ nguyên, và tính vào đơn vị kế thừa."


def about(model: type[Record], words: str) -> Inquiry:
    """Return the question how many records of a kind units have that reach a day or a later one."""

    def found(units: Collection[int], since: date) -> Iterator[Matter]:
        rows = model.objects.believed().of(units).filter(last_day__gte=since)
        counted = rows.values("unit_id").annotate(records=Count("pk")).order_by("unit_id")
        when = "" if since == BEGINNING else f" từ ngày {write_day(since)}"
        for unit, records in counted.values_list("unit_id", "records"):
            yield Matter(unit, f"{write_number(records)} {words}{when}", records)

    title = f"{words[:1].upper()}{words[1:]} từ ngày có hiệu lực, ở đơn vị kết thúc"
    return Inquiry(title, STAYS, found)


def records() -> tuple[Inquiry, ...]:
    """Return what is asked of each kind of record, and of units that had nothing to record."""
    nothing = about(NothingHappened, str(NothingHappened._meta.verbose_name))
    return (*(about(kind.done.model, kind.pages.recorded) for kind in kinds()), nothing)


def before_ending(act: Act) -> tuple[Inquiry, ...]:
    """Return what is asked while a decision is tried: all that refers to the units it touches."""
    return (*records(), UNFINISHED, POSTS, CARDS, undecided_besides(act), APPROVED_LATER)


def before_undoing() -> tuple[Inquiry, ...]:
    """Return what is asked of the units that a decision opened, before it is undone."""
    return (*records(), UNFINISHED, undecided_besides())
