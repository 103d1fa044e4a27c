"""Which documents that are read at some units are not finished."""

from collections.abc import Collection, Iterator
from datetime import date

from lantoa.acts.matters import Inquiry, Matter
from lantoa.figures.writing import write_number
from lantoa.reader.models import Finding, Reading
from lantoa.reader.queries.reading import TIMES
from lantoa.reading import figures_in
from lantoa.units.queries.within import among


def unfinished(units: Collection[int], since: date) -> Iterator[Matter]:
    """Yield the documents at some units that hold undecided figures, or are still held against us.

    Whatever their day: what is half read is lost from sight once its unit has ended.
    """
    held = Reading.objects.filter(forgotten_at__isnull=True)
    for reading in among(held, "unit_id", units).prefetch_related("findings").order_by("pk"):
        if words := _words(reading):
            yield Matter(reading.unit_id, words)


def _words(reading: Reading) -> str:
    if reading.sort == Reading.Sort.OWN:
        return f"báo cáo đang đối chiếu: “{reading.title}”"
    left = _undecided(reading)
    return f"“{reading.title}”: còn {write_number(left)} số chưa quyết định" if left else ""


def _undecided(reading: Reading) -> int:
    """Return how many figures of a document nobody has confirmed or skipped."""
    decided = {each.start for each in reading.findings.all() if each.choice != Finding.Choice.OPEN}
    figures = [each for each in figures_in(reading.text) if each.unit not in TIMES]
    return sum(each.start not in decided for each in figures)


UNFINISHED = Inquiry(
    "Tài liệu đang đọc dở ở đơn vị kết thúc",
    "Hãy quyết định xong từng số trước ngày có hiệu lực, hoặc đọc lại tài liệu ở đơn vị kế thừa.",
    unfinished,
)
