"""The ties that entries bring: what says the same as before is found again, what is new is kept."""

from collections.abc import Iterable, Mapping, Sequence

from lantoa.figures.period import write_day
from lantoa.records.record.entry import Problem
from lantoa.records.record.models import Record, Tie, Ties
from lantoa.units.queries import Portrait

BATCH = 2000
BOX = "tied_units"


def tie_again(entry: Record, before: Iterable[Record]) -> None:
    """Let an entry point to the ties of an earlier version where it says the same."""
    asked = entry.ties
    if asked is None or asked.pk is not None:
        return
    for row in before:
        if row.ties is not None and row.ties.digest == asked.digest:
            entry.ties = row.ties
            return


def take_ties(entries: Sequence[Record]) -> None:
    """Keep the ties that are new, before the records that point to them."""
    fresh = [each for each in (entry.ties for entry in entries) if each is not None]
    new = list({id(each): each for each in fresh if each.pk is None}.values())
    if not new:
        return
    Ties.objects.bulk_create(new, batch_size=BATCH)
    rows = [row for each in new for row in _bound(each)]
    Tie.objects.bulk_create(rows, batch_size=BATCH)


def _bound(ties: Ties) -> Iterable[Tie]:
    for row in ties.asked:
        row.ties = ties
        yield row


def partners_of(entries: Sequence[Record]) -> set[int]:
    """Return the partner units that entries newly name."""
    named = [entry.ties for entry in entries if entry.ties is not None]
    return {unit.pk for ties in named if ties.pk is None for unit in ties.partners}


def partner_problems(place: int, entry: Record, shown: Mapping[int, Portrait]) -> Iterable[Problem]:
    """Yield partner units that were not at work on the days of a record."""
    if entry.ties is None or entry.ties.pk is not None:
        return
    for unit in entry.ties.partners:
        partner = shown[unit.pk]
        if entry.last_day < partner.founded:
            words = f"{partner.name} thành lập ngày {write_day(partner.founded)}, sau việc này."
            yield Problem(place, BOX, words)
        if partner.closed_on and entry.first_day >= partner.closed_on:
            ended = write_day(partner.closed_on)
            words = f"{partner.name} đã kết thúc hoạt động từ ngày {ended}. Hãy ghi đơn vị kế thừa."
            yield Problem(place, BOX, words)
