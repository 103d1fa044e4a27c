"""Where a name stands: in which records of any kind, and since when in none."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime

from lantoa.persons.models import PersonName
from lantoa.persons.operations.ending import erase_by_rule
from lantoa.records.record.columns import Whom, named_columns
from lantoa.records.record.kinds import KindConfig, kinds
from lantoa.records.record.models import Record

WHY = "hết thời hạn giữ tên"


@dataclass(frozen=True)
class NameStanding:
    """A record that names a person: its kind, the column, and its latest row that does so."""

    kind: KindConfig
    column: Whom
    record: Record

    @property
    def url(self) -> str:
        """Return the address of the record."""
        return self.kind.at("show", self.record)

    @property
    def label(self) -> str:
        """Return what the person is called there: "Người góp đèn"."""
        return str(self.column.verbose_name)

    @property
    def names(self) -> list[Whom]:
        """Return every column of the kind that names somebody."""
        return named_columns(self.kind.done.model)

    @property
    def is_believed(self) -> bool:
        """Tell whether the record still says so."""
        return self.record.superseded_at is None


def standings(name: PersonName) -> list[NameStanding]:
    """Return the records that name somebody by one row, each once, what is believed first."""
    found = {each.record.uuid: each for each in _rows(name)}
    return sorted(found.values(), key=lambda each: (not each.is_believed, each.record.pk))


def _rows(name: PersonName) -> Iterator[NameStanding]:
    for kind in kinds():
        for column in named_columns(kind.done.model):
            rows = kind.done.model._default_manager.filter(**{column.name: name})
            for row in rows.select_related("unit").order_by("pk"):
                yield NameStanding(kind, column, row)


def ended_on(name: PersonName) -> date | None:
    """Return the day on which the purpose of a name ended; None while it stands.

    Consent was withdrawn, or no record says so any more.
    """
    if name.withdrawn_on:
        return name.withdrawn_on
    found = standings(name)
    if any(each.is_believed for each in found):
        return None
    closed = [each.record.superseded_at for each in found if each.record.superseded_at]
    return localtime(max(closed, default=name.taken_at)).date()


def erase_overdue_names(*, at: datetime, days: int) -> int:
    """Erase the names whose purpose ended more days ago than that; return how many."""
    if not days:
        return 0
    before = (localtime(at) - timedelta(days=days)).date()
    there = PersonName.objects.filter(erased_at__isnull=True).select_related("unit")
    over = [each for each in there.order_by("pk") if (on := ended_on(each)) and on < before]
    return sum(erase_by_rule(each, by=None, at=at, why=WHY) for each in over)
